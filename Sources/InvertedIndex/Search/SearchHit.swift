/// A document that matches, with its score.
public struct SearchHit: Sendable, Hashable {
  /// The document's number within the snapshot.
  public let document: DocumentID
  /// The model's score; higher is better.
  public let score: Double

  /// Makes a hit.
  public init(document: DocumentID, score: Double) {
    self.document = document
    self.score = score
  }

  /// The order of results: the higher score first, then the smaller document number.
  @inline(__always)
  static func isBetter(_ left: SearchHit, than right: SearchHit) -> Bool {
    left.score != right.score ? left.score > right.score : left.document < right.document
  }
}
