/// Documents that were added together, and are replaced or deleted together.
public struct IndexGroup: Sendable, Hashable {
  /// What the caller named it.
  public let name: String
  /// Its documents, in the order of adding.
  public internal(set) var documents: [DocumentID]
}
