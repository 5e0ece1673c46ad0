import Evaluation
import IndexStorage
import QuestionBanks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the files of a collection's folder.
struct CollectionFiles {
  static let descriptionName = "collection.json"
  private let path: String
  private var inputs: [String: String] = [:]

  init(_ path: String) { self.path = path }

  func collection() throws(QuestionSearchError) -> EvaluationCollection {
    var files = self
    if !exists(Self.descriptionName), exists("corpus.jsonl") { return try files.readBEIR() }
    return try files.readFolder()
  }

  private func path(of name: String) -> String {
    path.hasSuffix("/") ? path + name : path + "/" + name
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(of: name))
  }

  private mutating func readFolder() throws(QuestionSearchError) -> EvaluationCollection {
    let description = try readDescription()
    let judgments = try parse("qrels.txt") { bytes, file throws(EvaluationError) in
      try Judgments.parse(bytes, file: file)
    }
    var queries = judgments.queries.map { TopicQuery(id: $0, text: "") }
    // Runs that were made elsewhere need no texts.
    if exists("queries.tsv") || description.documents != nil {
      queries = try parse("queries.tsv") { bytes, file throws(EvaluationError) in
        try TopicQuery.parse(bytes, file: file)
      }
      let asked = Set(queries.map { Array($0.id.utf8) })
      if let query = judgments.queries.first(where: { !asked.contains(Array($0.utf8)) }) {
        throw .evaluation(
          .unreadable(
            file: path(of: "queries.tsv"),
            reason: "query '\(query)' of qrels.txt is not there; add it, or remove its judgments"))
      }
    }
    var exclusions = Exclusions(queryItself: description.task == .related)
    if exists("exclude.tsv") {
      let pairs = try parse("exclude.tsv") { bytes, file throws(EvaluationError) in
        try Exclusions.parse(bytes, file: file)
      }
      exclusions = pairs
      exclusions.queryItself = description.task == .related
    }
    var testQueries: Set<String>?
    if exists("split.tsv") { testQueries = try readSplit(queries: Set(queries.map(\.id))) }
    return EvaluationCollection(
      path: path, description: description, queries: queries, judgments: judgments,
      exclusions: exclusions, testQueries: testQueries, inputs: inputs)
  }

  /// A BEIR folder, ranked by BM25 as published figures are and as this project does.
  private mutating func readBEIR() throws(QuestionSearchError) -> EvaluationCollection {
    let folder = BEIRFolder(path)
    let part = try beirPart(of: folder)
    // For their hashes: the folder reads them itself.
    for name in ["queries.jsonl", "qrels/\(part).tsv"] { _ = try load(name) }
    do throws(EvaluationError) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return EvaluationCollection(
        path: path,
        description: CollectionDescription(
          name: name, title: "BEIR folder, part \(part)", documents: .init(["corpus.jsonl"]),
          analyzer: nil,
          systems: [
            .init(name: "bm25", model: "bm25", analyzer: "reference"),
            .init(name: "english", model: "bm25"),
          ]),
        queries: try folder.queries(), judgments: try folder.judgments(part),
        exclusions: Exclusions(queryItself: true), testQueries: nil, inputs: inputs)
    } catch {
      throw .evaluation(error)
    }
  }

  private func beirPart(of folder: BEIRFolder) throws(QuestionSearchError) -> String {
    do throws(EvaluationError) {
      let parts = try folder.parts()
      guard let part = parts.contains("test") ? "test" : parts.first else {
        throw .empty(file: path + "/qrels", expected: "test.tsv")
      }
      return part
    } catch {
      throw .evaluation(error)
    }
  }

  private mutating func readDescription() throws(QuestionSearchError) -> CollectionDescription {
    let bytes = try load(Self.descriptionName)
    let file = path(of: Self.descriptionName)
    let description: CollectionDescription
    do {
      let keys = try JSONDecoder().decode(KeyNames.self, from: Data(bytes)).names
      if let key = keys.first(where: { !CollectionDescription.keys.contains($0) }) {
        throw UnknownKey(name: key)
      }
      description = try JSONDecoder().decode(CollectionDescription.self, from: Data(bytes))
    } catch {
      throw .evaluation(.unreadable(file: file, reason: Self.reason(error)))
    }
    try check(description, file: file)
    return description
  }

  private func check(
    _ description: CollectionDescription, file: String
  ) throws(QuestionSearchError) {
    func refuse(_ reason: String) -> QuestionSearchError {
      .evaluation(.unreadable(file: file, reason: reason))
    }
    var names: Set<String> = []
    for system in description.systems {
      guard names.insert(system.name).inserted else {
        throw refuse("two systems are named '\(system.name)'; names must differ")
      }
      guard (system.model == nil) != (system.run == nil) else {
        throw refuse("system '\(system.name)' has a model or a run, and not both")
      }
      guard system.run != nil || description.documents != nil else {
        throw refuse("system '\(system.name)' needs documents: write \"documents\": \"docs.jsonl\"")
      }
    }
    guard !names.isEmpty else { throw refuse("there are no systems; name one at least") }
    if let fields = description.fields {
      guard (1...16).contains(fields.count), Set(fields).count == fields.count else {
        throw refuse("\"fields\" names 1 to 16 different keys")
      }
    }
    if let paths = description.documents?.paths, paths.count != 1,
      paths.isEmpty || paths.contains(where: { $0.hasSuffix(".jsonl") })
    {
      throw refuse("\"documents\" is one file docs.jsonl, or banks and folders of banks")
    }
    if let tolerance = description.tolerance, !(tolerance >= 0 && tolerance.isFinite) {
      throw refuse("\"tolerance\" is a number, zero or more")
    }
    if let baseline = description.baseline, !names.contains(baseline) {
      throw refuse("the baseline '\(baseline)' is none of the systems")
    }
  }

  /// What is wrong with JSON, in one line.
  static func reason(_ error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
    switch error {
    case let unknown as UnknownKey:
      return "\"\(unknown.name)\" is no key of a collection; see Docs/collections.md"
    case DecodingError.keyNotFound(let key, let context):
      let inside = place(context.codingPath)
      return "\"\(key.stringValue)\" is missing" + (inside.isEmpty ? "" : " in \(inside)")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      return "\"\(place(context.codingPath))\" has another type than it should"
    default:
      return "not JSON of the form that Docs/collections.md describes"
    }
  }

  /// Lines `qid TAB part`; each query once.
  private mutating func readSplit(
    queries: Set<String>
  ) throws(QuestionSearchError) -> Set<String> {
    try parse("split.tsv") { bytes, file throws(EvaluationError) in
      var parts: [String: QueryPart] = [:]
      var number = 0
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        number += 1
        var line = line
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        let columns = String(decoding: line, as: UTF8.self).split { $0.isWhitespace }
        if columns.isEmpty { continue }
        func malformed(_ reason: String) -> EvaluationError {
          .malformed(file: file, line: number, reason: reason)
        }
        guard columns.count == 2, let part = QueryPart(rawValue: String(columns[1])), part != .all
        else { throw malformed("write 'qid TAB development' or 'qid TAB test'") }
        let id = String(columns[0])
        guard queries.contains(id) else { throw malformed("there is no query '\(id)'") }
        guard parts.updateValue(part, forKey: id) == nil else {
          throw malformed("query '\(id)' stands there twice")
        }
      }
      guard parts.count == queries.count else {
        let missing = queries.subtracting(parts.keys).min() ?? ""
        throw .unreadable(
          file: file, reason: "query '\(missing)' is in no part; each query is in one")
      }
      return Set(parts.filter { $0.value == .test }.keys)
    }
  }

  private mutating func parse<Value>(
    _ name: String, _ body: ([UInt8], String) throws(EvaluationError) -> Value
  ) throws(QuestionSearchError) -> Value {
    let bytes = try load(name)
    do throws(EvaluationError) {
      return try body(bytes, path(of: name))
    } catch {
      throw .evaluation(error)
    }
  }

  private mutating func load(_ name: String) throws(QuestionSearchError) -> [UInt8] {
    let bytes: [UInt8]
    do throws(BankError) {
      bytes = try BankFinder.load(path(of: name))
    } catch {
      throw .bank(error)
    }
    inputs[name] = ContentHash.hex(bytes)
    return bytes
  }
}

/// Hashes by which a lock file knows its inputs.
enum ContentHash {
  /// Sixteen digits.
  static func hex(_ bytes: [UInt8]) -> String {
    HexadecimalDigits.of(bytes.withUnsafeBytes { FNV1a.hash($0) })
  }
}

/// The keys of a JSON object.
private struct KeyNames: Decodable {
  let names: [String]

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    names = try decoder.container(keyedBy: Key.self).allKeys.map(\.stringValue).sorted()
  }
}

/// A key that nothing reads: most likely misspelled.
private struct UnknownKey: Error {
  let name: String
}
