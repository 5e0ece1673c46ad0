/// Finds documents of one query by name: a hash table with open addressing over entries of a text.
/// Made once and filled anew for each query.
struct NameTable {
  /// Indexes of entries plus one; zero is free.
  private var slots: [UInt32] = []
  private var mask = 0
  /// The text and the entries that the table was filled with.
  private var base: UnsafePointer<UInt8>?
  private var entries: UnsafeBufferPointer<DocumentEntry> = .init(start: nil, count: 0)

  /// Whether no document is in the table.
  var isEmpty: Bool { entries.isEmpty }

  /// Fills the table with `entries`, which stay in place while it is used. Gives the index of the
  /// first entry whose name an earlier one has; that one is not in the table.
  @discardableResult
  mutating func fill(
    _ entries: UnsafeBufferPointer<DocumentEntry>, of bytes: TextBytes
  ) -> Int? {
    self.entries = entries
    let text = bytes.base
    base = text
    clear(for: entries.count)
    var repeated: Int?
    slots.withUnsafeMutableBufferPointer { slots in
      for (index, entry) in entries.enumerated() {
        var place = Int(entry.hash) & mask
        while slots[place] != 0 {
          let other = entries[Int(slots[place]) - 1]
          if other.hash == entry.hash,
            Self.isSame(
              text + Int(other.start), other.length, text + Int(entry.start), entry.length)
          {
            repeated = repeated ?? index
            break
          }
          place = (place + 1) & mask
        }
        if slots[place] == 0 { slots[place] = UInt32(truncatingIfNeeded: index + 1) }
      }
    }
    return repeated
  }

  /// The index of the entry that has the name of `entry`, an entry of the text at `text`.
  @inline(__always)
  func index(of entry: DocumentEntry, in text: UnsafePointer<UInt8>) -> Int? {
    guard let base, !slots.isEmpty else { return nil }
    return slots.withUnsafeBufferPointer { slots in
      var place = Int(entry.hash) & mask
      while slots[place] != 0 {
        let index = Int(slots[place]) - 1
        let other = entries[index]
        if other.hash == entry.hash,
          Self.isSame(base + Int(other.start), other.length, text + Int(entry.start), entry.length)
        {
          return index
        }
        place = (place + 1) & mask
      }
      return nil
    }
  }

  /// Frees all slots, at least twice as many as there are entries.
  private mutating func clear(for count: Int) {
    var capacity = 16
    while capacity < 2 * count { capacity *= 2 }
    mask = capacity - 1
    if slots.count < capacity {
      slots = [UInt32](repeating: 0, count: capacity)
    } else {
      slots.withUnsafeMutableBufferPointer { $0[..<capacity].update(repeating: 0) }
    }
  }

  /// Whether two names have the same bytes; eight bytes behind each can be loaded.
  @inline(__always)
  static func isSame(
    _ left: UnsafePointer<UInt8>, _ leftLength: UInt32, _ right: UnsafePointer<UInt8>,
    _ rightLength: UInt32
  ) -> Bool {
    guard leftLength == rightLength else { return false }
    var left = UnsafeRawPointer(left)
    var right = UnsafeRawPointer(right)
    var rest = Int(leftLength)
    while rest > 8 {
      guard left.loadUnaligned(as: UInt64.self) == right.loadUnaligned(as: UInt64.self) else {
        return false
      }
      left += 8
      right += 8
      rest -= 8
    }
    let difference =
      UInt64(littleEndian: left.loadUnaligned(as: UInt64.self))
      ^ UInt64(littleEndian: right.loadUnaligned(as: UInt64.self))
    return rest == 0 || difference << UInt64(64 - 8 * rest) == 0
  }
}
