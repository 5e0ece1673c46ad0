/// Keeps the best `limit` of any number of hits: a heap whose root is the worst of those kept.
struct TopHits {
  private let limit: Int
  private var heap: [SearchHit] = []

  init(limit: Int) {
    self.limit = limit
    heap.reserveCapacity(min(limit, 64))
  }

  /// Offers a hit. Cost: the logarithm of the limit at most.
  @inline(__always)
  mutating func offer(_ hit: SearchHit) {
    if heap.count < limit {
      heap.append(hit)
      siftUp(heap.count - 1)
    } else if let worst = heap.first, SearchHit.isBetter(hit, than: worst) {
      heap[0] = hit
      siftDown(0)
    }
  }

  /// A hit with this score or less is not kept if it comes behind those that were offered.
  var floor: Double {
    heap.count < limit ? -.infinity : heap.first?.score ?? .infinity
  }

  /// The best of some hits, the best first.
  static func best(_ limit: Int, of hits: [SearchHit]) -> [SearchHit] {
    var best = TopHits(limit: limit)
    for hit in hits { best.offer(hit) }
    return best.sorted()
  }

  /// The hits that were kept, the first ones the best, the best first; the rest are in no order.
  /// Cost: one offer for each hit, where all of them are not to be sorted.
  func sorted(first count: Int) -> [SearchHit] {
    guard count < heap.count else { return sorted() }
    let best = Self.best(count, of: heap)
    guard let worst = best.last else { return heap }
    return best + heap.filter { SearchHit.isBetter(worst, than: $0) }
  }

  /// The hits that were kept, in no order.
  var kept: [SearchHit] { heap }

  /// The hits that were kept, the best first.
  func sorted() -> [SearchHit] { heap.sorted { SearchHit.isBetter($0, than: $1) } }

  private mutating func siftUp(_ start: Int) {
    heap.withUnsafeMutableBufferPointer { heap in
      let hit = heap[start]
      var child = start
      while child > 0 {
        let parent = (child &- 1) / 2
        guard SearchHit.isBetter(heap[parent], than: hit) else { break }
        heap[child] = heap[parent]
        child = parent
      }
      heap[child] = hit
    }
  }

  private mutating func siftDown(_ start: Int) {
    heap.withUnsafeMutableBufferPointer { heap in
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
}
