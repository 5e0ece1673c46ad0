/// Hashes and numbers in names of files.
package enum HexadecimalDigits {
  /// The sixteen digits of a number, in lower case.
  package static func of(_ number: UInt64) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(16)
    for place in 0..<16 {
      let digit = UInt8(number >> UInt64(60 - 4 * place) & 15)
      digits.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
