/// Which documents a search may find, by their attributes.
///
/// ```swift
/// // Questions of one of two banks.
/// DocumentFilter([["bank=birds", "bank=trees"], ["kind=question"]])
/// ```
public struct DocumentFilter: Sendable, Hashable {
  /// All must hold: a document has at least one attribute of each. Attributes are compared byte by
  /// byte.
  public var clauses: [[String]]

  /// A filter of clauses; without any, all documents pass.
  public init(_ clauses: [[String]] = []) { self.clauses = clauses }
}
