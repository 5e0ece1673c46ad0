/// Exact lengths of documents, in words, by field: one column a field.
///
/// The memory belongs to the segment that gave this value.
struct FieldLengths {
  private struct Column {
    let base: UnsafeRawBufferPointer
    let width: Int
  }

  private let columns: [Column]

  /// Columns with the bytes of one length in each.
  init(_ columns: [(bytes: UnsafeRawBufferPointer, width: Int)]) {
    self.columns = columns.map { Column(base: $0.bytes, width: $0.width) }
  }

  /// Columns stand behind each other; `bytes` holds `documentCount` values of each width.
  init(_ bytes: UnsafeRawBufferPointer, widths: [Int], documentCount: Int) {
    var offset = 0
    columns = widths.map { width in
      defer { offset += width * documentCount }
      return Column(
        base: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + width * documentCount]),
        width: width)
    }
  }

  /// The length of a field of a document.
  @inline(__always)
  func length(field: Int, document: Int) -> UInt32 {
    let column = columns[field]
    switch column.width {
    case 1: return UInt32(column.base[document])
    case 2:
      return UInt32(
        UInt16(
          littleEndian: column.base.loadUnaligned(fromByteOffset: 2 * document, as: UInt16.self))
      )
    default:
      return UInt32(
        littleEndian: column.base.loadUnaligned(fromByteOffset: 4 * document, as: UInt32.self))
    }
  }

  /// The length of a document, all fields together.
  @inline(__always)
  func total(document: Int) -> Int {
    var total = 0
    for field in columns.indices { total &+= Int(length(field: field, document: document)) }
    return total
  }
}
