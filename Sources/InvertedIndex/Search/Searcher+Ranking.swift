import IndexStorage
import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Searcher {
  /// The best documents by a ranking: those that `search` finds, of which the first are ranked anew
  /// by their scores, by how near the query's words stand to each other in them, by the forms that
  /// these have there, and by their nearness to the query in the latent space.
  ///
  /// What neighboring words gain is ``Proximity``'s, what forms gain ``ExactForms``'s. A document
  /// near in the latent space gains up to the best score by words, times `latent / (1 - latent)`.
  /// With feedback the query then lies nearer to the first three, by their scores and by how much
  /// they agree, and all are ranked once more: what they speak of besides is taken for what is
  /// meant. Documents whose first field is the query's text gain as much as any document can have,
  /// so that they come first, and more if they have its very forms. Whatever the limit, the same
  /// documents are ranked anew, so that the first k of a longer list are the list of k. Cost beside
  /// that of the search: 48 products for each of a hundred documents, the positions of neighboring
  /// words of the first ten, the forms of the first 16, the postings of the rarest term, and those
  /// of all terms for each document with the same text that is not among the hundred. Documents
  /// that are near may join wherever they stand by words (``NearestDocuments``;
  /// `SearchHit.isNear`), at 48 products for each document of the index.
  ///
  /// - Parameter source: the document that the query is made of: what lies near it is near; its
  ///   words stand in no order and have no forms, and there is no feedback.
  public func search(
    _ query: Query, ranking: Ranking, limit: Int = 10, excluding excluded: [DocumentID] = [],
    matching filter: DocumentFilter? = nil, countsMatches: Bool = false,
    of source: DocumentID? = nil
  ) throws(IndexError) -> SearchResult {
    let limit = max(limit, 0)
    let weighted = ranking.weighted(query, in: snapshot.statistics)
    guard ranking.ranksAnew, !query.terms.isEmpty else {
      return try search(
        weighted, model: ranking.model, limit: limit, excluding: excluded, matching: filter,
        countsMatches: countsMatches)
    }
    let request = SearchRequest(
      match: query.match, limit: max(limit, Ranking.candidates),
      excluded: excluded.map(\.rawValue), countsMatches: countsMatches,
      orderedCount: limit > Ranking.candidates ? .max : ExactForms.candidates)
    let (list, terms) = try snapshot.storage {
      () throws(StorageError) -> (SegmentList, QueryTerms) in
      let list = try snapshot.list.filtered(by: filter)
      return (list, try self.terms(of: weighted, in: list))
    }
    let (found, gains, same, wider) = try snapshot.storage {
      () throws(StorageError) -> (SearchResult, [Double], [SameText], NearestDocuments?) in
      let found = try search(terms, of: weighted, in: list, ranking.model, request)
      var same = ranking.putsSameTextFirst ? try terms.sameTexts(in: list) : []
      guard source == nil else { return (found, [], same, nil) }
      let documents = found.hits.prefix(ExactForms.candidates).map(\.document)
      let gains = try terms.wording(of: documents, &same, in: list, ranking, scratch.buffers)
      let wider = NearestDocuments(query, terms, found.hits, same, excluded, in: list)
      return (found, gains, same, wider)
    }
    guard let best = found.hits.first?.score, best > 0 else {
      return .init(hits: TopHits.best(limit, of: found.hits), matchCount: found.matchCount)
    }
    var candidates = Array(found.hits.prefix(Ranking.candidates))
    for (place, gain) in gains.enumerated() where gain > 0 {
      candidates[place] = candidates[place].adding(wording: gain)
    }
    let nearest = best * snapshot.latentFactor(ranking)
    // No document can have more by words, their wording and its nearness.
    let most = candidates.reduce(0) { max($0, $1.score) } + nearest
    var others = found.hits.dropFirst(Ranking.candidates)
    for same in same where !excluded.contains(same.document) {
      try put(same, most, weighted, ranking, in: &candidates, &others)
    }
    let (ranked, near) = try snapshot.near(
      weighted, source, ranking, nearest, candidates, wider)
    let joined = try join(near, terms, of: weighted, in: list, ranking.model, wider)
    if !others.isEmpty {
      let joined = Set(near.map(\.document))
      others.removeAll { joined.contains($0.document) }
    }
    let hits = Array((TopHits.best(limit, of: ranked + joined.hits) + others).prefix(limit))
    let more = near.count - (joined.matchCount ?? 0)
    return SearchResult(hits: hits, matchCount: found.matchCount.map { $0 + more })
  }

  /// Some hits that are found by their nearness with what words give them besides, and how many
  /// have a word.
  private func join(
    _ near: [SearchHit], _ terms: QueryTerms, of query: Query, in list: SegmentList,
    _ model: ScoringModel, _ wider: NearestDocuments?
  ) throws(IndexError) -> SearchResult {
    guard let wider, wider.mayHaveWords, !near.isEmpty else {
      return SearchResult(hits: near, matchCount: 0)
    }
    let words = try snapshot.storage { () throws(StorageError) -> SearchResult in
      try scores(of: near.map(\.document), terms, of: query, in: list, model)
    }
    return SearchResult(
      hits: zip(words.hits, near).map { $0.adding($1.score) }, matchCount: words.matchCount)
  }

  /// Gives a document with the query's text what puts it first, among the candidates.
  ///
  /// - Parameter most: what no document can have more than.
  private func put(
    _ same: SameText, _ most: Double, _ query: Query, _ ranking: Ranking,
    in candidates: inout [SearchHit], _ others: inout ArraySlice<SearchHit>
  ) throws(IndexError) {
    let gain = Double(same.likeness.rawValue) * most
    if let place = candidates.firstIndex(where: { $0.document == same.document }) {
      candidates[place] = candidates[place].adding(wording: same.wording).adding(gain)
      return
    }
    others.removeAll { $0.document == same.document }
    let words = try snapshot.explain(query, model: ranking.model, document: same.document)
    let hit = SearchHit(document: same.document, score: words.score)
    candidates.append(hit.adding(wording: same.wording).adding(gain))
  }
}

