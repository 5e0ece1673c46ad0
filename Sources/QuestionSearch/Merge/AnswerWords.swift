import TextAnalysis

/// What of an answer is compared: its words as a whole and sentence by sentence.
struct AnswerWords {
  /// What a sentence, a line or an item of a list says.
  struct Sentence {
    var content: Set<UInt32> = []
    /// Digits without units: "940 px" and "940px" are one number.
    var numbers: Set<String> = []
    var names: Set<UInt32> = []
    var negations = 0
    fileprivate var hasWords = false
    /// What it is about: its words but for numbers and names.
    var topic: Set<UInt32> = []
  }

  var count = 0
  var content: Set<UInt32> = []
  var numbers: Set<String> = []
  var sentences: [Sentence] = []
  /// What is written but for case, blanks and the like: what tells that two are the same, or one
  /// the beginning of the other.
  var letters: [UInt8] = []
  private var isBehindNot = false
  /// Letters and digits of it alone.
  var plain: [UInt8] = []
  /// Whether it is too long to be compared word by word.
  private(set) var isLong = false
  /// Whether it ends in marks of omission.
  var isCut = false

  private static let negations: Set = ["not", "no", "never", "cannot", "without", "n't", "false"]
  private static let agreeing: Set = ["yes", "true"]
  /// What is too long for a person to compare is compared by its beginning.
  private static let mostCharacters = 20_000
  private static let mostSentences = 60

  init(_ answer: String, _ session: AnalysisSession) {
    var tokens: [Token] = []
    let text = String(answer.prefix(Self.mostCharacters))
    isLong = text.utf8.count < answer.utf8.count
    session.analyze(text, into: &tokens)
    let bytes = Array(text.utf8)
    let ends = Self.sentenceEnds(bytes)
    var part = 0
    var sentence = Sentence()
    var start = 0
    for token in tokens {
      while part < ends.count, Int(token.start) >= ends[part] {
        close(&sentence, bytes[start..<ends[part]])
        start = ends[part]
        part += 1
      }
      count += 1
      read(token, session.term(token.term), bytes, &sentence)
    }
    close(&sentence, bytes[start...])
    let trimmed = answer.utf8.reversed().drop { $0 <= 0x20 }.prefix(3).reversed()
    isCut = trimmed.elementsEqual("...".utf8) || trimmed.elementsEqual("…".utf8)
    letters = Self.written(answer)
    plain = letters.filter { Self.isLetter($0) }
  }

  /// An answer without what changes no meaning: case, blanks, quotes and backticks, emphasis, and
  /// marks at the end of a word. Signs count: "C++" is not "C#", `a < b` is not `a > b`.
  private static func written(_ answer: String) -> [UInt8] {
    let bytes = Array(answer.lowercased().utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      let previous = place > 0 ? bytes[place - 1] : 0x20
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0x20
      switch byte {
      case 0...0x20, 0x22, 0x27, 0x60: break
      // "*": emphasis beside a letter on one side, a blank or another mark on the other.
      case 0x2A, 0x5F:
        var end = place
        while end < bytes.count, bytes[end] == byte { end += 1 }
        let behind = end < bytes.count ? bytes[end] : 0x20
        if isLetter(previous) == isLetter(behind) { output += bytes[place..<end] }
        place = end - 1
      case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F:
        if !(next <= 0x20 || next == 0x22 || next == 0x2A) { output.append(byte) }
      // Quotes, dashes and marks of omission of General Punctuation.
      case 0xE2 where next == 0x80:
        let last = place + 2 < bytes.count ? bytes[place + 2] : 0
        if (0x90...0x95).contains(last) { output.append(0x2D) }
        if !(0x90...0x9F).contains(last), last != 0xA6 { output += [0xE2, 0x80, last] }
        place += 2
      default: output.append(byte)
      }
      place += 1
    }
    return output
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  private mutating func read(
    _ token: Token, _ term: String, _ bytes: [UInt8], _ sentence: inout Sentence
  ) {
    let written = bytes[Int(token.start)..<Int(token.end)]
    let isFirst = !sentence.hasWords
    sentence.hasWords = true
    let word = String(decoding: written, as: UTF8.self).lowercased()
    if Self.agreeing.contains(word) { sentence.negations += 2 }
    // "not only … but" denies nothing.
    if word == "only", isBehindNot { sentence.negations += 1 }
    isBehindNot = word == "not"
    if written.contains(where: Self.isDigit) {
      let digits = written.drop { !Self.isDigit($0) }.prefix { Self.isDigit($0) }
      sentence.numbers.insert(String(decoding: digits, as: UTF8.self))
      sentence.content.insert(token.term)
    } else if Self.negations.contains(word) || Self.endsInNot(written) {
      sentence.negations += 1
    } else if !FunctionWords.contains(term) {
      sentence.content.insert(token.term)
      // The first word of a sentence has a capital whatever it is.
      if let first = written.first, (0x41...0x5A).contains(first), !isFirst {
        sentence.names.insert(token.term)
      } else {
        sentence.topic.insert(token.term)
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// "don't", with either apostrophe.
  private static func endsInNot(_ word: ArraySlice<UInt8>) -> Bool {
    ["n't", "n\u{2019}t"].contains { word.reversed().starts(with: $0.utf8.reversed()) }
  }

  /// Code and links say nothing that could contradict.
  private mutating func close(_ sentence: inout Sentence, _ bytes: ArraySlice<UInt8>) {
    content.formUnion(sentence.content)
    numbers.formUnion(sentence.numbers)
    let isCode = bytes.contains { [0x3B, 0x3D, 0x7B, 0x7D, 0x60].contains($0) }
    let isLink = String(decoding: bytes, as: UTF8.self).contains("://")
    if !sentence.content.isEmpty, !isCode, !isLink, sentences.count < Self.mostSentences {
      sentences.append(sentence)
    }
    sentence = Sentence()
  }

  /// Where sentences end: behind a line, and behind a full stop and a blank.
  private static func sentenceEnds(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { place in
      if bytes[place] == 0x0A { return true }
      return [0x2E, 0x21, 0x3F].contains(bytes[place]) && place + 1 < bytes.count
        && bytes[place + 1] == 0x20
    }.map { $0 + 1 }
  }
}
