/// Notation such as `P(A|B)` or `f(x, y)` in a question, in which order and signs are the meaning.
struct Notation: Sendable {
  /// The hash of its bytes without blanks.
  let hash: UInt64
  /// Where it stands in the first line.
  let range: Range<Int>

  private static let longest = 40

  /// Each of a text's part, in order; ranges count from its beginning.
  static func all(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Notation] {
    var found: [Notation] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let read =
        text[index] == 0x28
        ? notation(text, range, opening: index) : operation(text, range, sign: index)
      guard let item = read else {
        index += 1
        continue
      }
      let place = item.range.lowerBound - range.lowerBound
      found.append(Notation(hash: item.hash, range: place..<place + item.range.count))
      index = item.range.upperBound
    }
    return found
  }

  private static func notation(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, opening: Int
  ) -> Notation? {
    var start = opening
    while start > range.lowerBound, isNameByte(text[start - 1]) { start -= 1 }
    let limit = min(opening + longest, range.upperBound)
    guard start < opening, let end = text[opening..<limit].firstIndex(of: 0x29) else { return nil }
    let inside = text[opening + 1..<end]
    // "machine(SVM)", "question(s)" are words with a remark behind.
    let isShort = opening - start <= 3
    let isCapital = text[start..<opening].allSatisfy { !(0x61...0x7A).contains($0) }
    guard isShort || isCapital || inside.contains(where: { !isNameByte($0) && $0 != 0x20 }),
      !inside.allSatisfy({ $0 == 0x73 || $0 == 0x65 }) || inside.isEmpty
    else { return nil }
    let bytes = text[start...end].filter { $0 != 0x20 }
    return Notation(hash: bytes.withUnsafeBytes { XXHash64.hash($0) }, range: start..<end + 1)
  }

  /// `2^10`, `a/b`, `7 - 3`: numbers or single letters at both sides of a sign.
  private static func operation(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, sign: Int
  ) -> Notation? {
    switch text[sign] {
    case 0x5E, 0x2F, 0x2A, 0x2B, 0x2D, 0x25, 0x3C, 0x3E: break  // ^ / * + - % < >
    default: return nil
    }
    guard let left = operand(text, range, endingBefore: sign),
      let right = operand(text, range, beginningBehind: sign)
    else { return nil }
    let bytes = text[left.lowerBound..<right.upperBound].filter { $0 != 0x20 }
    return Notation(
      hash: bytes.withUnsafeBytes { XXHash64.hash($0) }, range: left.lowerBound..<right.upperBound)
  }

  /// The number or single letter before a sign, with a blank between or none.
  static func operand(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, endingBefore sign: Int
  ) -> Range<Int>? {
    var end = sign
    if end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > range.lowerBound, isNameByte(text[start - 1]), end - start <= 20 { start -= 1 }
    return isOperand(text, start..<end) ? start..<end : nil
  }

  /// The number or single letter behind a sign, with a blank between or none.
  static func operand(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, beginningBehind sign: Int
  ) -> Range<Int>? {
    var start = sign + 1
    if start < range.upperBound, text[start] == 0x20 { start += 1 }
    var end = start
    while end < range.upperBound, isNameByte(text[end]), end - start <= 20 { end += 1 }
    return isOperand(text, start..<end) ? start..<end : nil
  }

  private static func isOperand(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    range.count == 1 && text[range.lowerBound] != 0x5F
      || !range.isEmpty && range.allSatisfy { (0x30...0x39).contains(text[$0]) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
  }
}
