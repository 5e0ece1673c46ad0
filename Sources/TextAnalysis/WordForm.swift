/// What is done to a folded word of `english` to make its term.
enum WordForm {
  /// Turns a word into its term in place and returns the term's length in bytes.
  ///
  /// Only words of ASCII letters are changed: British spelling becomes American, then the Snowball
  /// stemmer applies. A word with digits is a name or a number, whose endings mean something else;
  /// other scripts are other languages. The buffer needs room for one byte more.
  static func reduce(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
    for i in 0..<count where bytes[i] &- 97 >= 26 { return count }
    var word = StemBuffer(bytes: bytes, count: count)
    if isAcronymPlural(word) { return count - 1 }
    AmericanSpelling.apply(to: &word)
    return SnowballEnglish.stem(bytes, count: word.count)
  }

  /// Names of four letters and more that end in `s` by themselves.
  private static let singular: [StaticString] = [
    "https", "dbms", "rdbms", "xmlns", "hdfs", "ntfs", "rxjs", "bfgs", "lbfgs", "hsts",
  ]

  /// Whether a word is the plural of an acronym without vowels (`llms`, `cnns`) or of a processing
  /// unit (`gpus`), which the stemmer takes for a singular. Three letters are too few to tell
  /// (`dns`, `gps`).
  private static func isAcronymPlural(_ word: StemBuffer) -> Bool {
    let n = word.count
    guard n >= 4, n <= 6, word[n - 1] == UInt8(ascii: "s"), word[n - 2] != UInt8(ascii: "s") else {
      return false
    }
    // `gpus`, `cpus`, `tpus`: no English word is written so.
    let isUnits = n == 4 && word[1] == UInt8(ascii: "p") && word[2] == UInt8(ascii: "u")
    for i in 0..<n where SnowballEnglish.isVowel(word[i]) || word[i] == UInt8(ascii: "y") {
      guard isUnits, i == 2 else { return false }
    }
    return !singular.contains { word.equals($0, within: n) }
  }
}
