/// What is indexed: a name, one text a field, and bytes that are kept for the caller.
public struct Document: Sendable, Hashable {
  /// The name by which a document is found again and written into runs; unique within an index.
  public var name: String
  /// One text for each field of the index, in the order of its fields; empty where there is none.
  public var fields: [String]
  /// Bytes that `Snapshot.withStored(of:_:)` gives back unchanged.
  public var stored: [UInt8]

  /// A document.
  public init(name: String, fields: [String], stored: [UInt8] = []) {
    self.name = name
    self.fields = fields
    self.stored = stored
  }
}
