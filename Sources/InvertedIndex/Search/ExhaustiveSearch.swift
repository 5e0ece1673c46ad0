import IndexStorage

/// Scores every document that has a term of the query, segment by segment and term by term, and
/// keeps the best.
struct ExhaustiveSearch {
  /// A segment and what scorers of its documents need.
  struct Part {
    let segment: LiveSegment
    let context: ScoringContext
    /// The terms' entries; nil where the segment lacks the term.
    let entries: [TermEntry?]
  }

  private struct Request {
    let limit: Int
    let excluded: [DocumentID]
    let requiresAll: Bool
  }

  let list: SegmentList
  /// The query's terms, then the words of its phrases.
  let terms: [ScoringContext.Term]
  let phrases: [ResolvedPhrase]
  let prefixes: [Query.Prefix]
  let order: [Int]
  let parts: [Part]
  private let vectors: DocumentVectors

  /// Whether documents have all terms of the query, and all words of its phrases.
  let hasAllTerms: Bool
  let hasAllPhrases: Bool

  /// - Parameter vectors: what the index's documents have come to so far.
  init(
    _ terms: QueryTerms, in list: SegmentList, _ vectors: DocumentVectors
  ) throws(StorageError) {
    self.list = list
    self.vectors = vectors
    self.terms = terms.terms
    phrases = terms.phrases
    prefixes = terms.prefixes
    order = terms.order
    hasAllTerms = terms.hasAllTerms
    hasAllPhrases = terms.hasAllPhrases
    var parts: [Part] = []
    for (index, segment) in list.segments.enumerated() {
      parts.append(
        Part(
          segment: segment,
          context: ScoringContext(
            statistics: list.statistics, lengths: try segment.reader.fieldLengths(),
            terms: terms.terms),
          entries: terms.entries(index)))
    }
    self.parts = parts
  }

  /// The best `limit` hits and the number of documents that match.
  func run(
    _ model: ScoringModel, limit: Int, excluding excluded: [DocumentID],
    match: Query.Match = .any
  ) throws(StorageError) -> SearchResult {
    let request = Request(limit: limit, excluded: excluded, requiresAll: match == .all)
    switch model {
    case .bm25(let model):
      return try run(request) { part in model.scorers(part.context) }
    case .bm25f(let model):
      return try run(request) { part in model.scorers(part.context) }
    case .bm25l(let model):
      return try run(request) { part in BM25L.scorers(part.context, model) }
    case .bm25Plus(let model):
      return try run(request) { part in BM25Plus.scorers(part.context, model) }
    case .bm25Adaptive(let model):
      let gains = try gains(b: model.b)
      return try run(request) { part in model.scorers(part.context, gains: gains) }
    case .tfidf(let model):
      return try run(request) { part throws(StorageError) in try scorers(model, of: part) }
    case .tfidfLucene:
      return try run(request) { part in TFIDFLucene.scorers(part.context) }
    }
  }

  /// The reasons of one document's score.
  func explain(_ model: ScoringModel, _ document: DocumentID) throws(StorageError) -> Explanation {
    let place = list.place(of: document)
    guard let part = parts.first(where: { $0.segment.base == place.segment.base }),
      place.segment.isLive(place.document)
    else { return Explanation(parts: [], score: 0) }
    let number = place.document
    switch model {
    case .bm25(let model): return try explain(model.scorers(part.context), number, part)
    case .bm25f(let model): return try explain(model.scorers(part.context), number, part)
    case .bm25l(let model): return try explain(BM25L.scorers(part.context, model), number, part)
    case .bm25Plus(let model):
      return try explain(BM25Plus.scorers(part.context, model), number, part)
    case .bm25Adaptive(let model):
      let scorers = model.scorers(part.context, gains: try gains(b: model.b))
      return try explain(scorers, number, part)
    case .tfidf(let model): return try explain(try scorers(model, of: part), number, part)
    case .tfidfLucene: return try explain(TFIDFLucene.scorers(part.context), number, part)
    }
  }

  private func run<Scorer: TermScorer>(
    _ request: Request, _ makeScorers: (Part) throws(StorageError) -> [Scorer]
  ) throws(StorageError) -> SearchResult {
    guard !terms.isEmpty || !prefixes.isEmpty, hasAllPhrases, hasAllTerms || !request.requiresAll
    else {
      return SearchResult(hits: [], matchCount: 0)
    }
    var best = TopHits(limit: max(request.limit, 0))
    var matchCount = 0
    for part in parts {
      matchCount += try collect(part, try makeScorers(part), request, into: &best)
    }
    return SearchResult(hits: best.sorted(), matchCount: matchCount)
  }

