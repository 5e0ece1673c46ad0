/// The Snowball project's English stemmer ("Porter2"), version 3 with its exceptions:
/// https://snowballstem.org/algorithms/english/stemmer.html
///
/// It works on lower-case ASCII words, which may hold apostrophes; other bytes count as
/// consonants. The cost is linear in the length of the word.
public enum SnowballEnglish {
  /// The stem of a lower-case word.
  public static func stem(_ word: String) -> String {
    word.stemmed { stem($0, count: $1) }
  }

  /// Shortens a word in place and returns the length of its stem in bytes.
  static func stem(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
    var word = StemBuffer(bytes: bytes, count: count)
    if replaceException(&word) || count < 3 { return word.count }
    removeLeadingApostrophe(&word)
    let marked = markConsonantY(word)
    let (r1, r2) = regions(of: word)
    removePlural(&word)
    removePast(&word, r1)
    replaceFinalY(&word)
    reduceDerivation(&word, r1)
    reduceEnding(&word, r1, r2)
    removeEnding(&word, r2)
    removeFinalLetter(&word, r1, r2)
    if marked { unmark(word) }
    return word.count
  }

  /// Whether a byte is a, e, i, o or u.
  @inline(__always)
  static func isVowel(_ byte: UInt8) -> Bool {
    // One bit for each of a, e, i, o, u, counted from `a`.
    let index = byte &- 97
    return index < 32 && 0x10_4111 >> UInt32(index) & 1 == 1
  }

  /// Whether a byte is a vowel of this algorithm: also `y`, unless it is marked as a consonant.
  @inline(__always)
  private static func isVowelOrY(_ byte: UInt8) -> Bool {
    isVowel(byte) || byte == UInt8(ascii: "y")
  }

