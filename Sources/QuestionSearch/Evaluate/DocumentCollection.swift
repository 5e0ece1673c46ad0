import Evaluation
import InvertedIndex
import TextAnalysis

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The documents of an evaluation collection, indexed in memory: ranks them for queries under any
/// ranking. Immutable and safe to share between threads.
public struct DocumentCollection: Sendable {
  /// The fields that are indexed if nothing else is said: what published figures are for.
  public static let defaultFields = ["title", "text"]

  /// The index, for callers who want statistics or explanations.
  public let snapshot: Snapshot

  /// How many documents there are.
  public var documentCount: Int { snapshot.statistics.documentCount }

  /// Reads and indexes documents: one JSON object a line, `{"id": "d1", "text": "…"}`, with the
  /// fields that are asked for as strings; other keys, missing fields and empty lines are passed
  /// over. An id is a string or a whole number.
  ///
  /// Lines are read one at a time: the memory is that of the bytes and of the index.
  ///
  /// - Parameters:
  ///   - bytes: the lines, UTF-8.
  ///   - file: their name for messages.
  ///   - analyzer: how texts become terms.
  ///   - fields: the keys that are indexed, between 1 and 16, each as a field.
  /// - Throws: `QuestionSearchError.evaluation` naming the line that is no such object, has none of
  ///   the fields, or has an id that is missing, empty, has blanks or stood there before.
  public init(
    _ bytes: [UInt8], file: String, analyzer: Analyzer, fields: [String] = defaultFields
  ) throws(QuestionSearchError) {
    let writer = IndexWriter(fields: fields, analyzer: analyzer, keepsForms: true)
    let decoder = JSONDecoder()
    if let key = DocumentLine.fields { decoder.userInfo[key] = fields }
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var number = 0
    while !rest.isEmpty {
      number += 1
      let text = rest.prefix { $0 != 0x0A }
      rest = rest[text.endIndex...].dropFirst()
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do {
        let document = try decoder.decode(DocumentLine.self, from: Data(text))
        try writer.add(Document(name: document.id, fields: document.texts))
      } catch {
        throw Self.error(error, file: file, line: number)
      }
    }
    guard writer.documentCount > 0 else {
      throw .evaluation(.empty(file: file, expected: "one JSON object a line, with id and text"))
    }
    do throws(IndexError) {
      snapshot = try writer.snapshot()
    } catch {
      throw .index(error)
    }
  }

  /// The best documents for a query, the best first: ids and scores, which rise or fall by the
  /// model's own scale. Equal scores stand in the order of the file.
  ///
  /// - Parameters:
  ///   - text: the query; any text is one.
  ///   - limit: how many documents at the most.
  ///   - excluded: ids that are not to be found, such as the query's own; unknown ids are passed
  ///     over.
  public func search(
    _ text: String, ranking: Ranking, limit: Int, excluding excluded: [String] = []
  ) throws(QuestionSearchError) -> [(id: String, score: Double)] {
    do throws(IndexError) {
      var documents: [DocumentID] = []
      for id in excluded {
        if let document = try snapshot.document(named: id) { documents.append(document) }
      }
      let query = Query(text, analyzer: snapshot.analyzer)
      var ranked: [(id: String, score: Double)] = []
      let found = try Searcher(snapshot).search(
        query, ranking: ranking, limit: limit, excluding: documents)
      for hit in found.hits { ranked.append((try snapshot.name(of: hit.document), hit.score)) }
      return ranked
    } catch {
      throw .index(error)
    }
  }

  private static func error(
    _ error: any Error, file: String, line: Int
  ) -> QuestionSearchError {
    let reason: String
    switch error {
    case let error as IndexError:
      guard case .duplicateName(let name) = error else { return .index(error) }
      reason = "document '\(name)' stood there before; ids must differ"
    case DocumentLine.Malformed.id:
      reason = "no usable \"id\": a string or whole number, not empty and without blanks"
    case DocumentLine.Malformed.noField(let fields):
      reason = "none of the fields \(fields.joined(separator: ", ")); one at least is a string"
    case DocumentLine.Malformed.notText(let field): reason = "\"\(field)\" is not a string"
    default:
      reason = "not a JSON object; write one document a line as {\"id\": \"…\", \"text\": \"…\"}"
    }
    return .evaluation(.malformed(file: file, line: line, reason: reason))
  }
}
