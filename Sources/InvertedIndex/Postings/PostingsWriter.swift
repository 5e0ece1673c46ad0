import IndexStorage

/// Encodes one term's postings; the layout is in `Index/FORMAT.md`, "postings".
struct PostingsWriter {
  private var previous: UInt32?

  /// Appends a posting. Documents ascend; at least one frequency is above zero.
  mutating func append(
    document: UInt32, frequencies: [UInt32], to output: inout ByteWriter
  ) {
    let gap = previous.map { document - $0 - 1 } ?? document
    previous = document
    var mask: UInt64 = 0
    for (field, frequency) in frequencies.enumerated() where frequency > 0 {
      mask |= 1 << UInt64(field)
    }
    output.varint(UInt64(gap))
    output.varint(mask)
    for frequency in frequencies where frequency > 0 { output.varint(UInt64(frequency - 1)) }
  }
}
