/// A document that matches, with its score.
public struct SearchHit: Sendable, Hashable {
  /// The document's number within the snapshot.
  public let document: DocumentID
  /// What of the score is for how the query's words stand and are written in the document (see
  /// `Proximity`, `ExactForms`), by and large. Here it takes no memory: heaps of hits are what a
  /// search is busy with. Minus zero in a hit that was found by nearness alone.
  private let signedWording: Float
  /// The model's score; higher is better.
  public let score: Double

  /// Makes a hit.
  public init(document: DocumentID, score: Double) {
    self.init(document: document, score: score, wording: 0)
  }

  private init(document: DocumentID, score: Double, wording: Float) {
    self.document = document
    self.score = score
    signedWording = wording
  }

  /// A document that is found because it is near the query, with what function words give it.
  init(near document: DocumentID, score: Double) {
    self.init(document: document, score: score, wording: -0.0)
  }

  /// Whether the document was found because it is near the query: it has none of its words, or
  /// function words alone.
  public var isNear: Bool { signedWording.sign == .minus }

  /// What of the score is for the wording.
  var wording: Float { abs(signedWording) }

  /// The hit with a higher score.
  func adding(_ gain: Double) -> SearchHit {
    SearchHit(document: document, score: score + gain, wording: signedWording)
  }

  /// The hit with what it gains by its words' wording.
  func adding(wording gain: Double) -> SearchHit {
    SearchHit(document: document, score: score + gain, wording: wording + Float(gain))
  }

  /// The order of results: the higher score first, then the smaller document number.
  @inline(__always)
  static func isBetter(_ left: SearchHit, than right: SearchHit) -> Bool {
    left.score != right.score ? left.score > right.score : left.document < right.document
  }
}
