/// A document of a query: its name, and its score in a run or its grade in judgments.
struct DocumentEntry {
  /// Where the name stands in the file.
  let start: UInt32
  /// The name's bytes.
  let length: UInt32
  /// The name's hash.
  let hash: UInt32
  /// The bits of the score (`Float`) or of the grade (`Int32`).
  let bits: UInt32

  @inline(__always) var score: Float { Float(bitPattern: bits) }
  @inline(__always) var grade: Int32 { Int32(bitPattern: bits) }

  var column: TextColumn { TextColumn(start: Int(start), length: Int(length)) }
}
