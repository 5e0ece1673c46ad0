import InvertedIndex

/// What an index holds, in numbers: the output of `qsearch stats`.
public struct IndexSummary: Sendable, Encodable {
  /// A field and how much stands in it.
  public struct Field: Sendable, Encodable {
    /// The field's name.
    public let name: String
    /// Entries in which it is not empty.
    public let entries: Int
    /// Its mean length over those, in words.
    public let averageLength: Double

    private enum CodingKeys: String, CodingKey {
      case name, entries
      case averageLength = "average_length"
    }
  }

  /// A bank and how many entries come from it.
  public struct Bank: Sendable, Encodable {
    /// The bank's name.
    public let name: String
    /// Its entries.
    public let entries: Int
  }

  /// The version of the JSON form.
  public let schemaVersion = 1
  /// Entries in all.
  public let entries: Int
  /// Different terms.
  public let terms: Int
  /// Pairs of a term and an entry that has it.
  public let postings: Int
  /// Bytes of the index.
  public let bytes: Int
  /// The analyzer's name.
  public let analyzer: String
  /// The analyzer's version.
  public let analyzerVersion: Int
  /// The fields in their order.
  public let fields: [Field]
  /// The banks by name.
  public let banks: [Bank]
  /// What was indexed, as paths from the current folder.
  public let sources: [String]

  private enum CodingKeys: String, CodingKey {
    case schemaVersion = "schema_version"
    case entries, terms, postings, bytes, analyzer
    case analyzerVersion = "analyzer_version"
    case fields, banks, sources
  }

  /// Reads every entry for its bank's name: linear in the index.
  public init(_ index: QuestionIndex) throws(QuestionSearchError) {
    let statistics = index.snapshot.statistics
    entries = statistics.documentCount
    terms = try index.engine { () throws(IndexError) in try index.snapshot.termCount() }
    postings = statistics.postingsCount
    bytes = index.snapshot.byteCount
    analyzer = index.snapshot.analyzer.name
    analyzerVersion = index.snapshot.analyzer.version
    fields = statistics.fields.map {
      Field(
        name: $0.name, entries: $0.documentCount,
        averageLength: $0.documentCount == 0 ? 0 : $0.averageLength)
    }
    var counts: [[UInt8]: Int] = [:]
    try index.forEachEntry { counts[Array($0.bank.utf8), default: 0] += 1 }
    banks = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Bank(name: String(decoding: $0.key, as: UTF8.self), entries: $0.value) }
    sources = try index.sources()
  }
}
