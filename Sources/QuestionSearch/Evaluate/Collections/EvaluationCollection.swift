import Evaluation
import IndexStorage
import QuestionBanks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A collection for measuring retrieval: documents, queries, judgments, and the systems to compare.
///
/// A folder with `collection.json`, `queries.tsv`, `qrels.txt`, and where they are needed
/// `exclude.tsv` and `split.tsv`; or a BEIR folder. `Docs/collections.md` has the form of each.
public struct EvaluationCollection: Sendable {
  /// The folder.
  public let path: String
  /// What `collection.json` says.
  public let description: CollectionDescription
  /// All queries in the order of their file.
  public let queries: [TopicQuery]
  /// The judgments of all queries.
  public let judgments: Judgments
  /// Documents that are no result of a query.
  public let exclusions: Exclusions
  /// Hashes of the files, by name: what a lock file compares.
  public let inputs: [String: String]
  /// Ids of the test part; nil where the collection is not split.
  private let testQueries: Set<String>?

  /// Reads a folder; documents and runs are read when systems are run.
  ///
  /// - Throws: `QuestionSearchError` naming the file, and the line where it is malformed.
  public static func open(_ path: String) throws(QuestionSearchError) -> EvaluationCollection {
    try CollectionFiles(path).collection()
  }

  init(
    path: String, description: CollectionDescription, queries: [TopicQuery],
    judgments: Judgments, exclusions: Exclusions, testQueries: Set<String>?,
    inputs: [String: String]
  ) {
    self.path = path
    self.description = description
    self.queries = queries
    self.judgments = judgments
    self.exclusions = exclusions
    self.testQueries = testQueries
    self.inputs = inputs
  }

  /// Whether there are a development and a test part.
  public var isSplit: Bool { testQueries != nil }

  /// The queries of a part, in the order of their file; all, where the collection is not split.
  public func queries(of part: QueryPart) -> [TopicQuery] {
    guard let testQueries, part != .all else { return queries }
    return queries.filter { testQueries.contains($0.id) == (part == .test) }
  }

  /// The ids of the queries that no tuning may see.
  public var testQueryIDs: Set<String> { testQueries ?? [] }

  /// The type of each query that has one.
  public var types: [String: String] {
    var types: [String: String] = [:]
    for query in queries { if let type = query.type { types[query.id] = type } }
    return types
  }

  /// The judgments of a part of the queries.
  public func judgments(of part: QueryPart) throws(EvaluationError) -> Judgments {
    let wanted = Set(queries(of: part).map(\.id))
    guard isSplit, part != .all else { return judgments }
    var kept: [(query: String, grades: [(document: String, grade: Int)])] = []
    for query in judgments.queries where wanted.contains(query) {
      kept.append((query, judgments.grades(of: query) ?? []))
    }
    return try Judgments(kept, name: judgments.file)
  }

  /// The measures of tables; the first one decides.
  public func measures() throws(EvaluationError) -> [Measure] {
    var measures: [Measure] = []
    let named = description.measures ?? []
    for name in named.isEmpty ? CollectionDescription.usualMeasures : named {
      measures.append(try Measure(name))
    }
    return measures
  }

  /// The system that others are compared with.
  public var baseline: String? { description.baseline ?? description.systems.first?.name }

  /// The path of a file that the description names, relative to the folder.
  func file(_ name: String) -> String {
    name.hasPrefix("/") ? name : path.hasSuffix("/") ? path + name : path + "/" + name
  }
}