  private static let exceptions: [(word: StaticString, stem: StaticString)] = [
    ("skis", "ski"), ("skies", "sky"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"),
    ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"),
    ("howe", "howe"), ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"),
    ("andes", "andes"),
  ]

  private static func replaceException(_ word: inout StemBuffer) -> Bool {
    guard word.count >= 3 && word.count <= 6 else { return false }
    for exception in exceptions where word.equals(exception.word, within: word.count) {
      word.replace(after: 0, with: exception.stem)
      return true
    }
    return false
  }

  private static func removeLeadingApostrophe(_ word: inout StemBuffer) {
    guard word[0] == UInt8(ascii: "'") else { return }
    for i in 1..<word.count { word[i - 1] = word[i] }
    word.count -= 1
  }

  /// Writes `Y` for each `y` that stands at the start or after a vowel.
  private static func markConsonantY(_ word: StemBuffer) -> Bool {
    var marked = false
    for i in 0..<word.count where word[i] == UInt8(ascii: "y") {
      if i == 0 || isVowelOrY(word[i - 1]) {
        word[i] = UInt8(ascii: "Y")
        marked = true
      }
    }
    return marked
  }

  private static func unmark(_ word: StemBuffer) {
    for i in 0..<word.count where word[i] == UInt8(ascii: "Y") { word[i] = UInt8(ascii: "y") }
  }

  /// Beginnings after which the first region starts, whatever the letters.
  private static let prefixes: [StaticString] = [
    "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter",
  ]

  /// Where R1 and R2 begin: each after the first consonant that follows a vowel.
  private static func regions(of word: StemBuffer) -> (r1: Int, r2: Int) {
    let prefix = prefixes.first { word.begins(with: $0) }
    let r1 = prefix?.utf8CodeUnitCount ?? region(of: word, from: 0)
    return (r1, region(of: word, from: r1))
  }

  private static func region(of word: StemBuffer, from start: Int) -> Int {
    var i = start
    while i < word.count, !isVowelOrY(word[i]) { i += 1 }
    while i < word.count, isVowelOrY(word[i]) { i += 1 }
    return min(i + 1, word.count)
  }

  private static func hasVowel(_ word: StemBuffer, _ length: Int) -> Bool {
    (0..<max(0, length)).contains { isVowelOrY(word[$0]) }
  }

  /// Whether the first `length` bytes end in a short syllable.
  private static func endsShort(_ word: StemBuffer, _ length: Int) -> Bool {
    if word.ends(in: "past", within: length) { return true }
    guard length >= 2, !isVowelOrY(word[length - 1]), isVowelOrY(word[length - 2]) else {
      return false
    }
    if length == 2 { return true }
    let last = word[length - 1]
    return !isVowelOrY(word[length - 3]) && last != UInt8(ascii: "w") && last != UInt8(ascii: "x")
      && last != UInt8(ascii: "Y")
  }

  /// Step 1a, with the apostrophes before it.
  private static func removePlural(_ word: inout StemBuffer) {
    if word.ends(in: "'s'") {
      word.count -= 3
    } else if word.ends(in: "'s") {
      word.count -= 2
    } else if word.ends(in: "'") {
      word.count -= 1
    }
    if word.ends(in: "sses") {
      word.count -= 2
    } else if word.ends(in: "ied") || word.ends(in: "ies") {
      word.count -= word.count > 4 ? 2 : 1
    } else if word.ends(in: "s"), !word.ends(in: "us"), !word.ends(in: "ss"),
      hasVowel(word, word.count - 2)
    {
      word.count -= 1
    }
  }

  /// Words before `ing` that are no verbs.
  private static let unchangedBeforeIng: [StaticString] = [
    "inn", "out", "cann", "herr", "earr", "even",
  ]

  /// Step 1b.
  private static func removePast(_ word: inout StemBuffer, _ r1: Int) {
    for suffix: StaticString in ["eedly", "eed"] where word.ends(in: suffix) {
      let length = word.count - suffix.utf8CodeUnitCount
      let kept: [StaticString] = ["proc", "exc", "succ"]
      if length >= r1, !kept.contains(where: { word.equals($0, within: length) }) {
        word.replace(after: length, with: "ee")
      }
      return
    }
    let suffixes: [StaticString] = ["ingly", "edly", "ing", "ed"]
    guard let suffix = suffixes.first(where: { word.ends(in: $0) }) else { return }
    let length = word.count - suffix.utf8CodeUnitCount
    if word.ends(in: "ing") {
      if length == 2, word[1] == UInt8(ascii: "y"), !isVowelOrY(word[0]) {
        word.replace(after: 1, with: "ie")
        return
      }
      if unchangedBeforeIng.contains(where: { word.equals($0, within: length) }) { return }
    }
    guard hasVowel(word, length) else { return }
    word.count = length
    repairVerb(&word, r1)
  }

  /// What follows the removal of a verb's ending: hop(p), hop(e).
  private static func repairVerb(_ word: inout StemBuffer, _ r1: Int) {
    if word.ends(in: "at") || word.ends(in: "bl") || word.ends(in: "iz") {
      word.replace(after: word.count, with: "e")
      return
    }
    let n = word.count
    if n >= 2, word[n - 1] == word[n - 2], isDoubled(word[n - 1]) {
      let first = word[0]
      let isWhole =
        n == 3
        && (first == UInt8(ascii: "a") || first == UInt8(ascii: "e") || first == UInt8(ascii: "o"))
      if !isWhole { word.count -= 1 }
    } else if n == r1, endsShort(word, n) {
      word.replace(after: n, with: "e")
    }
  }

  /// Whether a letter is doubled before an ending: b, d, f, g, m, n, p, r, t.
  private static func isDoubled(_ byte: UInt8) -> Bool {
    let index = byte &- 97
    return index < 32 && 0xA_B06A >> UInt32(index) & 1 == 1
  }

  /// Step 1c.
  private static func replaceFinalY(_ word: inout StemBuffer) {
    let n = word.count
    guard n > 2, word[n - 1] == UInt8(ascii: "y") || word[n - 1] == UInt8(ascii: "Y"),
      !isVowelOrY(word[n - 2])
    else { return }
    word[n - 1] = UInt8(ascii: "i")
  }

  private typealias Rule = (suffix: StaticString, replacement: StaticString)

  /// Step 2, longer suffixes before shorter ones that end them.
  private static let step2: [Rule] = [
    ("ational", "ate"), ("tional", "tion"), ("fulness", "ful"), ("iveness", "ive"),
    ("ousness", "ous"), ("ization", "ize"), ("biliti", "ble"), ("lessli", "less"),
    ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"),
    ("iviti", "ive"), ("fulli", "ful"), ("ogist", "og"), ("enci", "ence"), ("anci", "ance"),
    ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
  ]

  private static func reduceDerivation(_ word: inout StemBuffer, _ r1: Int) {
    if let rule = step2.first(where: { word.ends(in: $0.suffix) }) {
      let length = word.count - rule.suffix.utf8CodeUnitCount
      if length >= r1 { word.replace(after: length, with: rule.replacement) }
    } else if word.ends(in: "ogi") {
      let length = word.count - 3
      if length >= r1, length > 0, word[length - 1] == UInt8(ascii: "l") {
        word.replace(after: length, with: "og")
      }
    } else if word.ends(in: "li") {
      let length = word.count - 2
      if length >= r1, length > 0, isBeforeLi(word[length - 1]) { word.count = length }
    }
  }

  /// Whether `li` may be removed after a letter: c, d, e, g, h, k, m, n, r, t.
  private static func isBeforeLi(_ byte: UInt8) -> Bool {
    let index = byte &- 97
    return index < 32 && 0xA_34DC >> UInt32(index) & 1 == 1
  }

  private static let step3: [Rule] = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"),
    ("ical", "ic"), ("ness", ""), ("ful", ""),
  ]

  private static func reduceEnding(_ word: inout StemBuffer, _ r1: Int, _ r2: Int) {
    if let rule = step3.first(where: { word.ends(in: $0.suffix) }) {
      let length = word.count - rule.suffix.utf8CodeUnitCount
      if length >= r1 { word.replace(after: length, with: rule.replacement) }
    } else if word.ends(in: "ative"), word.count - 5 >= r2 {
      word.count -= 5
    }
  }

  private static let step4: [StaticString] = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "ion", "al", "er", "ic",
  ]

  private static func removeEnding(_ word: inout StemBuffer, _ r2: Int) {
    guard let suffix = step4.first(where: { word.ends(in: $0) }) else { return }
    let length = word.count - suffix.utf8CodeUnitCount
    guard length >= r2 else { return }
    if word.ends(in: "ion") {
      guard length > 0 else { return }
      let last = word[length - 1]
      guard last == UInt8(ascii: "s") || last == UInt8(ascii: "t") else { return }
    }
    word.count = length
  }

  /// Step 5.
  private static func removeFinalLetter(_ word: inout StemBuffer, _ r1: Int, _ r2: Int) {
    let length = word.count - 1
    if word.ends(in: "e") {
      if length >= r2 || (length >= r1 && !endsShort(word, length)) { word.count = length }
    } else if word.ends(in: "ll"), length >= r2 {
      word.count = length
    }
  }
}
