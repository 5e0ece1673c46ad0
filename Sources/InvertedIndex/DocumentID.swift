/// The number of a document within a snapshot, from 0. Deleted documents leave gaps until their
/// segment is merged.
///
/// Not a name: it changes with updates of the index. The name is `Document.name`.
public struct DocumentID: RawRepresentable, Sendable, Hashable, Comparable,
  CustomStringConvertible
{
  /// The number.
  public let rawValue: UInt32

  /// Makes an id from its number.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The order of documents, which decides between equal scores.
  public static func < (left: DocumentID, right: DocumentID) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The number in digits.
  public var description: String { String(rawValue) }
}
