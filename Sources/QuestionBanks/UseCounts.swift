/// How often each id was given: a table of open addressing, at most two thirds full.
struct UseCounts {
  private struct Slot {
    /// The 50 bits that an id shows.
    var digits: UInt64 = 0
    var bank: UInt32 = 0
    /// 0 where the slot is free.
    var count: UInt32 = 0
  }

  private var slots: [Slot]
  private let mask: Int
  /// Nobody who writes texts can choose which of them meet in the table.
  private let seed = UInt64.random(in: .min ... .max) | 1

  /// A table for that many ids.
  init(capacity: Int) {
    var size = 16
    while size < capacity + capacity / 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
  }

  /// Counts one more use of an id in a bank, and returns how many there are. It must be called no
  /// more often than the capacity says.
  mutating func add(bank: UInt32, digits: UInt64) -> Int {
    let mixed = ((digits ^ UInt64(bank) << 50) &* seed).byteSwapped &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed >> 20) & mask
    while slots[place].count > 0 {
      if slots[place].digits == digits, slots[place].bank == bank { break }
      place = (place + 1) & mask
    }
    slots[place].digits = digits
    slots[place].bank = bank
    slots[place].count += 1
    return Int(slots[place].count)
  }
}
