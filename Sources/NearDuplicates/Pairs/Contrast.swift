/// A reason to keep two questions apart that look alike.
public struct Contrast: Sendable, Hashable, CustomStringConvertible {
  /// What kind of difference it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Numbers differ.
    case number
    /// One is negated.
    case negation
    /// Opposed words stand in the same place.
    case opposed
    /// The same words have changed places.
    case swapped
    /// Different things are named in the same place.
    case name
    /// Notation or signs differ.
    case notation
    /// Code or options differ.
    case code
    /// Something else is asked of the same subject.
    case aspect
    /// The lead-ins differ.
    case context
    /// One word stands in place of another.
    case word
  }

  /// What kind of difference it is.
  public let kind: Kind
  /// The words of the first question that make it; empty where it has none.
  public let first: String
  /// The words of the second question that make it; empty where it has none.
  public let second: String

  /// The kind and the words: `number: 2 / 3`.
  public var description: String {
    let words = [first, second].filter { !$0.isEmpty }.joined(separator: " / ")
    return words.isEmpty ? kind.rawValue : "\(kind.rawValue): \(words)"
  }

  /// The same seen from the other question.
  public var mirrored: Contrast { Contrast(kind: kind, first: second, second: first) }

  /// Whether the difference alone keeps the questions apart, however alike they are.
  public var isDecisive: Bool {
    switch kind {
    case .number, .negation, .opposed, .swapped, .name, .notation, .code, .context, .aspect: true
    case .word: false
    }
  }
}
