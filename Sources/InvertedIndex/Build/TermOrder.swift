import TextAnalysis

/// The order of a session's terms by their bytes.
enum TermOrder {
  /// A term's first eight bytes as a number that compares as they do, and its own number.
  struct Key {
    let prefix: UInt64
    let number: UInt32
  }

  /// The terms' keys in ascending order of the terms' bytes.
  ///
  /// Most terms differ in their first eight bytes: comparing these as a number spares looking the
  /// terms up.
  static func ascending(_ session: AnalysisSession) -> [Key] {
    var keys: [Key] = []
    keys.reserveCapacity(session.termCount)
    for number in 0..<UInt32(session.termCount) {
      let prefix = session.withTermBytes(number) { bytes in
        var prefix: UInt64 = 0
        for index in 0..<min(8, bytes.count) {
          prefix |= UInt64(bytes[index]) << UInt64(56 - 8 * index)
        }
        return prefix
      }
      keys.append(Key(prefix: prefix, number: number))
    }
    keys.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return session.withTermBytes(left.number) { leftBytes in
        session.withTermBytes(right.number) { rightBytes in
          compare(UnsafeRawBufferPointer(leftBytes), to: UnsafeRawBufferPointer(rightBytes)) < 0
        }
      }
    }
    return keys
  }
}
