/// A parameter with the values to try.
public struct Parameter: Sendable, Hashable {
  /// The name, such as `k1`.
  public let name: String
  /// The values, in the order in which they are neighbours; each once.
  public let values: [ParameterValue]
  /// The place of the default in `values`.
  public let defaultIndex: Int

  /// A parameter.
  ///
  /// - Throws: `StatisticsError` without values, with a value that stands twice or is not finite,
  ///   or with a default that is not among them.
  public init(
    name: String, values: [ParameterValue], default defaultValue: ParameterValue
  ) throws(StatisticsError) {
    guard !values.isEmpty else { throw .empty(what: "values of '\(name)'") }
    var seen: Set<ParameterValue> = []
    for value in values {
      if let number = value.number, !number.isFinite {
        throw .outOfRange(id: name, value: "\(number)", expected: "a finite number")
      }
      guard seen.insert(value).inserted else { throw .duplicate(id: "\(name)=\(value)") }
    }
    guard let defaultIndex = values.firstIndex(of: defaultValue) else {
      throw .invalidSetting(
        name: name, reason: "the default \(defaultValue) is not among its values; add it")
    }
    self.name = name
    self.values = values
    self.defaultIndex = defaultIndex
  }
}
