import IndexStorage

/// Ways in which the bytes of a file can be wrong.
public enum ByteDamage {
  /// The first `length` bytes.
  public static func cut(_ bytes: [UInt8], to length: Int) -> [UInt8] { Array(bytes[..<length]) }

  /// One bit flipped.
  public static func flip(_ bytes: [UInt8], bit: Int) -> [UInt8] {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return bytes
  }

  /// A few random changes behind the header, all checksums made right: bytes set to values that
  /// mean something to decoders, bits flipped, a range written over another, a number raised or
  /// lowered by one.
  public static func mutated(_ file: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = file
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: FileLayout.headerLength..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        bytes[place] =
          [0, 1, 0x3F, 0x40, 0x7F, 0x80, 0xF0, 0xFF].randomElement(using: &generator) ?? 0
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 3: bytes[place] = bytes[place] &+ (Bool.random(using: &generator) ? 1 : 255)
      default:
        let length = min(Int.random(in: 1...32, using: &generator), bytes.count - place)
        let source = Int.random(
          in: FileLayout.headerLength...bytes.count - length, using: &generator)
        bytes.replaceSubrange(place..<place + length, with: Array(bytes[source..<source + length]))
      }
    }
    return signed(bytes)
  }

  /// The file with all its checksums made right again, as a hostile writer would do. A file whose
  /// directory cannot be found stays as it is.
  public static func signed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    guard bytes.count >= FileLayout.headerLength else { return bytes }
    let directory = integer(UInt64.self, bytes, at: 24)
    guard directory >= UInt64(FileLayout.headerLength), directory + 8 <= UInt64(bytes.count) else {
      sign(&bytes, 0..<36, at: 36)
      return bytes
    }
    let start = Int(directory)
    let sections = Int(integer(UInt32.self, bytes, at: start))
    let list = start + 8 + sections * FileLayout.sectionEntryLength
    let pages = min(
      Int(integer(UInt32.self, bytes, at: start + 4)), max(0, (bytes.count - list) / 4))
    for page in 0..<pages {
      let lower = max(page * FileLayout.pageLength, FileLayout.headerLength)
      let upper = min((page + 1) * FileLayout.pageLength, start)
      if lower < upper { sign(&bytes, lower..<upper, at: list + 4 * page) }
    }
    sign(&bytes, start..<bytes.count, at: 32)
    sign(&bytes, 0..<36, at: 36)
    return bytes
  }

  private static func sign(_ bytes: inout [UInt8], _ range: Range<Int>, at offset: Int) {
    let checksum = CRC32C.checksum(Array(bytes[range]))
    for index in 0..<4 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: checksum >> (8 * index))
    }
  }

  private static func integer<T: FixedWidthInteger>(_: T.Type, _ bytes: [UInt8], at: Int) -> T {
    (0..<T.bitWidth / 8).reduce(T(0)) { $0 | T(bytes[at + $1]) << (8 * $1) }
  }
}
