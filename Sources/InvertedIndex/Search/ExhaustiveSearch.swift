import IndexStorage

/// Scores every document that has a term of the query, term by term, and keeps the best.
struct ExhaustiveSearch {
  let segment: SegmentReader
  private let context: ScoringContext
  private let entries: [TermEntry]
  private let vectors: DocumentVectors

  /// Looks the terms up. Terms that the index does not have take no part.
  ///
  /// - Parameter vectors: what the segment's documents have come to so far.
  init(
    _ query: Query, in segment: SegmentReader, _ vectors: DocumentVectors
  ) throws(StorageError) {
    self.segment = segment
    self.vectors = vectors
    var entries: [TermEntry] = []
    var terms: [ScoringContext.Term] = []
    for term in query.terms {
      guard let entry = try segment.entry(of: term.text) else { continue }
      entries.append(entry)
      terms.append(.init(term: term, documentFrequency: entry.documentFrequency))
    }
    self.entries = entries
    context = ScoringContext(
      statistics: segment.meta.statistics, lengths: try segment.fieldLengths(),
      norms: try segment.documentNorms(), terms: terms)
  }

  /// The best `limit` hits and the number of documents that match.
  func run(
    _ model: ScoringModel, limit: Int, excluding excluded: [DocumentID]
  ) throws(StorageError) -> SearchResult {
    switch model {
    case .bm25(let model): return try run(model.scorers(context), limit, excluded)
    case .bm25f(let model): return try run(model.scorers(context), limit, excluded)
    case .bm25l(let model): return try run(BM25L.scorers(context, model), limit, excluded)
    case .bm25Plus(let model): return try run(BM25Plus.scorers(context, model), limit, excluded)
    case .bm25Adaptive(let model):
      return try run(model.scorers(context, gains: try gains(b: model.b)), limit, excluded)
    case .tfidf(let model) where model.usesStoredNorms:
      return try run(try storedScorers(model), limit, excluded)
    case .tfidf(let model): return try run(try scorers(model), limit, excluded)
    case .tfidfLucene: return try run(TFIDFLucene.scorers(context), limit, excluded)
    }
  }

  /// The reasons of one document's score.
  func explain(_ model: ScoringModel, _ document: DocumentID) throws(StorageError) -> Explanation {
    switch model {
    case .bm25(let model): return try explain(model.scorers(context), document)
    case .bm25f(let model): return try explain(model.scorers(context), document)
    case .bm25l(let model): return try explain(BM25L.scorers(context, model), document)
    case .bm25Plus(let model): return try explain(BM25Plus.scorers(context, model), document)
    case .bm25Adaptive(let model):
      return try explain(model.scorers(context, gains: try gains(b: model.b)), document)
    case .tfidf(let model) where model.usesStoredNorms:
      return try explain(try storedScorers(model), document)
    case .tfidf(let model): return try explain(try scorers(model), document)
    case .tfidfLucene: return try explain(TFIDFLucene.scorers(context), document)
    }
  }

  private func run<Scorer: TermScorer>(
    _ scorers: [Scorer], _ limit: Int, _ excluded: [DocumentID]
  ) throws(StorageError) -> SearchResult {
    guard !entries.isEmpty else { return SearchResult(hits: [], matchCount: 0) }
    // No score is minus infinity: it stands for "has none of the terms".
    var scores = [Double](repeating: -.infinity, count: segment.documentCount)
    // A document begins with the parts of terms that it lacks, as if it lacked all.
    let base = scorers.reduce(0.0) { $0 + ($1.absentParts?.product ?? 0) }
    for (entry, scorer) in zip(entries, scorers) {
      let absent = scorer.absentParts?.product ?? 0
      try scores.withUnsafeMutableBufferPointer { scores throws(StorageError) in
        try segment.forEachPosting(of: entry) { document, frequencies in
          let part = scorer.score(frequencies, document: document) - absent
          let score = scores[document]
          scores[document] = (score == -.infinity ? base : score) + part
          return true
        }
      }
    }
    for document in excluded where Int(document.rawValue) < scores.count {
      scores[Int(document.rawValue)] = -.infinity
    }
    var best = TopHits(limit: max(limit, 0))
    var matchCount = 0
    for (document, score) in scores.enumerated() where score != -.infinity {
      matchCount += 1
      best.offer(SearchHit(document: DocumentID(rawValue: UInt32(document)), score: score))
    }
    return SearchResult(hits: best.sorted(), matchCount: matchCount)
  }

  private func explain<Scorer: TermScorer>(
    _ scorers: [Scorer], _ document: DocumentID
  ) throws(StorageError) -> Explanation {
    var parts: [Explanation.Part] = []
    var matches = false
    for (index, scorer) in scorers.enumerated() {
      var part = scorer.absentParts.map {
        explanation(of: index, $0, [Int](repeating: 0, count: segment.meta.lengthWidths.count))
      }
      try segment.forEachPosting(of: entries[index]) { found, frequencies in
        guard found == Int(document.rawValue) else { return found < Int(document.rawValue) }
        part = explanation(
          of: index, scorer.parts(frequencies, document: found), frequencies.map(Int.init))
        matches = true
        return false
      }
      if let part { parts.append(part) }
    }
    guard matches else { return Explanation(parts: [], score: 0) }
    return Explanation(parts: parts, score: parts.reduce(0) { $0 + $1.contribution })
  }

  private func explanation(
    of index: Int, _ factors: TermParts, _ frequencies: [Int]
  ) -> Explanation.Part {
    Explanation.Part(
      term: context.terms[index].term.text, frequencies: frequencies,
      documentFrequency: entries[index].documentFrequency, idf: factors.idf,
      queryPart: factors.query, documentPart: factors.document, lengthPart: factors.length,
      contribution: factors.product)
  }

  private func storedScorers(
    _ model: SMARTWeighting
  ) throws(StorageError) -> [TFIDFCosine.Scorer] {
    // Only a query that is normalized by its number of terms asks for that of documents.
    let pivot =
      model.query.normalization == .pivotedUnique ? try vectors.profiles(of: segment).pivot : 0
    return model.storedScorers(context, pivot: pivot)
  }

  private func scorers(_ model: SMARTWeighting) throws(StorageError) -> [SMARTWeighting.Scorer] {
    let norms =
      model.document.normalization == .cosine
      ? try vectors.norms(of: segment, model.document) : nil
    return model.scorers(context, profiles: try vectors.profiles(of: segment), norms: norms)
  }

  /// What each term's postings say of repeated occurrences.
  private func gains(b: Double) throws(StorageError) -> [InformationGain] {
    let lengths = LengthNormalization(context, b: b)
    var gains: [InformationGain] = []
    for entry in entries {
      var gain = InformationGain(
        documentCount: segment.documentCount, documentFrequency: entry.documentFrequency)
      try segment.forEachPosting(of: entry) { document, frequencies in
        gain.note(frequencies.total / lengths.part(of: document))
        return true
      }
      gains.append(gain)
    }
    return gains
  }
}

/// What a search found.
public struct SearchResult: Sendable, Hashable {
  /// The best hits: score descending, then document number ascending.
  public let hits: [SearchHit]
  /// Documents that match in all.
  public let matchCount: Int
}
