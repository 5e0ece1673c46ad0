/// A system's figures by several measures.
public struct SystemScores: Sendable, Hashable {
  /// The system's name.
  public let name: String
  /// The figures by the measure's name.
  public let measures: [String: QueryScores]

  /// The figures of the system `name`.
  public init(name: String, measures: [String: QueryScores]) {
    self.name = name
    self.measures = measures
  }
}
