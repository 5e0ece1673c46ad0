/// Keeps the best `limit` of any number of hits.
///
/// Where few are wanted, in a heap whose root is the worst: what a search has to reach is then
/// known exactly. Where many are, in a list of up to four times as many: when it is full, the worse
/// ones are dropped, so that a hit costs a constant time by and large and not the logarithm of the
/// limit.
struct TopHits {
  private let limit: Int
  private let isHeap: Bool
  private var hits: [SearchHit] = []
  /// At how many hits there is something to do.
  private var fullCount: Int
  /// A hit with a lower score is none of the best, nor is one with this score if it comes behind
  /// those that were offered.
  private(set) var floor: Double

  init(limit: Int) {
    self.limit = limit
    isHeap = limit <= Self.greatestHeap
    fullCount = max(limit, 1)
    floor = limit > 0 ? -.infinity : .infinity
    hits.reserveCapacity(isHeap ? limit : min(limit, Self.greatestReserved) * 4)
  }

  private static let greatestHeap = 32
  private static let greatestReserved = 128

  /// Offers a hit.
  @inline(__always)
  mutating func offer(_ hit: SearchHit) {
    guard hit.score >= floor else { return }
    guard isHeap, hits.count == limit else {
      hits.append(hit)
      if hits.count >= fullCount { trim() }
      return
    }
    guard let worst = hits.first, SearchHit.isBetter(hit, than: worst) else { return }
    hits[0] = hit
    siftDown(0)
    floor = hits[0].score
  }

  /// Raises the floor to the worst of the best hits so far. Cost: linear in the limit.
  mutating func tighten() {
    if !isHeap, hits.count > limit { trim() }
  }

  /// Drops what is not among the best, and raises the floor to the worst of them.
  @inline(never)
  private mutating func trim() {
    if isHeap {
      hits.removeLast(hits.count - limit)
      for parent in (0..<hits.count / 2).reversed() { siftDown(parent) }
      floor = hits.first?.score ?? floor
      return
    }
    if hits.count > limit {
      hits.withUnsafeMutableBufferPointer { Self.select(limit, of: $0) }
      hits.removeLast(hits.count - limit)
    }
    fullCount = max(limit.multipliedReportingOverflow(by: 4).partialValue, limit)
    floor = hits.reduce(.infinity) { min($0, $1.score) }
  }

  private mutating func siftDown(_ start: Int) {
    hits.withUnsafeMutableBufferPointer { heap in
      let hit = heap[start]
      var parent = start
      while true {
        var child = 2 &* parent &+ 1
        guard child < heap.count else { break }
        if child &+ 1 < heap.count, SearchHit.isBetter(heap[child], than: heap[child &+ 1]) {
          child &+= 1
        }
        guard SearchHit.isBetter(hit, than: heap[child]) else { break }
        heap[parent] = heap[child]
        parent = child
      }
      heap[parent] = hit
    }
  }

  /// The best of some hits, the best first.
  static func best(_ limit: Int, of hits: [SearchHit]) -> [SearchHit] {
    var best = TopHits(limit: limit)
    for hit in hits { best.offer(hit) }
    return best.sorted()
  }

  /// The hits that are kept, in no order.
  mutating func kept() -> [SearchHit] {
    if hits.count > limit { trim() }
    return hits
  }

  /// The hits that are kept, the best first: nothing is to be offered afterwards; so below.
  mutating func sorted() -> [SearchHit] { sorted(first: limit) }

  /// The hits that are kept, the first ones the best, the best first; the rest are in no order.
  mutating func sorted(first count: Int) -> [SearchHit] {
    if hits.count > limit { trim() }
    hits.withUnsafeMutableBufferPointer { hits in
      if count < hits.count { Self.select(count, of: hits) }
      hits[..<min(count, hits.count)].sort { SearchHit.isBetter($0, than: $1) }
    }
    return hits
  }

  /// Puts the best `count` in front of the others, in no order. Hoare 1961 ("Algorithm 65: find"),
  /// with a limit to the rounds, so that no order of hits makes it slow.
  private static func select(_ count: Int, of hits: UnsafeMutableBufferPointer<SearchHit>) {
    var (low, high) = (0, hits.count)
    var rounds = 2 * (Int.bitWidth - hits.count.leadingZeroBitCount)
    // What stands before `low` is among the best, what stands from `high` on is not.
    while low < count, count < high {
      guard rounds > 0, high - low > 8 else {
        hits[low..<high].sort { SearchHit.isBetter($0, than: $1) }
        return
      }
      rounds -= 1
      let place = partition(hits, low, high)
      if place < count { low = place + 1 } else { high = place }
    }
  }

  /// Puts what is better than one of the hits of a range before it, the rest behind it, and gives
  /// its place.
  private static func partition(
    _ hits: UnsafeMutableBufferPointer<SearchHit>, _ low: Int, _ high: Int
  ) -> Int {
    let last = high - 1
    hits.swapAt(median(hits, low, (low + last) / 2, last), last)
    let pivot = hits[last]
    var place = low
    // Which are better cannot be foreseen: all are moved.
    for index in low..<last {
      let hit = hits[index]
      hits[index] = hits[place]
      hits[place] = hit
      place &+= hit.score > pivot.score ? 1 : 0
      if hit.score == pivot.score, hit.document < pivot.document { place &+= 1 }
    }
    hits.swapAt(place, last)
    return place
  }

  /// Of three places the one whose hit stands between the others'.
  private static func median(
    _ hits: UnsafeMutableBufferPointer<SearchHit>, _ one: Int, _ two: Int, _ three: Int
  ) -> Int {
    let isOneBetter = SearchHit.isBetter(hits[one], than: hits[two])
    let (better, worse) = isOneBetter ? (one, two) : (two, one)
    if SearchHit.isBetter(hits[three], than: hits[better]) { return better }
    return SearchHit.isBetter(hits[three], than: hits[worse]) ? three : worse
  }
}
