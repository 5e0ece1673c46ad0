import IndexStorage

/// The postings and positions of a term with one document, which stand in the dictionary: the
/// tail's form of a posting, then the steps.
enum InlinedPostings {
  /// Steps over the posting; gives the sum of its frequencies.
  static func skip(_ reader: inout ByteReader, fieldCount: Int) throws(StorageError) -> Int {
    let document = try reader.varint()
    if fieldCount == 1 {
      guard document & 1 == 0 else { return 1 }
      return Int(try reader.frequency(atLeast: 2))
    }
    let code = try reader.varint()
    let fields = (code >> 1).nonzeroBitCount
    guard code & 1 == 0 else { return fields }
    var total = 0
    for _ in 0..<fields { total += Int(try reader.frequency(atLeast: 1)) }
    return total
  }

  /// Steps over `count` steps: whole chunks of 128 that are packed, then varints.
  static func skipPositions(_ reader: inout ByteReader, count: Int) throws(StorageError) {
    for _ in 0..<count / BitPacking.blockLength { try reader.skipBlock() }
    for _ in 0..<count % BitPacking.blockLength { _ = try reader.varint() }
  }
}