extension Snapshot {
  /// Some hits with what they gain by their nearness to a query or the document that it is made of,
  /// in their order, and those that join by their nearness, with it alone.
  ///
  /// - Parameter most: what the nearest gains.
  fileprivate func near(
    _ query: Query, _ source: DocumentID?, _ ranking: Ranking, _ most: Double,
    _ candidates: [SearchHit], _ wider: NearestDocuments?
  ) throws(IndexError) -> (hits: [SearchHit], joining: [SearchHit]) {
    guard most > 0 else { return (candidates, []) }
    let terms = query.terms.map { term in
      (hash: LatentTrainer.hash(term.text.utf8), weight: Double(term.frequency) * term.boost)
    }
    return try withLatentSpace { space throws(StorageError) in
      var found: LatentPlace?
      if let source { found = try space.place(of: source) }
      if found == nil { found = try space.place(of: terms) }
      guard var place = found else { return (candidates, []) }
      if ranking.feedback > 0, source == nil {
        let best = try space.best(
          Ranking.feedbackDocuments, of: candidates.prefix(ExactForms.candidates), near: place,
          most)
        place = try space.place(place, toward: best, by: 2 * ranking.feedback)
      }
      let joining = try wider?.documents(near: place, in: space) ?? []
      let more = joining.map { SearchHit(near: $0, score: 0) }
      var hits: [SearchHit] = []
      hits.reserveCapacity(candidates.count + more.count)
      try space.forEach(of: candidates + more, near: place) { hit, near in
        hits.append(hit.adding(most * near))
      }
      return (Array(hits.prefix(candidates.count)), Array(hits.dropFirst(candidates.count)))
    }
  }
}

extension LatentSpace {
  /// The best of some hits by their scores and what they gain by their nearness to a place.
  fileprivate func best(
    _ limit: Int, of hits: ArraySlice<SearchHit>, near place: LatentPlace, _ most: Double
  ) throws(StorageError) -> [SearchHit] {
    var best = TopHits(limit: limit)
    try forEach(of: hits, near: place) { hit, near in best.offer(hit.adding(most * near)) }
    return best.sorted()
  }

  /// A place moved toward those of hits, each by its part of their scores: all the way where their
  /// mean cosine is half or more, and less where they lie apart and do not say what is meant.
  fileprivate func place(
    _ place: LatentPlace, toward hits: [SearchHit], by weight: Double
  ) throws(StorageError) -> LatentPlace {
    let sum = hits.reduce(0) { $0 + $1.score }
    guard sum > 0 else { return place }
    var others: [(place: LatentPlace, share: Float)] = []
    for hit in hits {
      guard let other = try self.place(of: hit.document) else { continue }
      others.append((other, Float(hit.score / sum)))
    }
    let weight = Float(weight) * min(2 * Self.agreement(of: others.map(\.place)), 1)
    var moved = place
    for (other, share) in others { moved.add(other, weight * share) }
    return moved.normalized ?? place
  }

