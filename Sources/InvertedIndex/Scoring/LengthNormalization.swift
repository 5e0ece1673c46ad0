/// BM25's length part of a document, all fields together: `1 − b + b · dl / avgdl`.
struct LengthNormalization {
  private let b: Double
  private let averageLength: Double
  private let lengths: FieldLengths

  init(_ context: ScoringContext, b: Double) {
    self.b = b
    averageLength = context.statistics.averageLength
    lengths = context.lengths
  }

  /// 1 for a document of mean length.
  @inline(__always)
  func part(of document: Int) -> Double {
    1 - b + b * Double(lengths.total(document: document)) / averageLength
  }
}
