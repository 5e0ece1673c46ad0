import IndexStorage

/// Finds the best documents of one segment that have all phrases of a query.
///
/// Positions are read only of a document that can be among the best: a phrase has no greater
/// frequency than the rarest of its words there, so that this frequency and the exact length bound
/// its part of the score.
struct PhraseSearch {
  /// A term that ranks what has the phrases, or that a document needs as well.
  private struct Other {
    let term: ConjunctionTerm
    let weight: Double
  }

  private let segment: LiveSegment
  private let scoring: SegmentScoring
  private let request: SearchRequest
  private let weights: [Double]
  private let slack: Double
  private var walk: PhraseWalk
  private var others: [Other] = []
  /// What the other terms can give together.
  private var otherBound = 0.0
  private(set) var matchCount = 0
  private var frequencies: [UInt32]

  /// - Parameters:
  ///   - weights: what phrases' factors are multiplied by.
  ///   - terms: the other terms, in the order in which their parts are added.
  init(
    _ segment: LiveSegment, _ walk: PhraseWalk, weights: [Double], terms: [TopSearch.Term],
    _ scoring: SegmentScoring, _ request: SearchRequest
  ) throws(StorageError) {
    self.segment = segment
    self.scoring = scoring
    self.request = request
    self.weights = weights
    self.walk = walk
    frequencies = Array(repeating: 0, count: walk.fieldCount)
    slack = scoring.knowsLengths && scoring.table?.slack == 1 ? 1 : 1 + 1e-12
    for (entry, weight) in terms {
      let term = try ConjunctionTerm(entry, of: segment.reader)
      others.append(Other(term: term, weight: weight))
      otherBound += weight * (try Self.factorBound(term, scoring))
    }
    // Sums of bounds are rounded otherwise than those of scores.
    otherBound *= 1 + 1e-12
  }

  /// A bound for all of a term's factors.
  private static func factorBound(
    _ term: ConjunctionTerm, _ scoring: SegmentScoring
  ) throws(StorageError) -> Double {
    let frontiers = try term.frontiers()
    guard frontiers.isEmpty else { return scoring.bound(frontiers) }
    try term.loadFrequencies()
    var greatest = 0.0
    for place in 0..<term.walk.count where term.walk.documents[place] != PostingsWalk.end {
      greatest = max(greatest, scoring.factor(term.walk, place))
    }
    return greatest
  }

  /// Offers the segment's best documents.
  mutating func run(into best: inout TopHits) throws(StorageError) {
    guard request.limit > 0 || request.countsMatches else { return }
    let base = UInt32(segment.base)
    while let document = try next(above: request.countsMatches ? -.infinity : best.floor) {
      let floor = request.countsMatches ? -.infinity : best.floor
      guard segment.isLive(Int(document)), !request.excluded.contains(base + document) else {
        continue
      }
      for term in walk.terms { try term.loadFrequencies() }
      guard bound(document) > floor, try hasRequired(document), try walk.count() else { continue }
      matchCount += 1
      best.offer(
        SearchHit(document: DocumentID(rawValue: base + document), score: try score(document)))
    }
  }

  /// The next document that has all words and is not ruled out by the frequency of the rarest.
  private mutating func next(above floor: Double) throws(StorageError) -> UInt32? {
    guard weights.count == 1, floor > -.infinity, let lengths = scoring.byteLengths,
      let table = scoring.table?.values
    else { return try walk.next { _ in true } }
    let weight = weights[0]
    let slack = slack
    let otherBound = otherBound
    return try walk.next { (lead: ConjunctionTerm) throws(StorageError) in
      try lead.loadFrequencies()
      let factor = table[
        PartTable.row(lead.frequency(0)) &+ Int(lengths[Int(lead.document)])]
      return weight * factor * slack + otherBound > floor
    }
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
    return others.isEmpty ? bound : (bound + otherBound) * (1 + 1e-12)
  }

  /// Whether the document has the other terms, if it must.
  private func hasRequired(_ document: UInt32) throws(StorageError) -> Bool {
    guard request.match == .all else { return true }
    for other in others where try other.term.seek(document) != document { return false }
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
    for other in others where try other.term.seek(document) == document {
      try other.term.loadFrequencies()
      score += other.weight * scoring.factor(other.term.walk, other.term.walk.index)
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
