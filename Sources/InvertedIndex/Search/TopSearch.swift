import IndexStorage

/// Finds the best documents of one segment without scoring all that match.
///
/// Terms have one order (`ScoringContext.order`). Those at its end whose bounds together do not
/// reach the least score that still counts, the floor, are not essential (Turtle and Flood 1995,
/// "Query evaluation: strategies and optimizations": MaxScore): a document without an essential
/// term is never looked at. Documents are taken in windows: the essential terms' parts are added up
/// in an array; documents that cannot reach the floor with all that the others can give are
/// dropped; for the rest the others are looked up one by one, and more are dropped after each.
/// Bounds are by the document's length: in a long document no term gives much. Where all terms are
/// asked for, the first is the essential one.
///
/// Sums are in the order of terms, and bounds are sums in the same order of parts that are no less:
/// so nothing is dropped that could be among the best.
struct TopSearch: ~Copyable {
  let segment: LiveSegment
  let scoring: SegmentScoring
  let request: SearchRequest
  let lists: [PostingsList]
  let buffers: [PostingsBuffer]
  let termCount: Int
  let rowLength: Int
  // The scratch's.
  let walks: UnsafeMutablePointer<PostingsWalk>
  let weights: UnsafeMutablePointer<Double>
  let bounds: UnsafeMutablePointer<Double>
  let rowBounds: UnsafeMutablePointer<Double>
  let scores: UnsafeMutablePointer<Double>
  let marks: UnsafeMutablePointer<UInt64>
  let candidates: UnsafeMutablePointer<UInt32>
  let candidateScores: UnsafeMutablePointer<Double>
  let rare: RareTable
  /// For each term how many candidates for each document of the last window were looked up.
  let lookUps: UnsafeMutablePointer<Double>
  /// A document with this score or less cannot be among the best.
  var floor = -Double.infinity
  /// How many terms are essential.
  var essentialCount: Int
  var matchCount = 0

  /// - Parameters:
  ///   - weights: of all terms, in their order in the query.
  ///   - place: that of the segment in its list.
  init(
    _ segment: LiveSegment, _ terms: borrowing QueryTerms, _ weights: [Double], _ place: Int,
    _ scoring: SegmentScoring, _ request: SearchRequest, _ scratch: borrowing SearchScratch
  ) throws(StorageError) {
    self.segment = segment
    self.scoring = scoring
    self.request = request
    rowLength = scoring.knowsLengths ? PartTable.rowLength : 1
    walks = scratch.walks
    self.weights = scratch.weights
    bounds = scratch.bounds
    rowBounds = scratch.rowBounds
    scores = scratch.scores
    marks = scratch.marks
    candidates = scratch.candidates
    candidateScores = scratch.candidateScores
    rare = scratch.rare
    lookUps = scratch.lookUps
    buffers = scratch.buffers
    var lists: [PostingsList] = []
    lists.reserveCapacity(terms.order.count)
    for term in terms.order {
      guard let entry = terms.entry(term, place) else { continue }
      let list = try segment.reader.postings(of: entry)
      let index = lists.count
      lists.append(list)
      walks[index] = PostingsWalk(list, scratch.buffers[index])
      self.weights[index] = weights[term]
      lookUps[index] = 0
    }
    termCount = lists.count
    essentialCount = lists.count
    self.lists = lists
  }

  /// Offers the segment's best documents.
  mutating func run(into best: inout TopHits) throws(StorageError) {
    guard termCount > 0, request.limit > 0 || request.countsMatches else { return }
    let requiresAll = request.match == .all
    if request.countsMatches {
      essentialCount = requiresAll ? 1 : termCount
    } else if !requiresAll {
      best.tighten()
      floor = best.floor
      if try takeRarest(into: &best) { return }
    }
    for index in 0..<termCount { try load(index) }
    try makeBounds()
    if !requiresAll, !request.countsMatches, floor == -.infinity { try prime() }
    var length = SearchScratch.windowLength / 16
    while true {
      if !request.countsMatches {
        best.tighten()
        floor = max(floor, best.floor)
        chooseEssential(requiresAll)
      }
      guard essentialCount > 0 else { return }
      var base = PostingsWalk.end
      for index in 0..<essentialCount { base = min(base, walks[index].document) }
      guard base != PostingsWalk.end else { return }
      let end = UInt32(min(Int(base) + length, Int(UInt32.max) - 1))
      let addedCount = requiresAll ? essentialCount : chooseAdded()
      var count =
        addedCount == 1
        ? try takeOnly(atLeast: length / 8) : try takeEssential(base, end, addedCount)
      for index in addedCount..<termCount where count > 0 {
        lookUps[index] = Double(count) / Double(end - base)
        count = try look(up: index, count, isRequired: requiresAll)
      }
      if request.countsMatches { noteMatches(count) }
      offer(count, to: &best)
      length = min(length * 2, SearchScratch.windowLength)
    }
  }

  mutating func chooseEssential(_ requiresAll: Bool) {
    if requiresAll {
      essentialCount = rowBounds[0] <= floor ? 0 : 1
      return
    }
    while essentialCount > 0, rowBounds[essentialCount - 1] <= floor { essentialCount -= 1 }
  }

  /// How many terms' parts are added for all their documents of the next window: the
  /// essential ones', and those of further terms for which that takes less time than to look
  /// candidates up, if there are as many as in the last window.
  private func chooseAdded() -> Int {
    var count = essentialCount
    var cost = Self.clearingCost
    while count < termCount, lookUps[count] * Self.lookUpCost > density(count) + cost {
      count += 1
      cost = 0
    }
    return count
  }

  /// To empty the window whole costs, for each of its documents, as much time as so many postings.
  private static let clearingCost = 0.15

  /// A look-up costs as much time as so many postings that are added.
  private static let lookUpCost = 8.0

  func density(_ index: Int) -> Double {
    Double(lists[index].documentFrequency) / Double(max(segment.documentLimit, 1))
  }

  func offer(_ count: Int, to best: inout TopHits) {
    let base = UInt32(segment.base)
    for place in 0..<count {
      let document = candidates[place]
      guard segment.accepts(Int(document)), !isExcluded(base + document) else { continue }
      best.offer(
        SearchHit(
          document: DocumentID(rawValue: base + document), score: candidateScores[place]))
    }
  }

  func isExcluded(_ document: UInt32) -> Bool {
    !request.excluded.isEmpty && request.excluded.contains(document)
  }

  /// Notes how many documents of those that match are to be found.
  mutating func noteMatches(_ count: Int) {
    let base = UInt32(segment.base)
    for place in 0..<count {
      let document = candidates[place]
      if segment.accepts(Int(document)), !isExcluded(base + document) { matchCount += 1 }
    }
  }

  /// Decodes what comes next of a term's documents.
  @inline(__always)
  mutating func load(_ index: Int) throws(StorageError) {
    if !walks[index].hasBlock || !walks[index].loadBlock() { try loadSlowly(index) }
  }

  @inline(never)
  private mutating func loadSlowly(_ index: Int) throws(StorageError) {
    guard !walks[index].hasBlock else {
      try lists[index].decode(block: walks[index].nextBlock, into: buffers[index])
      throw lists[index].damaged
    }
    guard walks[index].nextBlock == lists[index].blockCount else {
      walks[index].finish()
      return
    }
    try lists[index].decodeTail(into: buffers[index])
    walks[index].takeTail(buffers[index].count)
  }

  @inline(__always)
  mutating func loadFrequencies(_ index: Int) throws(StorageError) {
    if !walks[index].loadFrequencies() { throw lists[index].damaged }
  }
}
