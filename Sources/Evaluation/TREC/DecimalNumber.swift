/// Numbers as files write them: digits, a point, an exponent; nothing else.
enum DecimalNumber {
  /// Why a score is not one.
  enum Refusal: Error {
    case notANumber, infinite, tooLong
  }

  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
  /// More characters than any program writes for a score.
  private static let longest = 400

  /// A score as `trec_eval` reads it: the nearest double, and that as the nearest 32-bit float.
  ///
  /// A quotient of two numbers that are right to half a unit is within two units of the nearest
  /// double. Unless the middle between two floats is as near as that, both give the same float; the
  /// rest goes the exact way.
  @inline(__always)
  static func score(
    _ text: UnsafeBufferPointer<UInt8>
  ) throws(Refusal) -> Float {
    var index = 0
    var mantissa: UInt64 = 0
    var exponent = 0
    let count = text.count
    guard count > 0, count <= longest else { throw count == 0 ? .notANumber : .tooLong }
    let isNegative = text[0] == 0x2D
    if isNegative || text[0] == 0x2B { index = 1 }
    let whole = index
    while index < count, text[index] &- 0x30 < 10 {
      if mantissa < 1_000_000_000_000_000_000 {
        mantissa = mantissa &* 10 &+ UInt64(text[index] &- 0x30)
      } else {
        exponent += 1
      }
      index += 1
    }
    var digits = index - whole
    if index < count, text[index] == 0x2E {
      index += 1
      let start = index
      while index < count, text[index] &- 0x30 < 10 {
        if mantissa < 1_000_000_000_000_000_000 {
          mantissa = mantissa &* 10 &+ UInt64(text[index] &- 0x30)
          exponent -= 1
        }
        index += 1
      }
      digits += index - start
    }
    guard digits > 0 else { throw .notANumber }
    if index < count { exponent += try self.exponent(text, from: index) }
    if mantissa == 0 { return isNegative ? -0.0 : 0 }
    guard exponent >= -22, exponent <= 22 else { return try exact(text) }
    let power = powers[abs(exponent)]
    let magnitude = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
    let tail = magnitude.bitPattern & 0x1FFF_FFFF
    // Behind the float's 23 bits 29 are left; 2^28 is the middle.
    guard magnitude >= 1e-30, magnitude < 1e30, tail < 0x0FFF_FFF0 || tail > 0x1000_0010 else {
      return try exact(text)
    }
    return Float(isNegative ? -magnitude : magnitude)
  }

  /// The number behind `e` at `index`, which ends the text; bounded, as more makes no difference.
  private static func exponent(
    _ text: UnsafeBufferPointer<UInt8>, from index: Int
  ) throws(Refusal) -> Int {
    guard text[index] | 0x20 == 0x65 else { throw .notANumber }
    var index = index + 1
    guard index < text.count else { throw .notANumber }
    let isNegative = text[index] == 0x2D
    if isNegative || text[index] == 0x2B { index += 1 }
    guard index < text.count else { throw .notANumber }
    var value = 0
    while index < text.count {
      guard text[index] &- 0x30 < 10 else { throw .notANumber }
      value = min(value * 10 + Int(text[index] - 0x30), 100_000)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// The nearest double by the standard library, whose rounding is exact and knows no locale. The
  /// form of the text has been checked.
  private static func exact(_ text: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Float {
    guard let value = Double(String(decoding: text, as: UTF8.self)) else { throw .notANumber }
    let score = Float(value)
    guard score.isFinite else { throw .infinite }
    return score
  }

  /// A grade: a whole number of 32 bits with or without sign; nil otherwise.
  static func grade(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard let first = text.first, text.count <= longest else { return nil }
    let isNegative = first == 0x2D
    let digits = isNegative || first == 0x2B ? text.dropFirst() : text[...]
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    for byte in digits {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int64(byte - 0x30)
      guard value <= Int64(Int32.max) + 1 else { return nil }
    }
    return Int32(exactly: isNegative ? -value : value)
  }
}
