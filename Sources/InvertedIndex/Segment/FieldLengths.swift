/// Exact lengths of documents, in words, by field: one column a field.
///
/// The memory belongs to the segment that gave this value.
struct FieldLengths {
  private struct Column {
    let base: UnsafeRawBufferPointer
    let width: Int

    @inline(__always)
    func length(_ document: Int) -> UInt32 {
      switch width {
      case 1: return UInt32(base[document])
      case 2:
        let length = base.loadUnaligned(fromByteOffset: 2 * document, as: UInt16.self)
        return UInt32(UInt16(littleEndian: length))
      default:
        return UInt32(
          littleEndian: base.loadUnaligned(fromByteOffset: 4 * document, as: UInt32.self))
      }
    }
  }

  private let columns: [Column]
  /// So many of the first fields have words in some document.
  private let filledCount: Int

  /// Columns with the bytes of one length in each.
  init(_ columns: [(bytes: UnsafeRawBufferPointer, width: Int)]) {
    self.columns = columns.map { Column(base: $0.bytes, width: $0.width) }
    filledCount = columns.count
  }

  /// Columns stand behind each other; `bytes` holds `documentCount` values of each width. Fields
  /// from `filledCount` on are empty in all documents.
  init(_ bytes: UnsafeRawBufferPointer, widths: [Int], filledCount: Int, documentCount: Int) {
    self.filledCount = min(filledCount, widths.count)
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
  func length(field: Int, document: Int) -> UInt32 { columns[field].length(document) }

  /// Calls `body` with the number of each field that is not empty in all documents, and its length
  /// in one.
  @inline(__always)
  func forEach(document: Int, _ body: (Int, UInt32) -> Void) {
    columns.withUnsafeBufferPointer { columns in
      for field in 0..<filledCount { body(field, columns[field].length(document)) }
    }
  }

  /// The lengths of an only field that has one byte for each.
  var bytes: UnsafePointer<UInt8>? {
    guard columns.count == 1, columns[0].width == 1 else { return nil }
    return columns[0].base.bindMemory(to: UInt8.self).baseAddress
  }

  /// The length of a document, all fields together.
  @inline(__always)
  func total(document: Int) -> Int {
    var total = 0
    for field in columns.indices { total &+= Int(length(field: field, document: document)) }
    return total
  }
}
