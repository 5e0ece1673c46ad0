/// Numbers of a whole collection that scoring needs.
public struct CollectionStatistics: Sendable, Hashable {
  /// One field's numbers.
  public struct Field: Sendable, Hashable {
    /// The field's name.
    public let name: String
    /// Documents in which the field is not empty.
    public let documentCount: Int
    /// The sum of the field's lengths, in words.
    public let totalLength: Int

    /// Makes a record of a field's numbers.
    public init(name: String, documentCount: Int, totalLength: Int) {
      self.name = name
      self.documentCount = documentCount
      self.totalLength = totalLength
    }

    /// The mean length over the documents in which the field is not empty; 1 where there is none.
    public var averageLength: Double {
      documentCount == 0 ? 1 : Double(totalLength) / Double(documentCount)
    }
  }

  /// Documents in all.
  public let documentCount: Int
  /// Pairs of a term and a document that has it.
  public let postingsCount: Int
  /// The fields in their order.
  public let fields: [Field]

  /// Makes a record of a collection's numbers.
  public init(documentCount: Int, postingsCount: Int, fields: [Field]) {
    self.documentCount = documentCount
    self.postingsCount = postingsCount
    self.fields = fields
  }

  /// The mean length of a document, all fields together, in words; 1 where there is none.
  public var averageLength: Double {
    let total = fields.reduce(0) { $0 + $1.totalLength }
    return documentCount == 0 || total == 0 ? 1 : Double(total) / Double(documentCount)
  }
}
