/// The parameters to tune.
public struct ParameterSpace: Sendable, Hashable {
  /// The parameters, each with another name.
  public let parameters: [Parameter]

  /// A space of `parameters`.
  ///
  /// - Throws: `StatisticsError` without parameters or with a name twice.
  public init(_ parameters: [Parameter]) throws(StatisticsError) {
    guard !parameters.isEmpty else { throw .empty(what: "parameters") }
    var seen: Set<String> = []
    for parameter in parameters where !seen.insert(parameter.name).inserted {
      throw .duplicate(id: parameter.name)
    }
    self.parameters = parameters
  }

  /// The number of configurations; `Int.max` where it is larger.
  public var count: Int {
    parameters.reduce(1) { product, parameter in
      let (value, overflow) = product.multipliedReportingOverflow(by: parameter.values.count)
      return overflow ? Int.max : value
    }
  }

  /// Every parameter at its default.
  public var defaultConfiguration: Configuration {
    Configuration(parameters: parameters, indices: parameters.map(\.defaultIndex))
  }

  /// The configuration with these places of the values.
  func configuration(_ indices: [Int]) -> Configuration {
    Configuration(parameters: parameters, indices: indices)
  }

  /// All configurations, the last parameter's value changing first.
  func allIndices() -> [[Int]] {
    var result: [[Int]] = [[]]
    for parameter in parameters {
      result = result.flatMap { head in parameter.values.indices.map { head + [$0] } }
    }
    return result
  }
}
