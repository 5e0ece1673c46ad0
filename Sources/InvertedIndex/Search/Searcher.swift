import IndexStorage
import TextAnalysis

/// Answers many queries of one thread over a snapshot, with memory that is kept between them.
///
/// Hits and scores are those of `Snapshot.search`, which makes one of these for each call. Not to
/// be used by two threads at once.
public final class Searcher {
  /// What is searched.
  public let snapshot: Snapshot
  var scratch: SearchScratch
  /// What analyzes texts of queries, and words that may be meant by them.
  package private(set) var session: AnalysisSession
  private var tokens: [Token] = []
  /// Of the snapshot's segments; filters change nothing in it.
  private var memory = TermMemory()
  /// How the model that was used last scores.
  private var scorings: (model: ScoringModel, scorings: [SegmentScoring])?

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
    let forms = WrittenForm.all(tokens, in: text)
    // Where in the query the session's terms stand: those of a session that was used before come in
    // no order.
    var places = [Int32](repeating: -1, count: session.termCount)
    var terms: [Query.Term] = []
    for (token, form) in zip(tokens, forms) {
      let known = Int(places[Int(token.term)])
      if known >= 0 {
        terms[known].frequency += 1
      } else {
        places[Int(token.term)] = Int32(terms.count)
        var term = Query.Term(session.term(token.term))
        term.form = form
        terms.append(term)
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

  /// Whether documents have all words of a query. A search for it right behind, and the question
  /// how many documents have one of them, do not look them up again.
  package func hasAllWords(of query: Query) throws(IndexError) -> Bool {
    try snapshot.storage { () throws(StorageError) in
      memory.forget()
      var hasAll = true
      func look(up text: String) throws(StorageError) {
        // They are different from each other, and none is remembered.
        let word = try TermMemory().look(up: text, in: snapshot.list)
        memory.remember(word)
        if word.documentFrequency == 0 { hasAll = false }
      }
      for term in query.terms { try look(up: term.text) }
      for phrase in query.phrases { for word in phrase.words { try look(up: word.text) } }
      return hasAll
    }
  }

  /// How many documents have a term, as the analyzer makes it. A search for it right behind does
  /// not look it up again.
  public func documentFrequency(of term: String) throws(IndexError) -> Int {
    if let known = memory.word(term) { return known.documentFrequency }
    return try snapshot.storage { () throws(StorageError) in
      let word = try memory.look(up: term, in: snapshot.list)
      memory.remember(word)
      return word.documentFrequency
    }
  }

  /// A query's words, looked up. What was remembered for it is forgotten.
  func terms(of query: Query, in list: SegmentList) throws(StorageError) -> QueryTerms {
    defer { memory.forget() }
    return try QueryTerms(query, in: list, memory)
  }

  /// The best documents for a query; see `Snapshot.search`.
  public func search(
    _ query: Query, model: ScoringModel, limit: Int = 10, excluding excluded: [DocumentID] = [],
    matching filter: DocumentFilter? = nil, countsMatches: Bool = false
  ) throws(IndexError) -> SearchResult {
    try snapshot.storage { () throws(StorageError) in
      let list = try snapshot.list.filtered(by: filter)
      let request = SearchRequest(
        match: query.match, limit: max(limit, 0), excluded: excluded.map(\.rawValue),
        countsMatches: countsMatches)
      if let prefix = query.onlyPrefix, !countsMatches, limit <= PrefixSearch.limit {
        return try list.search(prefix, request)
      }
      return try search(terms(of: query, in: list), of: query, in: list, model, request)
    }
  }

  /// The best documents for a query whose words are looked up.
  func search(
    _ terms: QueryTerms, of query: Query, in list: SegmentList, _ model: ScoringModel,
    _ request: SearchRequest
  ) throws(StorageError) -> SearchResult {
    if query.match == .all && !terms.hasAllTerms || !terms.hasAllPhrases {
      return SearchResult(hits: [], matchCount: request.countsMatches ? 0 : nil)
    }
    if query.prefixes.isEmpty, let found = try pruned(terms, in: list, model, request) {
      return found
    }
    let found = try ExhaustiveSearch(terms, in: list, snapshot.vectors)
      .run(
        model, limit: request.documents == nil ? request.limit : .max,
        excluding: request.excluded.map(DocumentID.init), match: query.match)
    guard let documents = request.documents else { return found }
    let scores = Dictionary(uniqueKeysWithValues: found.hits.map { ($0.document, $0.score) })
    // Which have a word that is no function word.
    let words = Query(terms: query.terms.filter { !$0.isFunctionWord })
    let hasWord = try Set(
      ExhaustiveSearch(QueryTerms(words, in: list), in: list, snapshot.vectors)
        .run(model, limit: .max, excluding: [], match: .any).hits.map(\.document))
    return SearchResult(
      hits: documents.map { document in
        let score = scores[document] ?? 0
        return hasWord.contains(document)
          ? SearchHit(document: document, score: score) : SearchHit(near: document, score: score)
      }, matchCount: documents.count { scores[$0] != nil })
  }

  /// Some documents with what the query's words give them, in their order, and how many have one:
  /// near hits where they have none or function words alone. Cost: a look-up of each in the
  /// postings of each term.
  ///
  /// - Parameter documents: some thousands at the most, ascending.
  func scores(
    of documents: [DocumentID], _ terms: QueryTerms, of query: Query, in list: SegmentList,
    _ model: ScoringModel
  ) throws(StorageError) -> SearchResult {
    var request = SearchRequest(
      match: .any, limit: documents.count, excluded: [], countsMatches: false)
    request.documents = documents
    return try search(terms, of: query, in: list, model, request)
  }

  /// The result where the model has bounds and all weights are above zero; else nil.
  private func pruned(
    _ terms: QueryTerms, in list: SegmentList, _ model: ScoringModel, _ request: SearchRequest
  ) throws(StorageError) -> SearchResult? {
    switch model {
    case .bm25(let bm25):
      return try run(terms, in: list, model, request) { bm25.scorers($0) }
    case .bm25l(let bm25) where !bm25.countsAbsentTerms:
      return try run(terms, in: list, model, request) { BM25L.scorers($0, bm25) }
    case .bm25Plus(let bm25) where !bm25.countsAbsentTerms:
      return try run(terms, in: list, model, request) { BM25Plus.scorers($0, bm25) }
    case .bm25f(let bm25):
      return try run(terms, in: list, model, request) { bm25.scorers($0) }
    default: return nil
    }
  }

  private func run<Scorer: WeightedScorer>(
    _ terms: QueryTerms, in list: SegmentList, _ model: ScoringModel, _ request: SearchRequest,
    _ makeScorers: (ScoringContext) -> [Scorer]
  ) throws(StorageError) -> SearchResult? {
    let scorings = try scorings(of: model, makeScorers)
    guard let lengths = scorings.first?.lengths else {
      return SearchResult(hits: [], matchCount: request.countsMatches ? 0 : nil)
    }
    let scorers = makeScorers(
      ScoringContext(
        statistics: list.statistics, lengths: lengths, terms: terms.terms))
    scratch.reserve(terms.order.count)
    let weights = scorers.map { $0.query * $0.idf }
    // What adds nothing is no reason to look at a document, but leaves a score as it is.
    guard weights.allSatisfy({ ($0 > 0 || request.documents != nil) && $0.isFinite })
    else { return nil }
    var best = TopHits(limit: request.limit)
    var matchCount = 0
    var scored: [SearchHit] = []
    for (place, segment) in list.segments.enumerated() {
      guard request.match == .any || terms.order.allSatisfy({ terms.entry($0, place) != nil })
      else { continue }
      if !terms.phrases.isEmpty {
        let phraseWeights = terms.phrases.map { $0.weight(scorers) }
        guard phraseWeights.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        guard
          let walk = try PhraseWalk(terms.phrases, terms.entries(place), in: segment.reader)
        else { continue }
        let others = terms.order.compactMap { term in
          terms.entry(term, place).map { ($0, weights[term]) }
        }
        var search = try PhraseSearch(
          segment, walk, weights: phraseWeights, terms: others, scorings[place], request)
        try search.run(into: &best)
        matchCount += search.matchCount
        continue
      }
      do throws(StorageError) {
        var search = try TopSearch(
          segment, terms, weights, place, scorings[place], request, scratch)
        if let documents = request.documents {
          try search.score(documents, terms, place, into: &scored)
        } else {
          try search.run(into: &best)
        }
        matchCount += search.matchCount
      } catch {
        scratch.clear()
        throw error
      }
    }
    guard request.documents == nil else {
      return SearchResult(hits: scored, matchCount: matchCount)
    }
    return SearchResult(
      hits: best.sorted(first: request.orderedCount),
      matchCount: request.countsMatches ? matchCount : nil)
  }

  /// How the model scores each segment's postings; made anew when the model changes.
  private func scorings<Scorer: WeightedScorer>(
    of model: ScoringModel, _ makeScorers: (ScoringContext) -> [Scorer]
  ) throws(StorageError) -> [SegmentScoring] {
    if let known = scorings, known.model == model { return known.scorings }
    let statistics = snapshot.statistics
    var isBM25F = false
    if case .bm25f = model { isBM25F = true }
    // Over several fields BM25F needs more than one frequency and one length.
    let table =
      isBM25F && statistics.fields.count > 1 ? nil : PartTable(statistics, makeScorers)
    var fieldFactors: FieldFactors?
    var made: [SegmentScoring] = []
    for segment in snapshot.list.segments {
      let lengths = try segment.reader.fieldLengths()
      // Factors do not depend on the term.
      let scorer = makeScorers(
        ScoringContext(
          statistics: statistics, lengths: lengths,
          terms: [.init(term: Query.Term("a"), documentFrequency: 1)]))[0]
      if fieldFactors == nil, table == nil, let scorer = scorer as? BM25F.Scorer {
        fieldFactors = FieldFactors(scorer)
      }
      made.append(
        SegmentScoring(segment.reader, lengths, scorer, table, fieldFactors) {
          if let table { return table.bound($0) }
          return (scorer as? BM25F.Scorer)?.bound($0) ?? .infinity
        })
    }
    scorings = (model, made)
    return made
  }
}

/// What is asked of a search besides terms and their model.
struct SearchRequest {
  let match: Query.Match
  let limit: Int
  /// Numbers of documents that are not to be found.
  let excluded: [UInt32]
  let countsMatches: Bool
  /// So many hits are to be in order; the others, which are worse, need not.
  var orderedCount = Int.max
  /// The documents whose scores are asked for, ascending: nothing is searched for then.
  var documents: [DocumentID]?
}
