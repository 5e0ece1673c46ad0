extension AnalysisState {
  /// Second words of terms that begin with a single letter: `k means`, `p value`, `t test`.
  private static let names: [StaticString] = [
    "means", "medoids", "nn", "fold", "folds", "value", "values", "test", "tests", "score",
    "scores", "statistic", "statistics", "gram", "grams", "learning", "sne", "measure", "shot",
  ]

  /// Adds the joined whole of a term that is written with a blank after its letter, without
  /// advancing, so that `k means` meets `k-means` and `kmeans`; its parts follow as words.
  mutating func emitLetterName(_ text: UnsafePointer<UInt8>, _ start: Int, _ count: Int) {
    let first = start + 2
    let letter = ByteClass.lower(text[start])
    guard kind == .english, ByteClass.isLetter(letter), letter != UInt8(ascii: "a"),
      letter != UInt8(ascii: "i"), first < count, ByteClass.isLetter(text[first])
    else { return }
    var end = first
    var length = 1
    joined[0] = letter
    while end < count, length <= 12 {
      let byte = text[end]
      guard ByteClass.isLetter(byte) else {
        if byte >= 0x80 || ByteClass.isDigit(byte) { return }
        break
      }
      joined[length] = ByteClass.lower(byte)
      length += 1
      end += 1
    }
    let word = StemBuffer(bytes: joined + 1, count: length - 1)
    guard Self.names.contains(where: { word.equals($0, within: length - 1) }) else { return }
    emitWord(joined, length, start, end)
    position &-= 1
  }
}
