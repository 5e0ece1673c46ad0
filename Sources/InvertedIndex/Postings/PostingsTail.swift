import IndexStorage

/// Fewer than 128 postings: what stands behind a term's blocks, and all that a rare term has.
///
/// Two or more have a byte in front that says which of two ways is the shorter: `0xFF`, each
/// posting as varints; else the width of the gaps, its bit 6 set if frequencies follow. Layout in
/// `Index/FORMAT.md`, "postings".
struct PostingsTail {
  private static let isVarints: UInt8 = 0xFF
  private static let hasFrequencies: UInt8 = 0x40

  let count: Int
  let fieldCount: Int
  /// The document before the first.
  let previous: UInt32

  // MARK: Writing

  /// - Parameters:
  ///   - gaps: distances of documents, each less one.
  ///   - frequencies: a column of 128 for each field.
  static func write(
    _ gaps: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    fieldCount: Int, to output: inout ByteSink
  ) {
    guard count > 0 else { return }
    guard fieldCount == 1, count > 1 else {
      for index in 0..<count {
        writeVarints(gaps[index], frequencies + index, fieldCount, to: &output)
      }
      return
    }
    let width = BitPacking.width(of: gaps, count: count)
    var varints = 0
    var exceptions = 0
    for index in 0..<count {
      varints += ByteSink.varintLength(gaps[index] << 1) + (gaps[index] >> 31 == 1 ? 1 : 0)
      guard frequencies[index] > 1 else { continue }
      varints += ByteSink.varintLength(frequencies[index] - 2)
      exceptions += 1 + ByteSink.varintLength(frequencies[index] - 2)
    }
    let packed =
      ByteSink.bitsLength(count: count, width: width) + (exceptions > 0 ? 1 + exceptions : 0)
    guard packed <= varints else {
      output.byte(isVarints)
      for index in 0..<count { writeVarints(gaps[index], frequencies + index, 1, to: &output) }
      return
    }
    output.byte(exceptions > 0 ? width | hasFrequencies : width)
    output.bits(gaps, count: count, width: width)
    if exceptions > 0 { writeExceptions(frequencies, count: count, to: &output) }
  }

  /// Places and frequencies of postings whose frequency is above 1, behind their number.
  private static func writeExceptions(
    _ frequencies: UnsafePointer<UInt32>, count: Int, to output: inout ByteSink
  ) {
    var number: UInt8 = 0
    for index in 0..<count where frequencies[index] > 1 { number += 1 }
    output.byte(number)
    for index in 0..<count where frequencies[index] > 1 {
      output.byte(UInt8(index))
      output.varint(UInt64(frequencies[index] - 2))
    }
  }

  /// One posting; `frequencies` points to its frequency in the first field's column.
  private static func writeVarints(
    _ gap: UInt32, _ frequencies: UnsafePointer<UInt32>, _ fieldCount: Int,
    to output: inout ByteSink
  ) {
    guard fieldCount > 1 else {
      output.varint(UInt64(gap) << 1 | (frequencies[0] == 1 ? 1 : 0))
      if frequencies[0] > 1 { output.varint(UInt64(frequencies[0] - 2)) }
      return
    }
    output.varint(UInt64(gap))
    var mask: UInt64 = 0
    var isSingle = true
    for field in 0..<fieldCount {
      let frequency = frequencies[field * BitPacking.blockLength]
      if frequency > 0 { mask |= 1 << UInt64(field) }
      if frequency > 1 { isSingle = false }
    }
    output.varint(mask << 1 | (isSingle ? 1 : 0))
    guard !isSingle else { return }
    for field in 0..<fieldCount where mask >> UInt64(field) & 1 == 1 {
      output.varint(UInt64(frequencies[field * BitPacking.blockLength] - 1))
    }
  }

  // MARK: Reading

  /// Reads the postings; what no writer makes is damage.
  mutating func decode(
    _ reader: inout ByteReader, documentCount: UInt32, into buffer: PostingsBuffer
  ) throws(StorageError) {
    let head = fieldCount == 1 && count > 1 ? try reader.byte() : Self.isVarints
    if head == Self.isVarints {
      for index in 0..<count { try decodeVarints(&reader, index, into: buffer) }
    } else {
      let width = head & ~Self.hasFrequencies
      try reader.bits(count: count, width: width, into: buffer.documents)
      for index in 0..<count { buffer.frequencies[index] = 1 }
      if head & Self.hasFrequencies != 0 { try decodeExceptions(&reader, into: buffer) }
    }
    // Gaps become documents; a sum of 64 bits cannot come back below the number of documents.
    var document = UInt64(previous &+ 1)
    for index in 0..<count {
      document += UInt64(buffer.documents[index])
      guard document < UInt64(documentCount) else {
        throw reader.damaged("a posting names a document that the segment does not have")
      }
      buffer.documents[index] = UInt32(document)
      document += 1
    }
  }

  private func decodeExceptions(
    _ reader: inout ByteReader, into buffer: PostingsBuffer
  ) throws(StorageError) {
    for _ in 0..<(try reader.byte()) {
      let place = Int(try reader.byte())
      guard place < count else { throw reader.damaged("a frequency belongs to no posting") }
      buffer.frequencies[place] = try reader.frequency(atLeast: 2)
    }
  }

  private func decodeVarints(
    _ reader: inout ByteReader, _ index: Int, into buffer: PostingsBuffer
  ) throws(StorageError) {
    let value = try reader.varint()
    let gap = fieldCount == 1 ? value >> 1 : value
    guard gap <= UInt64(UInt32.max) else { throw reader.damaged("a gap is above 32 bits") }
    buffer.documents[index] = UInt32(gap)
    if fieldCount == 1 {
      buffer.frequencies[index] = value & 1 == 1 ? 1 : try reader.frequency(atLeast: 2)
      return
    }
    let code = try reader.varint()
    let mask = code >> 1
    guard mask != 0, mask >> UInt64(fieldCount) == 0 else {
      throw reader.damaged("a posting names fields that the index does not have")
    }
    for field in 0..<fieldCount {
      let isPresent = mask >> UInt64(field) & 1 == 1
      buffer.frequencies[field * BitPacking.blockLength + index] =
        isPresent ? (code & 1 == 1 ? 1 : try reader.frequency(atLeast: 1)) : 0
    }
  }
}

extension ByteReader {
  /// A frequency less `least`.
  mutating func frequency(atLeast least: UInt32) throws(StorageError) -> UInt32 {
    let (value, overflow) = try varint32().addingReportingOverflow(least)
    guard !overflow else { throw damaged("a frequency is above 32 bits") }
    return value
  }
}
