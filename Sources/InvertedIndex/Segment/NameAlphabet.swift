import IndexStorage

/// The different bytes of a segment's names, each standing for a number of as few bits as they ask.
struct NameAlphabet: Sendable {
  /// The bytes in ascending order; all 256 where more than 64 differ.
  let letters: [UInt8]
  /// Bits of a letter: 4, 5, 6 or 8; 0 where there is one letter at the most.
  let width: Int
  private let numbers: [UInt8]

  init(letters: [UInt8]) {
    self.letters = letters
    width =
      letters.count <= 1
      ? 0 : letters.count <= 16 ? 4 : letters.count <= 32 ? 5 : letters.count <= 64 ? 6 : 8
    var numbers = [UInt8](repeating: 0, count: 256)
    for (number, letter) in letters.enumerated() { numbers[Int(letter)] = UInt8(number) }
    self.numbers = numbers
  }

  /// The bytes of names from a place on.
  init(_ names: borrowing NameArena, from start: Int) {
    var isUsed = [Bool](repeating: false, count: 256)
    isUsed.withUnsafeMutableBufferPointer { isUsed in
      for number in 0..<names.count {
        let name = names[number]
        for index in start..<name.count { isUsed[Int(name[index])] = true }
      }
    }
    let used = (0...255).filter { isUsed[$0] }.map { UInt8($0) }
    self.init(letters: used.count <= 64 ? used : Array(0...255))
  }

  /// The number of letters in two bytes, then the letters; 256 are not spelled out.
  func write(to output: inout ByteSink) {
    output.fixed(UInt16(letters.count))
    if letters.count < 256 { letters.withUnsafeBytes { output.raw($0) } }
  }

  init(_ reader: inout ByteReader) throws(StorageError) {
    let count = Int(try reader.fixed(UInt16.self))
    guard count <= 64 || count == 256 else {
      throw reader.damaged("an alphabet of \(count) letters cannot be")
    }
    self.init(letters: count == 256 ? Array(0...255) : Array(try reader.take(count)))
  }

  /// The bytes of a number of letters.
  func byteCount(of letters: Int) -> Int { (letters * width + 7) / 8 }

  func pack(_ name: UnsafeRawBufferPointer, to output: inout ByteSink) {
    var bits: UInt32 = 0
    var filled = 0
    for byte in name {
      bits |= UInt32(numbers[Int(byte)]) << UInt32(filled)
      filled += width
      if filled >= 8 {
        output.byte(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        filled -= 8
      }
    }
    if filled > 0 { output.byte(UInt8(truncatingIfNeeded: bits)) }
  }

  /// Appends `count` letters. A number that stands for none is damage.
  func unpack(
    _ reader: inout ByteReader, count: Int, into name: inout [UInt8]
  ) throws(StorageError) {
    let bytes = try reader.take(byteCount(of: count))
    guard width > 0 else {
      guard let letter = letters.first else {
        guard count == 0 else { throw reader.damaged("a name has letters of an empty alphabet") }
        return
      }
      name.append(contentsOf: repeatElement(letter, count: count))
      return
    }
    let start = name.count
    name.append(contentsOf: repeatElement(0, count: count))
    let isSound = name.withUnsafeMutableBufferPointer { name in
      unpack(bytes, into: UnsafeMutableBufferPointer(rebasing: name[start...]))
    }
    guard isSound else { throw reader.damaged("a name has a letter beyond its alphabet") }
  }

  /// Fills a place with letters; false where a number stands for none. `bytes` are of as many.
  private func unpack(
    _ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    letters.withUnsafeBufferPointer { letters in
      let mask: UInt32 = 1 << UInt32(width) - 1
      var bits: UInt32 = 0
      var filled = 0
      var next = 0
      for index in output.indices {
        if filled < width {
          bits |= UInt32(bytes[next]) << UInt32(filled)
          filled += 8
          next += 1
        }
        let number = Int(bits & mask)
        bits >>= UInt32(width)
        filled -= width
        guard number < letters.count else { return false }
        output[index] = letters[number]
      }
      return true
    }
  }
}
