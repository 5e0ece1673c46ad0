/// What a detector said of a judged pair: a probability, or any score that is higher for pairs
/// more likely to be the same.
public struct JudgedScore: Sendable, Hashable {
  /// The detector's score.
  public let score: Double
  /// Whether the pair was judged to be the same.
  public let isDuplicate: Bool

  /// A judged pair's score.
  public init(score: Double, isDuplicate: Bool) {
    self.score = score
    self.isDuplicate = isDuplicate
  }
}
