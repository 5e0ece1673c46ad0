import IndexStorage
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
    public internal(set) var entries: Int
    /// Sixteen digits that tell contents of the bank apart: of the ids and all parts of its entries
    /// but their places, in canonical order.
    public internal(set) var hash: String
  }

  /// The version of the JSON form.
  public let schemaVersion = 1
  /// Entries in all.
  public let entries: Int
  /// Different terms.
  public let terms: Int
  /// Pairs of a term and an entry that has it.
  public let postings: Int
  /// Segments of the index: each costs a query a little.
  public let segments: Int
  /// Entries that were removed or replaced and still take room; optimizing drops them.
  public let deleted: Int
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
    case entries, terms, postings, segments, deleted, bytes, analyzer
    case analyzerVersion = "analyzer_version"
    case fields, banks, sources
  }

  /// Reads every entry for the hashes of the banks: linear in the index.
  public init(_ index: QuestionIndex) throws(QuestionSearchError) {
    let statistics = index.snapshot.statistics
    entries = statistics.documentCount
    terms = try index.engine { () throws(IndexError) in try index.snapshot.termCount() }
    postings = statistics.postingsCount
    segments = index.snapshot.segmentCount
    deleted = index.snapshot.deletedCount
    bytes = index.snapshot.byteCount
    analyzer = index.snapshot.analyzer.name
    analyzerVersion = index.snapshot.analyzer.version
    fields = statistics.fields.map {
      Field(
        name: $0.name, entries: $0.documentCount,
        averageLength: $0.documentCount == 0 ? 0 : $0.averageLength)
    }
    banks = try index.engine { () throws(IndexError) in try Self.banks(of: index.snapshot) }
    sources = try index.sources()
  }

  private static func banks(of snapshot: Snapshot) throws(IndexError) -> [Bank] {
    var counts: [[UInt8]: (entries: Int, hash: UInt64)] = [:]
    for group in try snapshot.groups() {
      try snapshot.forEachStored(of: group.documents) { id, stored throws(StorageError) in
        var copy = stored
        let bank = try StoredEntry.bank(&copy)
        let content = try StoredEntry.contentHash(&stored)
        let known = counts[bank] ?? (0, content)
        let hash = Array(id.utf8).withUnsafeBytes { FNV1a.hash($0, seed: known.hash &+ content) }
        counts[bank] = (known.entries + 1, hash)
        return true
      }
    }
    return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { bank, count in
      let digits = String(count.hash, radix: 16)
      return Bank(
        name: String(decoding: bank, as: UTF8.self), entries: count.entries,
        hash: String(repeating: "0", count: 16 - digits.count) + digits)
    }
  }
}
