import IndexStorage

/// Scores every document that has a term of the query, term by term, and keeps the best.
struct ExhaustiveSearch {
  let segment: SegmentReader
  private let context: ScoringContext
  private let entries: [TermEntry]

  /// Looks the terms up. Terms that the index does not have take no part.
  init(_ query: Query, in segment: SegmentReader) throws(StorageError) {
    self.segment = segment
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
    case .tfidfCosine: return try run(TFIDFCosine.scorers(context), limit, excluded)
    case .tfidfLucene: return try run(TFIDFLucene.scorers(context), limit, excluded)
    }
  }

  /// The reasons of one document's score.
  func explain(_ model: ScoringModel, _ document: DocumentID) throws(StorageError) -> Explanation {
    switch model {
    case .bm25(let model): return try explain(model.scorers(context), document)
    case .bm25f(let model): return try explain(model.scorers(context), document)
    case .tfidfCosine: return try explain(TFIDFCosine.scorers(context), document)
    case .tfidfLucene: return try explain(TFIDFLucene.scorers(context), document)
    }
  }

  private func run<Scorer: TermScorer>(
    _ scorers: [Scorer], _ limit: Int, _ excluded: [DocumentID]
  ) throws(StorageError) -> SearchResult {
    guard !entries.isEmpty else { return SearchResult(hits: [], matchCount: 0) }
    // No score is minus infinity: it stands for "has none of the terms".
    var scores = [Double](repeating: -.infinity, count: segment.documentCount)
    for (entry, scorer) in zip(entries, scorers) {
      try scores.withUnsafeMutableBufferPointer { scores throws(StorageError) in
        try forEachPosting(of: entry) { document, frequencies in
          let part = scorer.score(frequencies, document: document)
          scores[document] = scores[document] == -.infinity ? part : scores[document] + part
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
    var score = 0.0
    for (index, scorer) in scorers.enumerated() {
      try forEachPosting(of: entries[index]) { found, frequencies in
        guard found == Int(document.rawValue) else { return found < Int(document.rawValue) }
        let factors = scorer.parts(frequencies, document: found)
        let contribution = factors.query * factors.idf * factors.document
        score += contribution
        parts.append(
          Explanation.Part(
            term: context.terms[index].term.text, frequencies: frequencies.map(Int.init),
            documentFrequency: entries[index].documentFrequency, idf: factors.idf,
            queryPart: factors.query, documentPart: factors.document, lengthPart: factors.length,
            contribution: contribution))
        return false
      }
    }
    return Explanation(parts: parts, score: score)
  }

  /// Calls `body` with each posting's document and frequencies until it says that it has enough.
  @inline(__always)
  private func forEachPosting(
    of entry: TermEntry, _ body: (Int, UnsafeMutableBufferPointer<UInt32>) -> Bool
  ) throws(StorageError) {
    var frequencies = [UInt32](repeating: 0, count: segment.meta.lengthWidths.count)
    var cursor = try segment.postings(of: entry)
    try frequencies.withUnsafeMutableBufferPointer { frequencies throws(StorageError) in
      while let document = try cursor.advance(frequencies) {
        guard body(Int(document), frequencies) else { return }
      }
    }
  }
}

/// What a search found.
public struct SearchResult: Sendable, Hashable {
  /// The best hits: score descending, then document number ascending.
  public let hits: [SearchHit]
  /// Documents that match in all.
  public let matchCount: Int
}
