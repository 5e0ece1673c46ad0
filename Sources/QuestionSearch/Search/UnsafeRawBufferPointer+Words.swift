extension UnsafeRawBufferPointer {
  /// Calls `body` with each word of letters a to z, in lower case, that begins with some letters,
  /// until it gives false; gives whether it never did. Linear in the bytes.
  ///
  /// What stands beside a digit, an underscore or any other letter is part of something else, and
  /// what has a capital behind its first letter is a name.
  ///
  /// - Parameter beginning: two letters or more in lower case.
  func forEachWord(beginningWith beginning: ArraySlice<UInt8>, _ body: ([UInt8]) -> Bool) -> Bool {
    guard let first = beginning.first, let second = beginning.dropFirst().first else { return true }
    var place = 0
    while place + beginning.count <= count {
      guard self[place + 1] == second, self[place] | 0x20 == first,
        place == 0 || !Self.isPartOfWord(self[place - 1]),
        self[(place + 2)...].starts(with: beginning.dropFirst(2))
      else {
        place += 1
        continue
      }
      var end = place + beginning.count
      while end < count, (0x61...0x7A).contains(self[end]) { end += 1 }
      if end == count || !Self.isPartOfWord(self[end]) {
        guard body([first] + self[(place + 1)..<end]) else { return false }
      }
      place = end
    }
    return true
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
