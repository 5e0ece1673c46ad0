/// A value of a parameter: a number, or the name of a choice.
public enum ParameterValue: Sendable, Hashable, CustomStringConvertible,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral
{
  /// A finite number.
  case number(Double)
  /// A choice by name, such as a scoring model.
  case name(String)

  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A name.
  public init(stringLiteral value: String) { self = .name(value) }

  /// The number, where it is one.
  public var number: Double? {
    if case .number(let value) = self { return value }
    return nil
  }

  /// The number (whole ones without a point) or the name.
  public var description: String {
    switch self {
    case .number(let value): return Int(exactly: value).map(String.init) ?? "\(value)"
    case .name(let name): return name
    }
  }
}
