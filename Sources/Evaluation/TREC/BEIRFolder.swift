#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A collection in the form of BEIR (Thakur et al. 2021): a folder with `corpus.jsonl`,
/// `queries.jsonl` and judgments `qrels/PART.tsv`.
public struct BEIRFolder: Sendable {
  /// The folder.
  public let path: String

  /// The folder at `path`; nothing is read yet.
  public init(_ path: String) { self.path = path }

  /// The parts that have judgments (`test`, `train`, `dev` …), in alphabetical order.
  ///
  /// - Throws: `EvaluationError` where there is no folder `qrels`.
  public func parts() throws(EvaluationError) -> [String] {
    let folder = path + "/qrels"
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(
        file: folder, reason: "no such folder; a BEIR collection has qrels/test.tsv")
    }
    return names.filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// The judgments of a part.
  ///
  /// - Throws: `EvaluationError` naming the line that is malformed or judges a document again.
  public func judgments(_ part: String = "test") throws(EvaluationError) -> Judgments {
    try Self.judgments(TextBytes(path: "\(path)/qrels/\(part).tsv"))
  }

  /// The queries of all parts, in the order of the file.
  ///
  /// - Throws: `EvaluationError` naming the line that is malformed or has an id again.
  public func queries() throws(EvaluationError) -> [TopicQuery] {
    try Self.queries(TextBytes(path: path + "/queries.jsonl"))
  }

  /// Calls `body` with each document, in the order of the file.
  ///
  /// - Throws: `EvaluationError` naming the line that is malformed or has an id again, or what
  ///   `body` throws.
  public func forEachDocument(_ body: (BEIRDocument) throws -> Void) throws {
    try Self.forEachDocument(TextBytes(path: path + "/corpus.jsonl"), body)
  }

  /// Judgments from bytes: a heading, then lines `query-id TAB corpus-id TAB score`.
  public static func parseJudgments(
    _ bytes: [UInt8], file: String
  ) throws(EvaluationError) -> Judgments {
    try judgments(TextBytes(bytes, file: file))
  }

  /// Queries from bytes: lines `{"_id": …, "text": …}`.
  public static func parseQueries(
    _ bytes: [UInt8], file: String
  ) throws(EvaluationError) -> [TopicQuery] {
    try queries(TextBytes(bytes, file: file))
  }

  /// Documents from bytes: lines `{"_id": …, "title": …, "text": …}`.
  public static func parseDocuments(
    _ bytes: [UInt8], file: String
  ) throws -> [BEIRDocument] {
    var documents: [BEIRDocument] = []
    try forEachDocument(TextBytes(bytes, file: file)) { documents.append($0) }
    return documents
  }
}
