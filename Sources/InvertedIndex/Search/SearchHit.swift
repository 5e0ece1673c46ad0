/// A document that matches, with its score.
public struct SearchHit: Sendable, Hashable {
  /// The document's number within the snapshot.
  public let document: DocumentID
  /// What of the score the proximity of words is, by and large. Here it takes no memory: heaps of
  /// hits are what a search is busy with.
  let proximity: Float
  /// The model's score; higher is better.
  public let score: Double

  /// Makes a hit.
  public init(document: DocumentID, score: Double) {
    self.init(document: document, score: score, proximity: 0)
  }

  init(document: DocumentID, score: Double, proximity: Float) {
    self.document = document
    self.score = score
    self.proximity = proximity
  }

  /// The hit with a higher score.
  func adding(_ gain: Double) -> SearchHit {
    SearchHit(document: document, score: score + gain, proximity: proximity)
  }

  /// The order of results: the higher score first, then the smaller document number.
  @inline(__always)
  static func isBetter(_ left: SearchHit, than right: SearchHit) -> Bool {
    left.score != right.score ? left.score > right.score : left.document < right.document
  }
}
