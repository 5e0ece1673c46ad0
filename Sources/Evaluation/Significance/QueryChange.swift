/// One query's figures under two systems.
public struct QueryChange: Sendable, Hashable {
  /// The query's id.
  public let query: String
  /// The baseline's figure.
  public let baseline: Double
  /// The system's figure.
  public let system: Double
  /// `system − baseline`; 0 where only rounding tells them apart.
  public let difference: Double
}