  /// The mean cosine between some places; 0 where there are fewer than two or it is below.
  private static func agreement(of places: [LatentPlace]) -> Float {
    var sum: Float = 0
    for (number, one) in places.enumerated() {
      for other in places[..<number] { sum += one.product(with: other) }
    }
    return max(sum / Float(max(places.count * (places.count - 1) / 2, 1)), 0)
  }
}

extension Ranking {
  /// How much of what few documents need counts in a collection of that size, from 1 to 0: all up
  /// to 2,000 documents, then less by the logarithm, and nothing from 50,000 on. Measured in
  /// `Eval/reports/ranking.md`.
  static func share(documentCount: Int) -> Double {
    let (whole, none) = (log10(Double(smallCollection)), log10(50_000.0))
    let digits = log10(Double(max(documentCount, 1)))
    return min(max((none - digits) / (none - whole), 0), 1)
  }

  /// The query with the ranking's weights on words that say little: of many documents those that
  /// ask in the same way ("how", "why") are the better ones, so that the weight rises to that of
  /// other words. A query that has no other words has function words alone weighed down, or all as
  /// they are where it has nothing else.
  func weighted(_ query: Query, in statistics: CollectionStatistics) -> Query {
    let share = Self.share(documentCount: statistics.documentCount)
    guard functionWords != 1, share > 0 else { return query }
    let functionWords = 1 - (1 - functionWords) * share
    let hasSubject = !query.terms.allSatisfy(\.isCommon)
    func saysLittle(_ term: Query.Term) -> Bool {
      hasSubject ? term.isCommon : term.isFunctionWord
    }
    guard query.terms.contains(where: saysLittle), !query.terms.allSatisfy(saysLittle)
    else { return query }
    var query = query
    for place in query.terms.indices where saysLittle(query.terms[place]) {
      query.terms[place].boost *= functionWords
    }
    return query
  }
}

extension Snapshot {
  /// What nearness is worth, as a factor on the best score by words; 0: nothing.
  func latentFactor(_ ranking: Ranking) -> Double {
    let count = statistics.documentCount
    guard count <= LatentSpace.mostDocuments else { return 0 }
    var share = ranking.latent * Ranking.share(documentCount: count)
    // In few dimensions all lies near each other.
    let dimensions = LatentSpace.rank(documentCount: count)
    share *= Double(dimensions) / Double(LatentSpace.dimensions)
    // A share of 1 is all but nothing of the words.
    return share / max(1 - share, 0.01)
  }

  /// What a document gains by exact forms, where a ranking looked at it.
  private func exactForms(
    _ query: Query, _ ranking: Ranking, in document: DocumentID
  ) throws(IndexError) -> Double {
    try storage { () throws(StorageError) in
      guard
        let forms = ExactForms(
          try QueryTerms(query, in: list), in: list, weight: ranking.exactForms)
      else { return 0 }
      return try forms.gain(of: document)
    }
  }

  /// Why a hit of a ranking has its score: the parts of words, and what their proximity, their
  /// forms, nearness in the latent space, or the same text add, as parts of their own that have no
  /// word.
  public func explain(
    _ query: Query, ranking: Ranking, hit: SearchHit
  ) throws(IndexError) -> Explanation {
    let weighted = ranking.weighted(query, in: statistics)
    var words = try explain(weighted, model: ranking.model, document: hit.document)
    if words.score == 0 { words = Explanation(parts: [], score: 0) }
    let gain = hit.score - words.score
    guard gain > 0, ranking.ranksAnew else { return words }
    var wording = Double(hit.wording)
    // Where there is nothing else, a difference is one of rounding; so below.
    if wording > gain * (1 - 1e-6) { wording = gain }
    var forms = wording > 0 ? try exactForms(weighted, ranking, in: hit.document) : 0
    if forms > wording * (1 - 1e-6) { forms = wording }
    // The same text gains at least so much: few others need to be looked at.
    let isSameText =
      if ranking.putsSameTextFirst, gain > words.score * (1 + latentFactor(ranking)) * 0.999 {
        try documents(ofText: query).contains(hit.document)
      } else { false }
    let parts = [
      (Explanation.proximity, wording - forms), (Explanation.exactForms, forms),
      (isSameText ? Explanation.sameText : Explanation.nearness, gain - wording),
    ]
    return Explanation(
      parts: words.parts
        + parts.filter { $0.1 > 0 }.map { name, gain in
          Explanation.Part(
            term: name, frequencies: statistics.fields.map { _ in 0 }, documentFrequency: 0, idf: 1,
            queryPart: 1, documentPart: gain, lengthPart: 1, contribution: gain)
        }, score: hit.score)
  }
}