  /// Scores one segment's documents; gives how many match.
  private func collect<Scorer: TermScorer>(
    _ part: Part, _ scorers: [Scorer], _ request: Request, into best: inout TopHits
  ) throws(StorageError) -> Int {
    // No score is minus infinity: it stands for "has none of the terms".
    var scores = [Double](repeating: -.infinity, count: part.segment.documentLimit)
    // A document begins with the parts of terms that it lacks, as if it lacked all.
    let base = order.reduce(0.0) { $0 + (scorers[$1].absentParts?.product ?? 0) }
    if !phrases.isEmpty { try addPhrases(part, scorers, base, to: &scores) }
    // Where there are phrases, a document without them does not match by terms.
    let start = phrases.isEmpty ? base : -.infinity
    for index in order {
      guard let entry = part.entries[index] else { continue }
      let scorer = scorers[index]
      let absent = scorer.absentParts?.product ?? 0
      try scores.withUnsafeMutableBufferPointer { scores throws(StorageError) in
        try part.segment.forEachPosting(of: entry) { document, frequencies in
          let part = scorer.score(frequencies, document: document) - absent
          let score = scores[document]
          scores[document] = (score == -.infinity ? start : score) + part
          return true
        }
      }
    }
    let prefixed = try addPrefixes(part, otherwise: start, to: &scores)
    if request.requiresAll { try drop(&scores, lackingTermOf: part, prefixed) }
    let first = part.segment.base
    for document in request.excluded {
      let number = Int(document.rawValue) - first
      if scores.indices.contains(number) { scores[number] = -.infinity }
    }
    var matchCount = 0
    for (document, score) in scores.enumerated()
    where score != -.infinity && part.segment.accepts(document) {
      matchCount += 1
      best.offer(SearchHit(document: DocumentID(rawValue: UInt32(first + document)), score: score))
    }
    return matchCount
  }

  /// Drops documents that lack a term, or are not in one of the sets.
  private func drop(
    _ scores: inout [Double], lackingTermOf part: Part, _ sets: [DocumentBitmap]
  ) throws(StorageError) {
    var counts = [Int](repeating: 0, count: scores.count)
    for index in order {
      guard let entry = part.entries[index] else { continue }
      try part.segment.forEachPosting(of: entry) { document, _ in
        counts[document] += 1
        return true
      }
    }
    for document in scores.indices
    where counts[document] < order.count || !sets.allSatisfy({ $0.contains(document) }) {
      scores[document] = -.infinity
    }
  }

  private func explain<Scorer: TermScorer>(
    _ scorers: [Scorer], _ document: Int, _ part: Part
  ) throws(StorageError) -> Explanation {
    guard var parts = try phraseParts(scorers, document, part) else {
      return Explanation(parts: [], score: 0)
    }
    var matches = !phrases.isEmpty
    for (index, scorer) in scorers.prefix(order.count).enumerated() {
      var found = scorer.absentParts.map {
        explanation(of: index, $0, list.statistics.fields.map { _ in 0 })
      }
      if let entry = part.entries[index] {
        try part.segment.forEachPosting(of: entry) { number, frequencies in
          guard number == document else { return number < document }
          found = explanation(
            of: index, scorer.parts(frequencies, document: number), frequencies.map(Int.init))
          matches = true
          return false
        }
      }
      if let found { parts.append(found) }
    }
    let prefixed = try prefixParts(document, part)
    parts += prefixed
    guard matches || !prefixed.isEmpty else { return Explanation(parts: [], score: 0) }
    return Explanation(parts: parts, score: parts.reduce(0) { $0 + $1.contribution })
  }

  private func explanation(
    of index: Int, _ factors: TermParts, _ frequencies: [Int]
  ) -> Explanation.Part {
    Explanation.Part(
      term: terms[index].term.text, frequencies: frequencies,
      documentFrequency: terms[index].documentFrequency, idf: factors.idf,
      queryPart: factors.query, documentPart: factors.document, lengthPart: factors.length,
      contribution: factors.product)
  }

  private func scorers(
    _ model: SMARTWeighting, of part: Part
  ) throws(StorageError) -> [SMARTWeighting.Scorer] {
    let norms =
      model.document.normalization == .cosine
      ? try vectors.norms(of: list, model.document) + part.segment.base : nil
    let profiles = try vectors.profiles(of: list).columns(from: part.segment.base)
    return model.scorers(part.context, profiles: profiles, norms: norms)
  }

  /// What each term's postings say of repeated occurrences.
  private func gains(b: Double) throws(StorageError) -> [InformationGain] {
    var gains = terms.map { term in
      InformationGain(
        documentCount: list.statistics.documentCount, documentFrequency: term.documentFrequency)
    }
    for part in parts {
      let lengths = LengthNormalization(part.context, b: b)
      for (index, entry) in part.entries.enumerated() {
        guard let entry else { continue }
        try part.segment.forEachPosting(of: entry) { document, frequencies in
          gains[index].note(frequencies.total / lengths.part(of: document))
          return true
        }
      }
    }
    return gains
  }
}

/// What a search found.
public struct SearchResult: Sendable, Hashable {
  /// The best hits: score descending, then document number ascending.
  public let hits: [SearchHit]
  /// Documents that match in all; nil where they were not counted.
  public let matchCount: Int?

  /// A result of hits in their order.
  public init(hits: [SearchHit], matchCount: Int?) {
    self.hits = hits
    self.matchCount = matchCount
  }
}
