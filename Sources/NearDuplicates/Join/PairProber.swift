/// Looks up records in the prefix index and verifies what it finds; each thread has its own.
final class PairProber: @unchecked Sendable {
  private let records: JoinRecords
  private let index: PrefixIndex
  private let measure: JoinMeasure
  /// How many of the pairs that a record makes with those before it are kept: the most similar.
  private let partnerLimit: Int
  /// The last record that saw each record, plus one.
  private let seen: UnsafeMutablePointer<UInt32>
  private var candidates: [UInt64] = []
  /// For each bucket the first posting that is not too small for the records to come.
  private let heads: UnsafeMutablePointer<UInt32>
  private let lookups: UnsafeMutablePointer<Lookup>
  private(set) var pairs: [SimilarPair] = []
  private(set) var candidateCount = 0
  private var verifier: PairVerifier
  var mergedCount: Int { verifier.mergedCount }
  private(set) var lookupCount = 0
  private(set) var scannedCount = 0

  init(
    _ records: JoinRecords, _ index: PrefixIndex, _ measure: JoinMeasure,
    partnerLimit: Int = .max
  ) {
    self.partnerLimit = partnerLimit
    self.records = records
    self.index = index
    self.measure = measure
    verifier = PairVerifier(measure)
    seen = LargeMemory.zeroed(UInt32.self, records.count)
    heads = index.copyOfStarts()
    lookups = .allocate(capacity: Self.batch)
    lookups.initialize(repeating: Lookup(), count: Self.batch)
  }

  deinit {
    LargeMemory.release(seen)
    LargeMemory.release(heads)
    lookups.deallocate()
  }

  /// How many keys are looked up together.
  private static let batch = 64

  private struct Lookup {
    var bucket = 0
    var start: UInt32 = 0
    var end: UInt32 = 0
    /// The first posting, or all ones where there is none.
    var first: UInt64 = 0
  }

  /// Finds all pairs of records with records before them; the ranges of successive calls ascend.
  func probe(_ range: Range<Int>) {
    for number in range {
      candidates.removeAll(keepingCapacity: true)
      collect(number)
      candidateCount &+= candidates.count
      verify(number)
    }
  }

  private func collect(_ number: Int) {
    let record = records.records[number]
    let size = Int(record.size)
    let kept = Int(record.kept)
    let prefix = measure.probedPrefix(size) &- (size &- kept)
    guard prefix > 0 else { return }
    let least = UInt64(records.firstIndex(ofSize: measure.smallestPartner(size))) &<< 32
    let largestDifference = measure.largestDifference(size: size, kept: kept)
    let sketch = record.sketch
    let seen = seen
    let heads = heads
    let postings = index.postings
    let mark = UInt32(truncatingIfNeeded: number &+ 1)
    // Sizes beyond 16 bits pass the filter of the partner's position.
    let limit = UInt64(min(size, 0xFFFF))
    var place = 0
    while place < min(prefix, kept) {
      let looked = look(record.keys + place, min(min(prefix, kept) &- place, Self.batch))
      for lookup in 0..<looked {
        let key = record.keys[place]
        let largest = measure.largestPartner(size: size, left: kept &- place, asSmaller: false)
        let end = largest >= size ? number : min(records.firstIndex(ofSize: largest &+ 1), number)
        let stop = UInt64(end) &<< 32
        guard least < stop else { return }
        let found = lookups[lookup]
        if found.first < stop {
          let tag = index.tag(key)
          var at = Int(found.start)
          let last = Int(found.end)
          if found.first < least {
            // What is too small for this record is too small for all that come.
            while at < last, postings[at].head < least { at &+= 1 }
            heads[found.bucket] = UInt32(truncatingIfNeeded: at)
          }
          while at < last {
            let posting = postings[at].head
            if posting >= stop { break }
            let differing = (postings[at].sketch ^ sketch).nonzeroBitCount
            at &+= 1
            scannedCount &+= 1
            let other = Int(posting &>> 32)
            guard (posting &>> 16) & 0xFFFF == tag, posting & 0xFFFF >= limit,
              differing <= largestDifference, seen[other] != mark
            else { continue }
            seen[other] = mark
            candidates.append(UInt64(other) &<< 32 | UInt64(place))
          }
        }
        place &+= 1
      }
      lookupCount &+= looked
    }
  }

  /// Finds the buckets of some keys and their first postings, without waiting for one before asking
  /// for the next.
  @inline(__always)
  private func look(_ keys: UnsafePointer<UInt64>, _ count: Int) -> Int {
    let lookups = lookups
    let heads = heads
    for place in 0..<count {
      let bucket = index.bucket(keys[place])
      lookups[place].bucket = bucket
      lookups[place].start = heads[bucket]
      lookups[place].end = index.end(bucket)
    }
    let postings = index.postings
    for place in 0..<count {
      let first = postings[Int(lookups[place].start)].head
      lookups[place].first = lookups[place].start == lookups[place].end ? .max : first
    }
    return count
  }

  private func verify(_ number: Int) {
    let record = records.records[number]
    guard candidates.count > partnerLimit else {
      for candidate in candidates {
        let partner = records.records[Int(candidate &>> 32)]
        if let pair = verifier.pair(record, smaller: partner) { pairs.append(pair) }
      }
      return
    }
    // By content, so that which of equally similar ones are kept does not depend on their order.
    var found: [(pair: SimilarPair, sketch: UInt64)] = []
    for candidate in candidates {
      let partner = records.records[Int(candidate &>> 32)]
      if let pair = verifier.pair(record, smaller: partner) { found.append((pair, partner.sketch)) }
    }
    found.sort { a, b in
      a.pair.similarity != b.pair.similarity
        ? a.pair.similarity > b.pair.similarity
        : (a.sketch, a.pair.first, a.pair.second) < (b.sketch, b.pair.first, b.pair.second)
    }
    pairs += found.prefix(partnerLimit).map(\.pair)
  }
}
