import IndexStorage

/// Walks the steps of one term's positions, forwards; then those of another term.
struct PositionsCursor: ~Copyable {
  private var list = PositionsList.none
  private let steps: UnsafeMutablePointer<BitPacking.Vector>
  private var chunk = -1
  private var count = 0
  private var index = 0
  private var end = 0

  /// A cursor that stands nowhere.
  init() { steps = .allocate(capacity: BitPacking.blockLength / 4) }

  deinit { steps.deallocate() }

  /// Stands before the first step of a list.
  mutating func begin(_ list: PositionsList) {
    self.list = list
    chunk = -1
    count = 0
    index = 0
    end = 0
  }

  /// The next step; that there is none is damage.
  @inline(__always)
  mutating func next() throws(StorageError) -> UInt32 {
    if index == count { try load(chunk + 1) }
    defer { index += 1 }
    return UnsafeRawPointer(steps).load(fromByteOffset: 4 * index, as: UInt32.self)
  }

  /// Steps over some; that there are fewer is damage.
  mutating func skip(_ number: Int) throws(StorageError) {
    var rest = number
    while rest > 0 {
      if index == count { try load(chunk + 1) }
      let part = min(rest, count - index)
      index += part
      rest -= part
    }
  }

  /// Goes to the step of that number, which is not before the chunk that was read last.
  mutating func seek(to ordinal: Int) throws(StorageError) {
    let wanted = ordinal / BitPacking.blockLength
    if wanted != chunk { try load(wanted) }
    index = ordinal % BitPacking.blockLength
  }

  private mutating func load(_ wanted: Int) throws(StorageError) {
    (count, end) = try list.decode(chunk: wanted, from: end, into: steps)
    chunk = wanted
    index = 0
    guard count > 0 else { throw list.exhausted }
  }
}

extension PositionsList {
  /// The frequencies of a term's postings ask for more positions than there are.
  fileprivate var exhausted: StorageError { damaged("positions are missing") }
}
