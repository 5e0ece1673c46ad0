extension UnsafeRawBufferPointer {
  /// Calls `body` with each word of letters a to z, in lower case, that begins with some letters.
  /// Linear in the text.
  ///
  /// - Parameter beginning: two letters or more in lower case. In the text the first one may be a
  ///   capital; what is in capitals is a name and no word.
  func forEachWord(beginningWith beginning: ArraySlice<UInt8>, _ body: ([UInt8]) -> Void) {
    guard let first = beginning.first, let second = beginning.dropFirst().first else { return }
    var place = 0
    while place + beginning.count <= count {
      guard self[place + 1] == second, self[place] | 0x20 == first,
        place == 0 || !Self.isLetter(self[place - 1]),
        self[(place + 2)...].starts(with: beginning.dropFirst(2))
      else {
        place += 1
        continue
      }
      var end = place + beginning.count
      while end < count, Self.isLetter(self[end]) { end += 1 }
      body(self[place..<end].map { $0 | 0x20 })
      place = end
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
