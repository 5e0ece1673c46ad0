/// Finds a name's like among those of an arena: an open-addressing table of their numbers.
///
/// The hash is seeded at random by the standard library, so that no names can be made to collide.
struct NameTable: ~Copyable {
  /// A name's number plus one; 0 is a free slot.
  private var slots = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  private var slotCount = 0
  /// Names in the table: the arena's first.
  private(set) var count = 0

  deinit { slots.deallocate() }

  var byteCount: Int { 4 * slotCount }

  private func hash(_ name: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: name)
    return hasher.finalize()
  }

  mutating func insert(_ number: Int, in names: NameList) {
    if 2 * (count + 1) > slotCount { grow(names) }
    place(number, names)
    count += 1
  }

  private func place(_ number: Int, _ names: NameList) {
    var slot = hash(names[number]) & (slotCount - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
    slots[slot] = UInt32(number + 1)
  }

  private mutating func grow(_ names: NameList) {
    slots.deallocate()
    slotCount = max(slotCount * 2, 1 << 8)
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for number in 0..<count { place(number, names) }
  }

  func contains(_ name: UnsafeRawBufferPointer, in names: NameList) -> Bool {
    guard slotCount > 0 else { return false }
    var slot = hash(name) & (slotCount - 1)
    while slots[slot] != 0 {
      if compare(names[Int(slots[slot]) - 1], to: name) == 0 { return true }
      slot = (slot + 1) & (slotCount - 1)
    }
    return false
  }
}
