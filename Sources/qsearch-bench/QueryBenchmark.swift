import IndexStorage
import InvertedIndex
import QuestionSearch

/// Measures how long queries take, and prints a line of JSON for each in their order: `qid`, `us`
/// (microseconds), `hits` (names and scores, the best first).
///
/// Usage: `qsearch-bench query --index DIR --queries FILE [--mode or|and|phrase|prefix] [--k 10]
/// [--model bm25] [--repeat R] [--threads N]`. Each line of the file is a query: its name, a tab,
/// its text. After a pass that is not measured, `us` is the fastest of R timings from the text to
/// the hits with their scores. Several threads measure a share of the queries each, at the same
/// time. Returns an exit code.
func runQueryBenchmark(arguments: [String]) -> Int32 {
  var options = QueryOptions()
  var rest = arguments[...]
  while let argument = rest.popFirst() {
    guard let value = rest.popFirst(), options.set(argument, value) else {
      printError("qsearch-bench query: \(argument) is unknown or lacks its value\n")
      return 2
    }
  }
  guard let index = options.index, let queries = options.queries else {
    printError("qsearch-bench query: --index DIR and --queries FILE are needed\n")
    return 2
  }
  do {
    let snapshot = try Snapshot(IndexFolder(path: index))
    let lines = try queryLines(queries)
    let threads = min(options.threads, max(lines.count, 1))
    let bounds = (0...threads).map { lines.count * $0 / threads }
    let fixed = options
    let parts = Threads.run(threads) { number in
      Result { try measure(lines[bounds[number]..<bounds[number + 1]], in: snapshot, fixed) }
    }
    for part in parts { print(try part.get(), terminator: "") }
    return 0
  } catch {
    printError("qsearch-bench query: \(error)\n")
    return 2
  }
}

/// What a line of the file asks for.
private enum QueryMode: String, Sendable {
  /// Documents with any of its words.
  case any = "or"
  /// Documents with all of its words.
  case all = "and"
  /// Documents with its words in their order.
  case phrase
  /// Documents with a word of that beginning.
  case prefix

  /// The query that a text is.
  func query(_ text: String, _ searcher: Searcher, _ ranking: Ranking) throws -> Query {
    switch self {
    case .any: try searcher.query(text, for: ranking)
    case .all: searcher.query(text, .all)
    case .phrase: searcher.phraseQuery(text)
    case .prefix: Query(prefixes: [Query.Prefix(text)])
    }
  }
}

private struct QueryOptions: Sendable {
  var index: String?
  var queries: String?
  var mode = QueryMode.any
  var limit = 10
  var ranking = Ranking(.bm25(BM25()))
  var passes = 3
  var threads = 1

  /// Sets the option of that name; `false` where there is none or the value does not fit.
  mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--index": index = value
    case "--queries": queries = value
    case "--mode":
      guard let named = QueryMode(rawValue: value) else { return false }
      mode = named
    case "--model":
      guard let named = try? Ranking(named: value) else { return false }
      ranking = named
    case "--k":
      guard let number = Int(value), number > 0 else { return false }
      limit = number
    case "--repeat":
      guard let number = Int(value), number > 0 else { return false }
      passes = number
    case "--threads":
      guard let number = Int(value), (1...64).contains(number) else { return false }
      threads = number
    default: return false
    }
    return true
  }
}

private func queryLines(_ path: String) throws -> [(name: String, text: String)] {
  var lines: [(name: String, text: String)] = []
  let file = try LineFile(path)
  try file.forEachLine(in: 0..<file.length) { line in
    let tab = line.firstIndex(of: UInt8(ascii: "\t")) ?? line.endIndex
    lines.append(
      (
        String(decoding: line[..<tab], as: UTF8.self),
        String(decoding: line[min(tab + 1, line.count)...], as: UTF8.self)
      ))
  }
  return lines
}

/// The lines of JSON for a share of the queries.
private func measure(
  _ queries: ArraySlice<(name: String, text: String)>, in snapshot: Snapshot,
  _ options: QueryOptions
) throws -> String {
  let searcher = Searcher(snapshot)
  var fastest = [Double](repeating: .infinity, count: queries.count)
  var found = [[SearchHit]](repeating: [], count: queries.count)
  for pass in 0...options.passes {
    for (number, query) in queries.enumerated() {
      let start = ContinuousClock.now
      let hits = try searcher.search(
        options.mode.query(query.text, searcher, options.ranking), ranking: options.ranking,
        limit: options.limit
      ).hits
      let duration = start.duration(to: .now).components
      let microseconds = Double(duration.seconds) * 1e6 + Double(duration.attoseconds) / 1e12
      if pass > 0 { fastest[number] = min(fastest[number], microseconds) }
      found[number] = hits
    }
  }
  var output = ""
  for (number, query) in queries.enumerated() {
    let hits = try found[number].map { hit in
      "[\(quoted(try snapshot.name(of: hit.document))),\(hit.score)]"
    }
    output += "{\"qid\":\(quoted(query.name)),\"us\":\(fastest[number]),"
    output += "\"hits\":[\(hits.joined(separator: ","))]}\n"
  }
  return output
}

/// A string of JSON.
private func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": quoted += "\\\(scalar)"
    case "\u{0}"..."\u{1F}":
      let hex = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
