/// What `collection.json` says of a collection.
public struct CollectionDescription: Sendable, Codable, Hashable {
  /// One way of ranking the documents.
  public struct System: Sendable, Codable, Hashable {
    /// The name in tables; no other system of the collection has it.
    public var name: String
    /// The scoring model, as `--model` takes it; nil for a run that was made elsewhere.
    public var model: String?
    /// The analyzer, where it is not the collection's.
    public var analyzer: String?
    /// A TREC run in the folder, in place of a model.
    public var run: String?

    /// A system that ranks by a model.
    public init(name: String, model: String, analyzer: String? = nil) {
      self.name = name
      self.model = model
      self.analyzer = analyzer
    }
  }

  /// One file or folder, or several.
  public struct Paths: Sendable, Codable, Hashable {
    /// Relative to the collection's folder.
    public var paths: [String]

    /// Some paths.
    public init(_ paths: [String]) { self.paths = paths }

    /// A string, or an array of strings.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let path = try? container.decode(String.self) {
        paths = [path]
      } else {
        paths = try container.decode([String].self)
      }
    }

    /// A string where there is one path, else an array.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if paths.count == 1 { try container.encode(paths[0]) } else { try container.encode(paths) }
    }
  }

  /// What the collection is called.
  public var name: String
  /// A line for people.
  public var title: String?
  /// `docs.jsonl`, or banks: files and folders that are read as questions. Nil where all systems
  /// are runs.
  public var documents: Paths?
  /// The analyzer of systems that name none: `english` if this does neither.
  public var analyzer: String?
  /// The keys of `docs.jsonl` that are indexed, `title` and `text` if nothing is said.
  public var fields: [String]?
  /// The systems in the order of the table.
  public var systems: [System]
  /// The system that the others are compared with; the first if nothing is said.
  public var baseline: String?
  /// The measures of tables; the first one decides comparisons and tuning.
  public var measures: [String]?
  /// `search`, or `related`: queries are documents themselves, which are not results.
  public var task: Task?
  /// By how much a figure may fall before `eval --check` fails.
  public var tolerance: Double?
  /// Where the documents come from, and under which licence.
  public var documents_source: String?
  /// The licence of the data.
  public var licence: String?

  /// A description.
  public init(
    name: String, title: String? = nil, documents: Paths? = nil, analyzer: String? = nil,
    systems: [System]
  ) {
    self.name = name
    self.title = title
    self.documents = documents
    self.analyzer = analyzer
    self.systems = systems
  }

  /// What queries are.
  public enum Task: String, Sendable, Codable, Hashable {
    /// Texts that somebody looks for.
    case search
    /// Documents of the collection, of which others are related.
    case related
  }

  /// The keys that are read.
  static let keys: Set<String> = [
    "name", "title", "documents", "fields", "analyzer", "systems", "baseline", "measures", "task",
    "tolerance", "documents_source", "licence",
  ]

  /// The measures of a collection that names none.
  public static let usualMeasures = ["nDCG@10", "AP", "RR", "P@5", "R@100"]
}
