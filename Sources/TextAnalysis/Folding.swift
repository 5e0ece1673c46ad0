/// Reads the generated tables of character classes, foldings and lower-case mappings.
///
/// The tables are searched where they lie in the program, so they cost nothing at start; only words
/// that are new to a session are looked up.
enum Folding {
  /// The integer of three base-64 digits at an offset.
  @inline(__always)
  private static func integer(_ table: UnsafePointer<UInt8>, _ offset: Int) -> UInt32 {
    UInt32(table[offset] &- 48) << 12 | UInt32(table[offset + 1] &- 48) << 6
      | UInt32(table[offset + 2] &- 48)
  }

  /// The index of the last record whose first integer is at most `key`, or -1.
  private static func lastRecord(
    in table: StaticString, width: Int, notAbove key: UInt32
  ) -> Int {
    let bytes = table.utf8Start
    var low = 0
    var high = table.utf8CodeUnitCount / width
    while low < high {
      let middle = (low + high) / 2
      if integer(bytes, middle * width) <= key { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// Whether a scalar is in the block of common Han characters, which needs no table.
  @inline(__always)
  private static func isCommonIdeograph(_ value: UInt32) -> Bool {
    value &- 0x4E00 < 0x5200
  }

  /// The class of a scalar outside ASCII.
  static func characterClass(_ value: UInt32) -> CharacterClass {
    if isCommonIdeograph(value) { return .bigram }
    if value >= 0x40000 {
      return (0xE0100...0xE01EF).contains(value) ? .ignored : .separator
    }
    let record = lastRecord(in: FoldingTables.classes, width: 4, notAbove: value)
    guard record >= 0 else { return .separator }
    return CharacterClass(rawValue: FoldingTables.classes.utf8Start[record * 4 + 3]) ?? .separator
  }

  /// Writes the UTF-8 bytes of a scalar without case, diacritics and compatibility form, and
  /// returns how many there are, at most 80.
  static func fold(_ value: UInt32, into bytes: UnsafeMutablePointer<UInt8>) -> Int {
    guard let record = foldRecord(value) else { return UTF8Scalar.encode(value, into: bytes) }
    return writePool(record, into: bytes)
  }

  /// Writes the UTF-8 bytes of a scalar outside ASCII after NFKC and lower case, and returns how
  /// many there are, at most 80.
  static func lower(_ value: UInt32, into bytes: UnsafeMutablePointer<UInt8>) -> Int {
    if let record = foldRecord(value),
      FoldingTables.folds.utf8Start[record * 7 + 6] >= 48 + compatible
    {
      return writePool(record, into: bytes)
    }
    return UTF8Scalar.encode(lowercase(value), into: bytes)
  }

  /// What is added to a length where NFKC and lower case give the folding.
  private static let compatible: UInt8 = 32

  private static func foldRecord(_ value: UInt32) -> Int? {
    if isCommonIdeograph(value) { return nil }
    let table = FoldingTables.folds
    let record = lastRecord(in: table, width: 7, notAbove: value)
    return record >= 0 && integer(table.utf8Start, record * 7) == value ? record : nil
  }

  private static func writePool(_ record: Int, into bytes: UnsafeMutablePointer<UInt8>) -> Int {
    let table = FoldingTables.folds.utf8Start
    let first = Int(integer(table, record * 7 + 3))
    let count = Int((table[record * 7 + 6] &- 48) % compatible)
    var length = 0
    for i in first..<first + count {
      length += UTF8Scalar.encode(
        integer(FoldingTables.pool.utf8Start, i * 3), into: bytes + length)
    }
    return length
  }

  /// The simple lower-case mapping of a scalar outside ASCII.
  private static func lowercase(_ value: UInt32) -> UInt32 {
    let table = FoldingTables.lowers
    let record = lastRecord(in: table, width: 6, notAbove: value)
    guard record >= 0, integer(table.utf8Start, record * 6) == value else { return value }
    return integer(table.utf8Start, record * 6 + 3)
  }

  /// The name of a Greek letter after folding (U+03B1 to U+03C9), as LaTeX writes it.
  static func greekName(_ value: UInt32) -> StaticString? {
    guard (0x3B1...0x3C9).contains(value) else { return nil }
    return greekNames[Int(value - 0x3B1)]
  }

  private static let greekNames: [StaticString] = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi",
    "chi", "psi", "omega",
  ]
}
