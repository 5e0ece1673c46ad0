import IndexStorage

/// What signatures are made by. Signatures can be compared where all of it agrees.
package struct SignatureShape: Sendable, Hashable {
  /// Of what a shingle is a run.
  package enum Unit: UInt8, Sendable {
    /// Words.
    case words = 0
    /// Unicode scalars.
    case characters = 1
  }

  /// The version of the definition of a signature.
  package let version: UInt32
  /// Where the sequence of hash functions begins.
  package let seed: UInt64
  /// How many values a signature has.
  package let valueCount: Int
  /// Of what a shingle is a run.
  package let unit: Unit
  /// Of how many units a shingle is a run.
  package let width: Int
  /// The name of the analyzer that made terms of the texts.
  package let analyzerName: String
  /// Its version.
  package let analyzerVersion: UInt32

  /// A shape of these parts.
  package init(
    version: UInt32, seed: UInt64, valueCount: Int, unit: Unit, width: Int, analyzerName: String,
    analyzerVersion: UInt32
  ) {
    self.version = version
    self.seed = seed
    self.valueCount = valueCount
    self.unit = unit
    self.width = width
    self.analyzerName = analyzerName
    self.analyzerVersion = analyzerVersion
  }

  /// Bytes of one signature.
  package var byteCount: Int { 4 * valueCount }

  func encode(to output: inout ByteWriter) {
    output.varint(UInt64(version))
    output.fixed(seed)
    output.varint(UInt64(valueCount))
    output.byte(unit.rawValue)
    output.varint(UInt64(width))
    output.string(analyzerName)
    output.varint(UInt64(analyzerVersion))
  }

  init(_ reader: inout ByteReader) throws(StorageError) {
    version = try reader.varint32()
    seed = try reader.fixed()
    let values = try reader.varint32()
    guard (1...UInt32(SignatureLayout.valueLimit)).contains(values) else {
      throw reader.damaged("a signature of \(values) values cannot be")
    }
    valueCount = Int(values)
    guard let unit = Unit(rawValue: try reader.byte()) else {
      throw reader.damaged("shingles are neither of words nor of characters")
    }
    self.unit = unit
    width = Int(try reader.varint32())
    analyzerName = try reader.string()
    analyzerVersion = try reader.varint32()
  }
}
