/// The words of a text that carry its subject, cut to crude stems: enough to see whether a question
/// goes on with the subject of the line above it.
enum ContentWords {
  /// Stems of the words that are neither function words nor common in all questions.
  static func of(_ text: [UInt8]) -> Set<String> {
    var words: Set<String> = []
    forEachWord(text) { word in
      let isName = word.count == 2 && word.contains(where: Byte.isDigit)
      guard word.count >= 3 || isName || word.contains(where: { $0 > 0x7F }) else { return }
      let string = String(decoding: word, as: UTF8.self)
      if !ignored.contains(string) { words.insert(stem(string)) }
    }
    return words
  }

  /// Calls a closure with every word in lower case.
  static func forEachWord(_ text: [UInt8], _ body: ([UInt8]) -> Void) {
    var word: [UInt8] = []
    for byte in text {
      if Byte.isWord(byte), byte < 0x80 || byte >= 0xC3 || !word.isEmpty, byte != 0xE2 {
        word.append(Byte.lowered(byte))
      } else {
        if !word.isEmpty { body(word) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { body(word) }
  }

  /// `duplicate` and `duplication` agree in this many characters.
  private static let stemLength = 6

  private static let endings = [
    "izations", "ization", "isation", "ations", "ation", "ings", "ing", "ies", "ive", "ions", "ion",
    "ence", "ed", "es", "er", "al", "s", "e", "y",
  ]

  static func stem(_ word: String) -> String {
    for ending in endings where word.count > ending.count + 2 && word.hasSuffix(ending) {
      let cut = word.dropLast(ending.count)
      // `running` → `run`, `plotted` → `plot`.
      let letters = Array(cut.utf8)
      let isDoubled = letters.count > 3 && letters[letters.count - 1] == letters[letters.count - 2]
      return String(cut.dropLast(isDoubled ? 1 : 0).prefix(stemLength))
    }
    return String(word.prefix(stemLength))
  }

  private static let ignored = Set(
    """
    the and for are was were what why how when where which who whom whose does did can could would
    should will shall may might must have has had you your yours our ours their theirs his her its
    they them this these that those there here with without from into onto about over under than then
    not but also only just some any all each every both more most less least other another one two
    three first second many much such same own very too between among during after before while
    because since until again whether being been him she let say get gets got make makes made take takes
    give gives given name list explain describe define derive show find write draw use uses used
    using want wants need needs know like likely likelihood happen happens work works mean means
    example examples problem problems question questions answer answers model models data dataset
    datasets method methods value values number numbers difference differences different difficulty
    training train learning neural network networks machine system systems time times case cases
    way ways thing things kind type types function functions algorithm algorithms set sets motivation
    purpose cause causes affect affects effect help helps change changes better best good well
    advantages disadvantages pros cons compare suppose imagine assume consider calculate probability
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
