/// Two items that somebody has judged to be the same or not.
public struct LabeledPair: Sendable, Hashable {
  /// The items.
  public let pair: ItemPair
  /// Whether they were judged to be the same.
  public let isDuplicate: Bool

  /// A judged pair.
  public init(_ pair: ItemPair, isDuplicate: Bool) {
    self.pair = pair
    self.isDuplicate = isDuplicate
  }
}
