#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The memory that a search works in, kept from query to query: its size depends on the number of
/// the query's terms, not on the collection.
struct SearchScratch: ~Copyable {
  /// Documents that are worked on together at the most.
  static let windowLength = 1 << 14

  let rare = TopSearch.RareTable()
  /// Scores of a window's documents; all zero between windows.
  let scores: UnsafeMutablePointer<Double>
  /// Which documents of the window have a term; all zero between windows.
  let marks: UnsafeMutablePointer<UInt64>
  /// Documents that may be among the best, ascending, and their scores so far.
  let candidates: UnsafeMutablePointer<UInt32>
  let candidateScores: UnsafeMutablePointer<Double>
  /// The terms' walks, weights, and bounds: for each term a row of what it and those behind it can
  /// give to a document, by length; the last row is zero.
  private(set) var walks: UnsafeMutablePointer<PostingsWalk>
  private(set) var weights: UnsafeMutablePointer<Double>
  private(set) var bounds: UnsafeMutablePointer<Double>
  /// The greatest of each row of `bounds`.
  private(set) var rowBounds: UnsafeMutablePointer<Double>
  private(set) var lookUps: UnsafeMutablePointer<Double>
  private var capacity = 0
  /// Room for each term's block.
  private(set) var buffers: [PostingsBuffer] = []
  private let fieldCount: Int

  init(fieldCount: Int) {
    self.fieldCount = fieldCount
    scores = Self.zeros(Self.windowLength)
    marks = Self.zeros(Self.windowLength / 64)
    candidates = .allocate(capacity: Self.windowLength + 64)
    candidateScores = .allocate(capacity: Self.windowLength + 64)
    walks = .allocate(capacity: 0)
    weights = .allocate(capacity: 0)
    bounds = .allocate(capacity: 0)
    rowBounds = .allocate(capacity: 0)
    lookUps = .allocate(capacity: 0)
    reserve(4)
  }

  /// Zeros for which the system takes no page before it is written to: small collections need few.
  private static func zeros<Number>(
    _ count: Int
  ) -> UnsafeMutablePointer<Number> {
    guard let memory = calloc(count, MemoryLayout<Number>.stride) else {
      preconditionFailure("no memory for a search")
    }
    return memory.bindMemory(to: Number.self, capacity: count)
  }

  deinit {
    free(scores)
    free(marks)
    candidates.deallocate()
    candidateScores.deallocate()
    rare.deallocate()
    deallocateRows()
  }

  /// Makes room for a number of terms.
  mutating func reserve(_ termCount: Int) {
    guard termCount > capacity else { return }
    deallocateRows()
    capacity = max(termCount, 2 * capacity)
    walks = .allocate(capacity: capacity)
    weights = .allocate(capacity: capacity)
    bounds = .allocate(capacity: (capacity + 1) * PartTable.rowLength)
    rowBounds = .allocate(capacity: capacity + 1)
    lookUps = .allocate(capacity: capacity)
    while buffers.count < capacity { buffers.append(PostingsBuffer(fieldCount: fieldCount)) }
  }

  /// Makes the window empty again after a search that damage ended.
  func clear() {
    scores.update(repeating: 0, count: Self.windowLength)
    rare.clear()
    marks.update(repeating: 0, count: Self.windowLength / 64)
  }

  private func deallocateRows() {
    walks.deallocate()
    weights.deallocate()
    bounds.deallocate()
    rowBounds.deallocate()
    lookUps.deallocate()
  }
}
