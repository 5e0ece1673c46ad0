import Evaluation
import InvertedIndex

/// How a run is made.
public struct RunSpecification: Sendable {
  /// How to rank.
  public var ranking: Ranking
  /// Results a query at the most.
  public var depth: Int
  /// The run's name.
  public var tag: String

  /// A thousand results by the default ranking.
  public init(ranking: Ranking = .questions, depth: Int = 1000, tag: String = "qsearch") {
    self.ranking = ranking
    self.depth = depth
    self.tag = tag
  }
}

extension QuestionIndex {
  /// Answers queries in their order, on as many threads as the machine runs; `emit` takes the lines
  /// of one query after another.
  public func run(
    _ queries: [TopicQuery], _ run: RunSpecification, emit: (String) throws -> Void
  ) throws {
    let formatter = RunFormatter(tag: run.tag)
    // Results of as many queries are held at a time.
    let batch = max(16, min(1024, 1_000_000 / max(run.depth, 1)))
    for start in stride(from: 0, to: queries.count, by: batch) {
      let queries = queries[start..<min(start + batch, queries.count)]
      let results = try rankings(queries.map(\.text), ranking: run.ranking, depth: run.depth)
      for (query, results) in zip(queries, results) {
        try emit(formatter.lines(query: query.id, results: results))
      }
    }
  }

  /// Writes a run to a file, which appears when it is complete; a link is followed, a pipe or
  /// device is written to.
  public func writeRun(_ queries: [TopicQuery], _ run: RunSpecification, to path: String) throws {
    var bytes: [UInt8] = []
    try self.run(queries, run) { bytes.append(contentsOf: $0.utf8) }
    try UserFile.write(bytes, to: path)
  }
}
