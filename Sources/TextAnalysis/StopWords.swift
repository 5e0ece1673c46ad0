/// Lucene's 33 English stop words, which the analyzer `reference` removes.
enum StopWords {
  private static let words: [StaticString] = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it",
    "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these",
    "they", "this", "to", "was", "will", "with",
  ]

  /// Whether the lower-case bytes are a stop word.
  static func contains(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) -> Bool {
    let word = StemBuffer(bytes: bytes, count: count)
    return count <= 5 && words.contains { word.equals($0, within: count) }
  }
}
