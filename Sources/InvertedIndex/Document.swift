/// What is indexed: a name, one text a field, and bytes that are kept for the caller.
public struct Document: Sendable, Hashable {
  /// The name by which a document is found again and written into runs; unique within an index.
  public var name: String
  /// One text for each field of the index, in the order of its fields; empty where there is none.
  public var fields: [String]
  /// What filters ask for, such as `kind=question`: any texts of up to 65,535 bytes of UTF-8, which
  /// are compared byte by byte.
  public var attributes: [String]
  /// Bytes that `Snapshot.withStored(of:_:)` gives back unchanged.
  public var stored: [UInt8]

  /// The most bytes of UTF-8 that an attribute has.
  public static let attributeLengthLimit = SegmentLimit.nameLength

  /// A document.
  public init(name: String, fields: [String], attributes: [String] = [], stored: [UInt8] = []) {
    self.name = name
    self.fields = fields
    self.attributes = attributes
    self.stored = stored
  }
}
