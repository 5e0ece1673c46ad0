/// Two different items, in no order: the smaller id by bytes is `first`.
public struct ItemPair: Sendable, Hashable {
  /// The smaller id by bytes.
  public let first: String
  /// The larger id by bytes.
  public let second: String

  /// The pair of two items; `nil` where they are the same one.
  public init?(_ a: String, _ b: String) {
    guard a != b else { return nil }
    (first, second) = ByteOrder.precedes(a, b) ? (a, b) : (b, a)
  }
}
