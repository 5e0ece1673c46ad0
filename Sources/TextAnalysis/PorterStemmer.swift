/// The stemmer of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980.
///
/// It works on lower-case ASCII words; other bytes count as consonants. The cost is linear in the
/// length of the word.
public struct PorterStemmer: Sendable, Hashable {
  /// The rules as published in 1980, which the Snowball project's `porter` vocabulary follows.
  public static let published = PorterStemmer(isRevised: false)

  /// The rules as Porter's own later programs and Lucene have them: `bli` to `ble` in place of
  /// `abli` to `able`, `logi` to `log`, and words of one or two bytes are left alone.
  public static let revised = PorterStemmer(isRevised: true)

  /// Whether the later revisions apply.
  public let isRevised: Bool

  /// The stem of a lower-case word.
  public func stem(_ word: String) -> String { word.stemmed { stem($0, count: $1) } }

  /// Shortens a word in place and returns the length of its stem in bytes.
  func stem(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
    if isRevised && count <= 2 { return count }
    var word = StemBuffer(bytes: bytes, count: count)
    Self.removePlural(&word)
    Self.removePast(&word)
    if word.ends(in: "y"), Self.hasVowel(word, word.count - 1) {
      word[word.count - 1] = UInt8(ascii: "i")
    }
    Self.apply(isRevised ? Self.step2Revised : Self.step2, to: &word)
    Self.apply(Self.step3, to: &word)
    Self.removeLastSuffix(&word)
    Self.tidy(&word)
    return word.count
  }

  /// Whether the byte at an index is a consonant: `y` is one at the start and after a vowel.
  private static func isConsonant(_ word: StemBuffer, _ index: Int) -> Bool {
    var i = index
    var flips = false
    // A run of `y` alternates, back to the start or to another letter.
    while word[i] == UInt8(ascii: "y") {
      if i == 0 { return !flips }
      flips.toggle()
      i -= 1
    }
    let isVowel = SnowballEnglish.isVowel(word[i])
    return isVowel == flips
  }

  /// The number m of vowel-consonant sequences in the first `length` bytes: `[C](VC)^m[V]`.
  private static func measure(_ word: StemBuffer, _ length: Int) -> Int {
    var m = 0
    var afterVowel = false
    var previousIsConsonant = false
    for i in 0..<length {
      var isConsonant = !SnowballEnglish.isVowel(word[i])
      if word[i] == UInt8(ascii: "y") { isConsonant = i == 0 || !previousIsConsonant }
      if isConsonant && afterVowel { m += 1 }
      afterVowel = !isConsonant
      previousIsConsonant = isConsonant
    }
    return m
  }

  private static func hasVowel(_ word: StemBuffer, _ length: Int) -> Bool {
    var previousIsConsonant = false
    for i in 0..<length {
      var isConsonant = !SnowballEnglish.isVowel(word[i])
      if word[i] == UInt8(ascii: "y") { isConsonant = i == 0 || !previousIsConsonant }
      if !isConsonant { return true }
      previousIsConsonant = isConsonant
    }
    return false
  }

  private static func endsInDoubleConsonant(_ word: StemBuffer, _ length: Int) -> Bool {
    length > 1 && word[length - 1] == word[length - 2] && isConsonant(word, length - 1)
  }

  /// Consonant, vowel, consonant at the end, the last not w, x or y.
  private static func endsShort(_ word: StemBuffer, _ length: Int) -> Bool {
    guard length > 2, isConsonant(word, length - 3), !isConsonant(word, length - 2),
      isConsonant(word, length - 1)
    else { return false }
    let last = word[length - 1]
    return last != UInt8(ascii: "w") && last != UInt8(ascii: "x") && last != UInt8(ascii: "y")
  }

  /// Step 1a.
  private static func removePlural(_ word: inout StemBuffer) {
    guard word.ends(in: "s") else { return }
    if word.ends(in: "sses") || word.ends(in: "ies") {
      word.count -= 2
    } else if !word.ends(in: "ss") {
      word.count -= 1
    }
  }

  /// Step 1b.
  private static func removePast(_ word: inout StemBuffer) {
    if word.ends(in: "eed") {
      if measure(word, word.count - 3) > 0 { word.count -= 1 }
      return
    }
    if word.ends(in: "ed"), hasVowel(word, word.count - 2) {
      word.count -= 2
    } else if word.ends(in: "ing"), hasVowel(word, word.count - 3) {
      word.count -= 3
    } else {
      return
    }
    if word.ends(in: "at") || word.ends(in: "bl") || word.ends(in: "iz") {
      word.replace(after: word.count, with: "e")
    } else if endsInDoubleConsonant(word, word.count) {
      let last = word[word.count - 1]
      if last != UInt8(ascii: "l") && last != UInt8(ascii: "s") && last != UInt8(ascii: "z") {
        word.count -= 1
      }
    } else if measure(word, word.count) == 1 && endsShort(word, word.count) {
      word.replace(after: word.count, with: "e")
    }
  }

  private typealias Rule = (suffix: StaticString, replacement: StaticString)

  /// Step 2, longer suffixes before shorter ones that end them.
  private static let step2: [Rule] = common2 + [("abli", "able")]
  private static let step2Revised: [Rule] = common2 + [("bli", "ble"), ("logi", "log")]

  private static let common2: [Rule] = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"),
    ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
    ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
  ]

  private static let step3: [Rule] = [
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
    ("ness", ""),
  ]

  private static func apply(_ rules: [Rule], to word: inout StemBuffer) {
    guard let rule = rules.first(where: { word.ends(in: $0.suffix) }) else { return }
    let length = word.count - rule.suffix.utf8CodeUnitCount
    if measure(word, length) > 0 { word.replace(after: length, with: rule.replacement) }
  }

  private static let step4: [StaticString] = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
  ]

  private static func removeLastSuffix(_ word: inout StemBuffer) {
    guard let suffix = step4.first(where: { word.ends(in: $0) }) else { return }
    let length = word.count - suffix.utf8CodeUnitCount
    guard measure(word, length) > 1 else { return }
    if word.ends(in: "ion") {
      guard length > 0 else { return }
      let last = word[length - 1]
      guard last == UInt8(ascii: "s") || last == UInt8(ascii: "t") else { return }
    }
    word.count = length
  }

  /// Step 5.
  private static func tidy(_ word: inout StemBuffer) {
    if word.ends(in: "e") {
      let m = measure(word, word.count - 1)
      if m > 1 || (m == 1 && !endsShort(word, word.count - 1)) { word.count -= 1 }
    }
    if word.ends(in: "ll"), measure(word, word.count) > 1 { word.count -= 1 }
  }
}

extension String {
  /// This word after a stemmer has shortened its bytes.
  func stemmed(_ stem: (UnsafeMutablePointer<UInt8>, Int) -> Int) -> String {
    var bytes = Array(utf8)
    // One byte of room: a stemmer may put back a letter that it has just removed.
    bytes.append(0)
    let length = bytes.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { stem($0, buffer.count - 1) } ?? 0
    }
    return String(decoding: bytes.prefix(length), as: UTF8.self)
  }
}
