import IndexStorage

/// Encodes the names of documents: in blocks of sixteen, each name without what all begin with and
/// without the prefix that it shares with the one before, bytes in the bits that the names' own
/// alphabet needs.
///
/// Layout in `Index/FORMAT.md`, "names". Ids are most of a small index's bytes otherwise: hex
/// digits take four bits and the base 32 of entry ids five.
struct NameSections: ~Copyable {
  /// What all names begin with, the alphabet, then blocks.
  private(set) var names = ByteSink()
  /// Where each block begins, counted from the first.
  private(set) var offsets = ByteSink()
  /// Documents in ascending order of their names; empty where the names ascend already.
  private(set) var order = ByteSink()

  static let blockLength = 16

  /// Encodes names in the order of documents. They differ.
  init(_ list: [[UInt8]]) {
    let prefix = Self.commonPrefix(list)
    let alphabet = NameAlphabet(list, from: prefix.count)
    names.fixed(UInt16(prefix.count))
    prefix.withUnsafeBytes { names.raw($0) }
    alphabet.write(to: &names)
    let start = names.count
    var previous: [UInt8] = []
    for (number, name) in list.enumerated() {
      if number % Self.blockLength == 0 {
        offsets.fixed(UInt32(truncatingIfNeeded: names.count - start))
        previous = []
      }
      let name = name[prefix.count...]
      var shared = 0
      let limit = min(previous.count, name.count)
      while shared < limit, previous[shared] == name[prefix.count + shared] { shared += 1 }
      let suffix = name.count - shared
      if shared < 15, suffix < 16 {
        names.byte(UInt8(shared << 4 | suffix))
      } else {
        names.byte(0xF0)
        names.varint(UInt64(shared))
        names.varint(UInt64(suffix))
      }
      alphabet.pack(name[(prefix.count + shared)...], to: &names)
      previous = Array(name)
    }
    writeOrder(list)
  }

  /// What all names begin with.
  private static func commonPrefix(_ list: [[UInt8]]) -> [UInt8] {
    guard var prefix = list.first?[...] else { return [] }
    for name in list {
      var shared = 0
      while shared < prefix.count, shared < name.count, name[shared] == prefix[shared] {
        shared += 1
      }
      prefix = prefix.prefix(shared)
    }
    return Array(prefix)
  }

  private mutating func writeOrder(_ list: [[UInt8]]) {
    let isAscending = zip(list, list.dropFirst()).allSatisfy { NameOrder.precedes($0, $1) }
    guard !isAscending else { return }
    let sorted = list.indices.sorted { NameOrder.precedes(list[$0], list[$1]) }
    var bits: UInt64 = 0
    var filled = 0
    let width = PackedNumbers.width(count: list.count)
    for document in sorted {
      bits |= UInt64(document) << UInt64(filled)
      filled += width
      while filled >= 8 {
        order.byte(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        filled -= 8
      }
    }
    if filled > 0 { order.byte(UInt8(truncatingIfNeeded: bits)) }
  }
}

/// The order in which names are looked up: shorter before longer, then bytewise.
///
/// By it numbers without leading zeros ascend as they count, so that documents which are numbered
/// through need no table.
enum NameOrder {
  static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count != right.count
      ? left.count < right.count : left.lexicographicallyPrecedes(right)
  }
}

/// Numbers below a count, each in as many bits as the greatest needs, lowest bits first.
enum PackedNumbers {
  /// The bits of one number.
  static func width(count: Int) -> Int { max(1, Int.bitWidth - (count - 1).leadingZeroBitCount) }

  /// The bytes of all.
  static func length(count: Int) -> Int { (count * width(count: count) + 7) / 8 }

  /// A number by its place.
  static func number(at place: Int, count: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    let width = width(count: count)
    let bit = place * width
    var value: UInt64 = 0
    for index in 0..<min(8, bytes.count - bit / 8) {
      value |= UInt64(bytes[bit / 8 + index]) << UInt64(8 * index)
    }
    return Int(value >> UInt64(bit % 8) & (1 << UInt64(width) - 1))
  }
}
