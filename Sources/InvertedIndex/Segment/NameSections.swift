import IndexStorage

/// Encodes the names of documents: in blocks of sixteen, each name without what all begin with and
/// without the prefix that it shares with the one before, bytes in the bits that the names' own
/// alphabet needs.
///
/// Layout in `Index/FORMAT.md`, "names". Ids are most of a small index's bytes otherwise: hex
/// digits take four bits and the base 32 of entry ids five.
struct NameSections: ~Copyable {
  /// What all names begin with, the alphabet, then blocks.
  private(set) var names = SectionStream()
  /// Where each block begins, counted from the first.
  private(set) var offsets = SectionStream()
  /// Documents in ascending order of their names; empty where the names ascend already.
  private(set) var order = SectionStream()

  static let blockLength = 16

  /// Encodes names in the order of documents. Two that are equal are an error.
  ///
  /// - Parameter folder: takes what grows large; nil: all is held in memory.
  init(_ list: borrowing NameArena, spillingTo folder: IndexFolder?) throws(IndexError) {
    let prefixLength = Self.commonPrefixLength(list)
    let alphabet = NameAlphabet(list, from: prefixLength)
    names.sink.fixed(UInt16(prefixLength))
    if list.count > 0 { names.sink.raw(UnsafeRawBufferPointer(rebasing: list[0][..<prefixLength])) }
    alphabet.write(to: &names.sink)
    let start = names.count
    do throws(StorageError) {
      for number in 0..<list.count {
        if number % Self.blockLength == 0 {
          offsets.sink.fixed(UInt32(truncatingIfNeeded: names.count - start))
          if let folder { try names.spillIfLarge(to: folder) }
        }
        writeName(list, number, prefixLength, alphabet)
      }
    } catch {
      throw .storage(error)
    }
    guard names.count - start <= Int(UInt32.max) else {
      throw .tooLarge(what: "names have more than 4 GiB")
    }
    if !list.isAscending { try writeOrder(list, prefixLength) }
  }

  private mutating func writeName(
    _ list: borrowing NameArena, _ number: Int, _ prefixLength: Int, _ alphabet: NameAlphabet
  ) {
    let name = UnsafeRawBufferPointer(rebasing: list[number][prefixLength...])
    var shared = 0
    if number % Self.blockLength != 0 {
      shared = PrefixLengths.shared(
        UnsafeRawBufferPointer(rebasing: list[number - 1][prefixLength...]), name)
    }
    PrefixLengths.write(shared: shared, suffix: name.count - shared, to: &names.sink)
    alphabet.pack(UnsafeRawBufferPointer(rebasing: name[shared...]), to: &names.sink)
  }

  /// The length of what all names begin with.
  private static func commonPrefixLength(_ list: borrowing NameArena) -> Int {
    guard list.count > 0 else { return 0 }
    let first = list[0]
    var length = first.count
    for number in 1..<max(list.count, 1) {
      let name = list[number]
      length = min(length, name.count)
      var shared = 0
      while shared < length, name[shared] == first[shared] { shared += 1 }
      length = shared
      if length == 0 { break }
    }
    return length
  }

  private mutating func writeOrder(
    _ list: borrowing NameArena, _ prefixLength: Int
  ) throws(IndexError) {
    let sorted = try list.sorted(from: prefixLength)
    var bits: UInt64 = 0
    var filled = 0
    let width = PackedNumbers.width(count: list.count)
    for document in sorted {
      bits |= UInt64(document) << UInt64(filled)
      filled += width
      while filled >= 8 {
        order.sink.byte(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        filled -= 8
      }
    }
    if filled > 0 { order.sink.byte(UInt8(truncatingIfNeeded: bits)) }
  }
}

/// The order in which names are looked up: shorter before longer, then bytewise.
///
/// By it numbers without leading zeros ascend as they count, so that documents which are numbered
/// through need no table.
enum NameOrder {
  static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.withUnsafeBytes { left in right.withUnsafeBytes { compare(left, $0) < 0 } }
  }

  /// Negative, zero or positive as `left` stands before, at or behind `right`.
  static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    left.count != right.count
      ? left.count - right.count : InvertedIndex.compare(left, to: right)
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
