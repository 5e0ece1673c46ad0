#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Searches for short words in bytes, without regard to the case of ASCII letters.
enum ByteSearch {
  /// Where a byte first stands in a range.
  @inline(__always)
  static func first(_ byte: UInt8, _ bytes: ByteView, _ range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    guard let base = bytes.buffer.baseAddress, !range.isEmpty else { return nil }
    let start = base + range.lowerBound
    guard let found = memchr(start, Int32(byte), range.count) else { return nil }
    return range.lowerBound + (found - UnsafeMutableRawPointer(mutating: start))
  }

  /// Whether a byte stands in a range.
  @inline(__always)
  static func contains(_ byte: UInt8, _ bytes: ByteView, _ range: Range<Int>) -> Bool {
    first(byte, bytes, range) != nil
  }

  /// The first byte from an index on that is beyond ASCII, or the end of the range.
  @inline(__always)
  static func firstWide(_ bytes: ByteView, _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let raw = UnsafeRawBufferPointer(bytes.buffer)
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
      if word != 0 { return index + UInt64(littleEndian: word).trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// Whether a word stands at an index. The word is lower case.
  static func matches(_ text: ByteView, at index: Int, _ word: [UInt8]) -> Bool {
    guard index >= 0, word.count <= text.count, index <= text.count - word.count else {
      return false
    }
    for place in word.indices where Byte.lowered(text[index + place]) != word[place] {
      return false
    }
    return true
  }

  /// Whether one of the words occurs anywhere. The words are lower case and not empty; linear time
  /// for a fixed list of short words.
  static func contains(_ text: ByteView, anyOf words: [[UInt8]]) -> Bool {
    words.contains { word in
      guard let first = word.first, word.count <= text.count else { return false }
      for index in 0...(text.count - word.count) where Byte.lowered(text[index]) == first {
        var place = 1
        while place < word.count, Byte.lowered(text[index + place]) == word[place] { place += 1 }
        if place == word.count { return true }
      }
      return false
    }
  }
}
