import IndexStorage

/// Finds the best documents of one segment that have all phrases of a query.
///
/// Positions are read only of a document that can be among the best: a phrase has no greater
/// frequency than the rarest of its words there, so that this frequency and the exact length bound
/// its part of the score.
struct PhraseSearch {
  private let segment: LiveSegment
  private let scoring: SegmentScoring
  private let request: SearchRequest
  private let weights: [Double]
  private let slack: Double
  private var walk: PhraseWalk
  /// Terms that rank what has the phrases, or that a document needs as well.
  private let others: ConjunctionTerms
  private let otherWeights: [Double]
  /// What the other terms can give together.
  private var otherBound = 0.0
  private(set) var matchCount = 0
  private var frequencies: [UInt32]

  /// - Parameters:
  ///   - weights: what phrases' factors are multiplied by.
  ///   - terms: the other terms, in the order in which their parts are added.
  init(
    _ segment: LiveSegment, _ walk: PhraseWalk, weights: [Double],
    terms: [(entry: TermEntry, weight: Double)],
    _ scoring: SegmentScoring, _ request: SearchRequest
  ) throws(StorageError) {
    self.segment = segment
    self.scoring = scoring
    self.request = request
    self.weights = weights
    self.walk = walk
    frequencies = Array(repeating: 0, count: walk.fieldCount)
    slack = scoring.knowsLengths && scoring.table?.slack == 1 ? 1 : 1 + 1e-12
    others = try ConjunctionTerms(terms.map(\.entry), of: segment.reader)
    otherWeights = terms.map(\.weight)
    for (number, weight) in otherWeights.enumerated() {
      otherBound += weight * (try Self.factorBound(others.base + number, scoring))
    }
    // Sums of bounds are rounded otherwise than those of scores.
    otherBound *= 1 + 1e-12
  }

  /// A bound for all of a term's factors.
  private static func factorBound(
    _ term: UnsafeMutablePointer<ConjunctionTerm>, _ scoring: SegmentScoring
  ) throws(StorageError) -> Double {
    let frontiers = try term.pointee.frontiers()
    guard frontiers.isEmpty else { return scoring.bound(frontiers) }
    try term.pointee.loadFrequencies()
    let walk = term.pointee.walk
    var greatest = 0.0
    for place in 0..<walk.count where walk.documents[place] != PostingsWalk.end {
      greatest = max(greatest, scoring.factor(walk, place))
    }
    return greatest
  }

  /// Offers the segment's best documents.
  mutating func run(into best: inout TopHits) throws(StorageError) {
    guard request.limit > 0 || request.countsMatches else { return }
    let base = UInt32(segment.base)
    var floor = request.countsMatches ? -.infinity : best.floor
    var lead = leadBound(above: floor)
    while let document = try walk.next(lead) {
      guard segment.accepts(Int(document)), !request.excluded.contains(base + document),
        bound(document) > floor, try hasRequired(document), try walk.count()
      else { continue }
      matchCount += 1
      best.offer(
        SearchHit(document: DocumentID(rawValue: base + document), score: try score(document)))
      guard !request.countsMatches, best.floor != floor else { continue }
      floor = best.floor
      lead = leadBound(above: floor)
    }
  }

  /// What rules documents out by the rarest word; with several phrases nothing does.
  private func leadBound(above floor: Double) -> PhraseBound? {
    guard weights.count == 1 else { return nil }
    return PhraseBound(scoring, weight: weights[0], rest: otherBound, above: floor)
  }

  /// No score of the document at hand is above it.
  private mutating func bound(_ document: UInt32) -> Double {
    var bound = 0.0
    for (number, weight) in weights.enumerated() {
      for field in 0..<walk.fieldCount {
        frequencies[field] = walk.leastFrequency(ofPhrase: number, field: field)
      }
      bound += weight * factor(document) * slack
    }
    return others.count == 0 ? bound : (bound + otherBound) * (1 + 1e-12)
  }

  /// Whether the document has the other terms, if it must.
  private func hasRequired(_ document: UInt32) throws(StorageError) -> Bool {
    guard request.match == .all else { return true }
    for number in 0..<others.count where try others.base[number].seek(document) != document {
      return false
    }
    return true
  }

  private mutating func score(_ document: UInt32) throws(StorageError) -> Double {
    var score = 0.0
    for (number, weight) in weights.enumerated() {
      for field in 0..<walk.fieldCount {
        frequencies[field] = walk.frequencies[number * walk.fieldCount + field]
      }
      score += weight * factor(document)
    }
    for number in 0..<others.count where try others.base[number].seek(document) == document {
      try others.base[number].loadFrequencies()
      let walk = others.base[number].walk
      score += otherWeights[number] * scoring.factor(walk, walk.index)
    }
    return score
  }

  /// The factor of `frequencies` in a document.
  private mutating func factor(_ document: UInt32) -> Double {
    if let lengths = scoring.byteLengths, let table = scoring.table?.values,
      frequencies[0] <= PartTable.frequencyLimit
    {
      return table[PartTable.row(frequencies[0]) &+ Int(lengths[Int(document)])]
    }
    let scoring = scoring
    return frequencies.withUnsafeMutableBufferPointer { scoring.factor($0, Int(document)) }
  }
}
