import IndexStorage
import TextAnalysis

/// Answers many queries of one thread over a snapshot, with memory that is kept between them.
///
/// Hits and scores are those of `Snapshot.search`, which makes one of these for each call. Not to be
/// used by two threads at once.
public final class Searcher {
  /// What is searched.
  public let snapshot: Snapshot
  var scratch: SearchScratch
  private var session: AnalysisSession
  private var tokens: [Token] = []
  /// The table of the model that was used last.
  private var table: (model: ScoringModel, table: PartTable)?

  /// A session whose vocabulary has grown beyond this is begun anew.
  private static let sessionTermLimit = 1 << 12

  /// Makes a searcher. Cost: some hundred kilobytes of memory.
  public init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    scratch = SearchScratch(fieldCount: snapshot.statistics.fields.count)
    session = AnalysisSession(snapshot.analyzer)
  }

  /// The terms of a text, as `Query(_:analyzer:)` makes them.
  public func query(_ text: String, _ match: Query.Match = .any) -> Query {
    if session.termCount > Self.sessionTermLimit { session = AnalysisSession(snapshot.analyzer) }
    session.analyze(text, into: &tokens)
    var terms: [Query.Term] = []
    var numbers: [UInt32] = []
    for token in tokens {
      if let known = numbers.firstIndex(of: token.term) {
        terms[known].frequency += 1
      } else {
        numbers.append(token.term)
        terms.append(Query.Term(session.term(token.term)))
      }
    }
    return Query(terms: terms, match: match)
  }

  /// A query that is one phrase: all of a text's words, analyzed.
  public func phraseQuery(_ text: String, slop: Int = 0) -> Query {
    if session.termCount > Self.sessionTermLimit { session = AnalysisSession(snapshot.analyzer) }
    session.analyze(text, into: &tokens)
    return Query(phrases: Query.Phrase(tokens, of: session, slop: slop).map { [$0] } ?? [])
  }

  /// The best documents for a query; see `Snapshot.search`.
  public func search(
    _ query: Query, model: ScoringModel, limit: Int = 10, excluding excluded: [DocumentID] = [],
    matching filter: DocumentFilter? = nil, countsMatches: Bool = false
  ) throws(IndexError) -> SearchResult {
    try snapshot.storage { () throws(StorageError) in
      let list = try snapshot.list.filtered(by: filter)
      let search = try ExhaustiveSearch(query, in: list, snapshot.vectors)
      let request = SearchRequest(
        match: query.match, limit: max(limit, 0), excluded: excluded.map(\.rawValue).sorted(),
        countsMatches: countsMatches)
      if let prefix = query.onlyPrefix, !countsMatches, limit <= PrefixSearch.limit {
        return try list.search(prefix, request)
      }
      if query.match == .all && !search.hasAllTerms || !search.hasAllPhrases {
        return SearchResult(hits: [], matchCount: countsMatches ? 0 : nil)
      }
      if query.prefixes.isEmpty, let found = try pruned(search, model, request) { return found }
      return try search.run(model, limit: limit, excluding: excluded, match: query.match)
    }
  }

  /// The result where the model has bounds and all weights are above zero; else nil.
  private func pruned(
    _ search: ExhaustiveSearch, _ model: ScoringModel, _ request: SearchRequest
  ) throws(StorageError) -> SearchResult? {
    switch model {
    case .bm25(let bm25):
      return try run(search, model, request, hasTable: true) { bm25.scorers($0) }
    case .bm25l(let bm25) where !bm25.countsAbsentTerms:
      return try run(search, model, request, hasTable: true) { BM25L.scorers($0, bm25) }
    case .bm25Plus(let bm25) where !bm25.countsAbsentTerms:
      return try run(search, model, request, hasTable: true) { BM25Plus.scorers($0, bm25) }
    case .bm25f(let bm25):
      let isSingle = snapshot.statistics.fields.count == 1
      return try run(search, model, request, hasTable: isSingle) { bm25.scorers($0) }
    default: return nil
    }
  }

  private func run<Scorer: WeightedScorer>(
    _ search: ExhaustiveSearch, _ model: ScoringModel, _ request: SearchRequest, hasTable: Bool,
    _ makeScorers: (ScoringContext) -> [Scorer]
  ) throws(StorageError) -> SearchResult? {
    var best = TopHits(limit: request.limit)
    var matchCount = 0
    let table = hasTable ? self.table(model, makeScorers) : nil
    for part in search.parts {
      let scorers = makeScorers(part.context)
      guard let first = scorers.first else { break }
      var terms: [TopSearch.Term] = []
      for index in search.order {
        let weight = scorers[index].query * scorers[index].idf
        guard weight > 0, weight.isFinite else { return nil }
        guard let entry = part.entries[index] else { continue }
        terms.append((entry, weight))
      }
      guard !terms.isEmpty || !search.phrases.isEmpty,
        request.match == .any || terms.count == search.order.count
      else { continue }
      let scoring = SegmentScoring(part.segment.reader, part.context.lengths, first, table) {
        if let table { return table.bound($0) }
        return (first as? BM25F.Scorer)?.bound($0) ?? .infinity
      }
      if !search.phrases.isEmpty {
        let weights = search.phrases.map { $0.weight(scorers) }
        guard weights.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        guard let walk = try PhraseWalk(search.phrases, of: part) else { continue }
        var search = try PhraseSearch(
          part.segment, walk, weights: weights, terms: terms, scoring, request)
        try search.run(into: &best)
        matchCount += search.matchCount
        continue
      }
      scratch.reserve(terms.count)
      do throws(StorageError) {
        var search = try TopSearch(part.segment, terms, scoring, request, scratch)
        try search.run(into: &best)
        matchCount += search.matchCount
      } catch {
        scratch.clear()
        throw error
      }
    }
    return SearchResult(
      hits: best.sorted(), matchCount: request.countsMatches ? matchCount : nil)
  }

  private func table<Scorer: TermScorer>(
    _ model: ScoringModel, _ makeScorers: (ScoringContext) -> [Scorer]
  ) -> PartTable {
    if let table, table.model == model { return table.table }
    let new = PartTable(snapshot.statistics, makeScorers)
    table = (model, new)
    return new
  }
}

/// What is asked of a search besides terms and their model.
struct SearchRequest {
  let match: Query.Match
  let limit: Int
  /// Numbers of documents that are not to be found, ascending.
  let excluded: [UInt32]
  let countsMatches: Bool
}
