import IndexStorage

/// Terms with few postings together, and what they tell of the rest.
///
/// Their parts are added up in a table of documents, without windows. They are the first terms of
/// the order, so that these are sums that every other way to search comes to as well.
extension TopSearch {
  /// The table of the rarest terms' documents.
  struct RareTable {
    /// Postings that are added up at the most.
    static let postingsLimit = 1 << 11
    private static let greatestSlots = 2 * postingsLimit

    /// Documents by slot; `PostingsWalk.end` where there is none, which is everywhere between
    /// searches.
    let documents: UnsafeMutablePointer<UInt32>
    let scores: UnsafeMutablePointer<Double>
    /// The slots that are taken, in the order in which they were.
    let slots: UnsafeMutablePointer<UInt32>

    init() {
      documents = .allocate(capacity: Self.greatestSlots)
      documents.initialize(repeating: PostingsWalk.end, count: Self.greatestSlots)
      scores = .allocate(capacity: Self.greatestSlots)
      slots = .allocate(capacity: Self.postingsLimit)
    }

    func deallocate() {
      documents.deallocate()
      scores.deallocate()
      slots.deallocate()
    }

    /// Empties the table after a search that damage ended.
    func clear() {
      documents.update(repeating: PostingsWalk.end, count: Self.greatestSlots)
    }

    /// The bits of a hash that name no slot, where a number of postings is to be added.
    static func shift(for postings: Int) -> UInt32 {
      UInt32(max(2 * postings - 1, 63).leadingZeroBitCount - 32)
    }
  }

  /// How many terms from the first on have few postings together, and how many these are.
  private var rarest: (termCount: Int, postings: Int) {
    var count = 0
    var postings = 0
    while count < termCount {
      let more = postings + lists[count].documentFrequency
      if more > RareTable.postingsLimit { break }
      postings = more
      count += 1
    }
    return (count, postings)
  }

  /// Finds the best documents where all terms have few postings together: gives true. Else raises
  /// the floor where the rarest terms are some of several: their best documents are scored whole,
  /// and the least of these scores is often near the floor at the end.
  mutating func takeRarest(into best: inout TopHits) throws(StorageError) -> Bool {
    let rarest = rarest
    let isWhole = rarest.termCount == termCount
    guard isWhole || (rarest.termCount > 1 && termCount > 4 && request.limit <= 64) else {
      return false
    }
    let shift = RareTable.shift(for: rarest.postings)
    var slotCount = 0
    for index in 0..<rarest.termCount { try addRare(index, shift, &slotCount) }
    guard !isWhole else {
      takeRare(slotCount, into: &best)
      return true
    }
    var found = TopHits(limit: request.limit)
    takeRare(slotCount, into: &found)
    var count = 0
    for hit in found.kept().sorted(by: { $0.document.rawValue < $1.document.rawValue }) {
      candidates[count] = hit.document.rawValue &- UInt32(segment.base)
      candidateScores[count] = hit.score
      count += 1
    }
    if count == request.limit {
      for index in rarest.termCount..<termCount {
        try load(index)
        try addLookUps(index, count)
      }
      var least = Double.infinity
      for place in 0..<count { least = min(least, candidateScores[place]) }
      // A document that reaches it may count, as its number may be smaller.
      floor = max(floor, least.nextDown)
    }
    for index in 0..<termCount { walks[index] = PostingsWalk(lists[index], buffers[index]) }
    return false
  }

  /// Adds the scores of those of some documents that are the segment's to `hits`, and counts those
  /// that have a term as matches. Those with function words alone are near hits.
  ///
  /// - Parameter all: by their numbers in the index, ascending; no more than fit a window.
  mutating func score(
    _ all: [DocumentID], _ terms: borrowing QueryTerms, _ segmentPlace: Int,
    into hits: inout [SearchHit]
  ) throws(StorageError) {
    let documents = all.drop { Int($0.rawValue) < segment.base }
      .prefix { Int($0.rawValue) < segment.end }
    var count = 0
    for document in documents {
      candidates[count] = document.rawValue &- UInt32(segment.base)
      candidateScores[count] = 0
      count += 1
    }
    var (hasTerm, hasWord) = (
      [Bool](repeating: false, count: count), [Bool](repeating: false, count: count)
    )
    var index = 0
    for term in terms.order where terms.entry(term, segmentPlace) != nil {
      let isWord = !terms.terms[term].term.isFunctionWord
      try load(index)
      try addLookUps(index, count) { place in
        hasTerm[place] = true
        if isWord { hasWord[place] = true }
      }
      index += 1
    }
    for (place, document) in documents.enumerated() {
      let score = candidateScores[place]
      if hasTerm[place] { matchCount += 1 }
      hits.append(
        hasWord[place]
          ? SearchHit(document: document, score: score) : SearchHit(near: document, score: score))
    }
  }

  /// Adds a term's parts of some documents, and tells `body` which have it.
  private mutating func addLookUps(
    _ index: Int, _ count: Int, _ body: (Int) -> Void = { _ in }
  ) throws(StorageError) {
    for place in 0..<count {
      let document = candidates[place]
      if walks[index].lastDocument < document { try seek(index, document) }
      if walks[index].document < document {
        walks[index].index = walks[index].lowerBound(document)
      }
      guard walks[index].document == document else { continue }
      try loadFrequencies(index)
      candidateScores[place] += weights[index] * factor(walks + index, walks[index].index)
      body(place)
    }
  }

  /// Offers the documents of the table that are to be found, and empties it.
  private func takeRare(_ slotCount: Int, into hits: inout TopHits) {
    let base = UInt32(segment.base)
    for place in 0..<slotCount {
      let slot = Int(rare.slots[place])
      let document = rare.documents[slot]
      rare.documents[slot] = PostingsWalk.end
      guard rare.scores[slot] >= hits.floor, segment.accepts(Int(document)),
        !isExcluded(base + document)
      else { continue }
      hits.offer(
        SearchHit(document: DocumentID(rawValue: base + document), score: rare.scores[slot]))
    }
  }

  private mutating func addRare(
    _ index: Int, _ shift: UInt32, _ slotCount: inout Int
  ) throws(StorageError) {
    let (documents, scores, slots) = (rare.documents, rare.scores, rare.slots)
    let mask = UInt32.max >> shift
    let weight = weights[index]
    try load(index)
    while walks[index].document != PostingsWalk.end {
      try loadFrequencies(index)
      let walk = walks[index]
      for place in 0..<walk.count {
        let document = walk.documents[place]
        let part = weight * factor(walks + index, place)
        // Fibonacci hashing: neighbors are spread.
        var slot = Int((document &* 0x9E37_79B1) >> shift)
        while documents[slot] != PostingsWalk.end, documents[slot] != document {
          slot = (slot &+ 1) & Int(mask)
        }
        guard documents[slot] == PostingsWalk.end else {
          scores[slot] += part
          continue
        }
        documents[slot] = document
        scores[slot] = part
        // A damaged term may have more postings than it says.
        if slotCount == RareTable.postingsLimit { throw lists[index].damaged }
        slots[slotCount] = UInt32(slot)
        slotCount &+= 1
      }
      try load(index)
    }
  }
}
