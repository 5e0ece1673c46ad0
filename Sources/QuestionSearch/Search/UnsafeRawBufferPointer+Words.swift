extension UnsafeRawBufferPointer {
  /// Calls `body` with each word of letters a to z, in lower case, that begins with some letters,
  /// until it gives false; gives whether it never did. Linear in the bytes.
  ///
  /// What stands beside a digit, an underscore or any other letter is part of something else, and
  /// what has a capital behind its first letter is a name.
  ///
  /// - Parameters:
  ///   - beginning: two letters or more in lower case.
  ///   - lengths: how many letters words have.
  func forEachWord(
    beginningWith beginning: ArraySlice<UInt8>, lengths: ClosedRange<Int>,
    _ body: ([UInt8]) -> Bool
  ) -> Bool {
    guard let first = beginning.first, let second = beginning.dropFirst().first else { return true }
    var place = 0
    while true {
      place = nextPlace(of: first, second, from: place)
      guard place + beginning.count <= count else { return true }
      guard place == 0 || !Self.isPartOfWord(self[place - 1]),
        self[(place + 2)...].starts(with: beginning.dropFirst(2))
      else {
        place += 1
        continue
      }
      var end = place + beginning.count
      while end < count, (0x61...0x7A).contains(self[end]) { end += 1 }
      if lengths.contains(end - place), end == count || !Self.isPartOfWord(self[end]) {
        guard body([first] + self[(place + 1)..<end]) else { return false }
      }
      place = end
    }
  }

  /// The first place from another on where two letters stand, the first of them in any case; the
  /// end where they stand nowhere. Eight places are looked at together.
  @inline(__always)
  private func nextPlace(of first: UInt8, _ second: UInt8, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (firsts, seconds) = (ones &* UInt64(first), ones &* UInt64(second))
    var place = start
    while place &+ 8 < count {
      let letters = loadUnaligned(fromByteOffset: place, as: UInt64.self) | (ones &* 0x20)
      let next = loadUnaligned(fromByteOffset: place &+ 1, as: UInt64.self)
      let difference = UInt64(littleEndian: (letters ^ firsts) | (next ^ seconds))
      // The highest bit of the first byte that is zero, and perhaps of some behind it.
      let zeros = (difference &- ones) & ~difference & (ones &* 0x80)
      if zeros != 0 { return place &+ zeros.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place &+ 1 < count, self[place] | 0x20 != first || self[place &+ 1] != second {
      place &+= 1
    }
    return place &+ 1 < count ? place : count
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
