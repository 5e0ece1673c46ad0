/// Names of documents in their order, in one block of memory. They differ.
///
/// Names that ascend, as documents that are numbered through have them, are known to differ without
/// a table; the first that does not makes one.
struct NameArena: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity = 1 << 12
  private var ends: UnsafeMutablePointer<UInt32>
  private var capacity = 1 << 8
  /// Names so far.
  private(set) var count = 0
  /// Each name stands behind the one before it in the order of look-up.
  private(set) var isAscending = true
  private var table = NameTable()

  /// Bytes of all names at the most: what offsets can say.
  static let longest = Int(UInt32.max)

  init() {
    bytes = .allocate(capacity: byteCapacity)
    ends = .allocate(capacity: capacity)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
  }

  /// The names for reading; valid until the next change.
  var list: NameList { NameList(bytes: bytes, ends: ends, count: count) }

  /// A name; valid until the next change.
  subscript(number: Int) -> UnsafeRawBufferPointer { list[number] }

  /// Bytes that are held.
  var byteCount: Int { byteCapacity + 4 * capacity + table.byteCount }

  /// Whether a name has room and none is like it. It may build a table.
  mutating func mayAppend(_ name: UnsafeRawBufferPointer) -> Bool {
    if isAscending, count == 0 || NameOrder.compare(self[count - 1], name) < 0 { return true }
    // The names so far ascend, as it may be, but this one does not follow them.
    let list = list
    while table.count < count { table.insert(table.count, in: list) }
    return !table.contains(name, in: list)
  }

  /// Whether there is room for the bytes of another name.
  func hasRoom(for name: UnsafeRawBufferPointer) -> Bool {
    list.byteCount + name.count <= Self.longest
  }

  /// Appends a name, for which there is room.
  mutating func append(_ name: UnsafeRawBufferPointer) {
    if isAscending, count > 0, NameOrder.compare(self[count - 1], name) >= 0 { isAscending = false }
    let start = list.byteCount
    if start + name.count > byteCapacity {
      byteCapacity = max(byteCapacity * 2, start + name.count)
      bytes = bytes.moved(count: start, toCapacity: byteCapacity)
    }
    if count == capacity {
      capacity *= 2
      ends = ends.moved(count: count, toCapacity: capacity)
    }
    if let base = name.baseAddress {
      UnsafeMutableRawPointer(bytes + start).copyMemory(from: base, byteCount: name.count)
    }
    ends[count] = UInt32(start + name.count)
    count += 1
  }

  /// The names' numbers in ascending order of look-up. Two names that are equal are an error.
  ///
  /// - Parameter prefixLength: bytes that all names begin with.
  borrowing func sorted(from prefixLength: Int) throws(IndexError) -> [UInt32] {
    var keys: [NameKey] = []
    keys.reserveCapacity(count)
    for number in 0..<count {
      keys.append(NameKey(self[number], from: prefixLength, number: UInt32(number)))
    }
    let list = list
    keys.sort { left, right in
      left.key != right.key
        ? left.key < right.key
        : NameOrder.compare(list[Int(left.number)], list[Int(right.number)]) < 0
    }
    for index in 1..<max(keys.count, 1)
    where keys[index].key == keys[index - 1].key
      && NameOrder.compare(list[Int(keys[index].number)], list[Int(keys[index - 1].number)]) == 0
    {
      throw .duplicateName(String(decoding: list[Int(keys[index].number)], as: UTF8.self))
    }
    return keys.map(\.number)
  }
}

/// A name's length and the bytes in which names differ first, as a number that compares as they do.
private struct NameKey {
  let key: UInt64
  let number: UInt32

  init(_ name: UnsafeRawBufferPointer, from prefixLength: Int, number: UInt32) {
    var key = UInt64(name.count) << 48
    for index in 0..<min(6, name.count - prefixLength) {
      key |= UInt64(name[prefixLength + index]) << UInt64(40 - 8 * index)
    }
    self.key = key
    self.number = number
  }
}

extension UnsafeMutablePointer {
  /// Moves the first elements to a larger allocation and frees this one.
  fileprivate func moved(count: Int, toCapacity capacity: Int) -> UnsafeMutablePointer {
    let larger = UnsafeMutablePointer.allocate(capacity: capacity)
    larger.moveInitialize(from: self, count: count)
    deallocate()
    return larger
  }
}
