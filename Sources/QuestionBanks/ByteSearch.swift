/// Searches for short words in bytes, without regard to the case of ASCII letters.
enum ByteSearch {
  /// Where a byte first stands in a range. Blocks of 16 bytes are looked at without branches.
  @inline(__always)
  static func first(_ byte: UInt8, _ bytes: ByteView, _ range: Range<Int>) -> Int? {
    do {
      let bytes = UnsafeRawBufferPointer(bytes.buffer)
      precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
      let wanted = SIMD16<UInt8>(repeating: byte)
      var index = range.lowerBound
      while index + 16 <= range.upperBound {
        let block = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        if any(block .== wanted) { break }
        index += 16
      }
      while index < range.upperBound {
        if bytes[index] == byte { return index }
        index += 1
      }
      return nil
    }
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
