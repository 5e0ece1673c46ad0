/// One value for each parameter of a space.
public struct Configuration: Sendable, Hashable, CustomStringConvertible {
  /// The parameters, in the order of the space.
  public let parameters: [Parameter]
  /// The place of each parameter's value in its list.
  public let indices: [Int]

  /// The values, in the order of the parameters.
  public var values: [ParameterValue] {
    zip(parameters, indices).map { $0.values[$1] }
  }

  /// The value of the parameter `name`; `nil` where the space has none of that name.
  public subscript(name: String) -> ParameterValue? {
    parameters.firstIndex { $0.name == name }.map { parameters[$0].values[indices[$0]] }
  }

  /// Steps from the default: the sum over the parameters of how many places in its list the value
  /// is away from the default.
  public var distanceFromDefault: Int {
    zip(parameters, indices).reduce(0) { $0 + abs($1.1 - $1.0.defaultIndex) }
  }

  /// `k1=0.9, b=0.4`.
  public var description: String {
    zip(parameters, values).map { "\($0.name)=\($1)" }.joined(separator: ", ")
  }
}
