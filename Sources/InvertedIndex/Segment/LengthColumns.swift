/// Exact lengths of documents, gathered by field, each column in the fewest of 1, 2 or 4 bytes a
/// length that hold its longest.
struct LengthColumns: ~Copyable {
  private struct Column {
    var base = UnsafeMutableRawPointer.allocate(byteCount: firstCapacity, alignment: 4)
    var capacity = firstCapacity
    var width = 1
    var count = 0
    var total: UInt64 = 0
    var filledCount = 0
  }

  private static let firstCapacity = 1 << 10

  private let columns: UnsafeMutablePointer<Column>
  /// The number of fields.
  let fieldCount: Int

  init(fieldCount: Int) {
    self.fieldCount = fieldCount
    columns = .allocate(capacity: fieldCount)
    for field in 0..<fieldCount { (columns + field).initialize(to: Column()) }
  }

  deinit {
    for field in 0..<fieldCount { columns[field].base.deallocate() }
    columns.deallocate()
  }

  /// Appends the next document's length in a field.
  mutating func append(_ length: UInt32, field: Int) {
    let column = columns + field
    while column.pointee.width < 4, length >> UInt32(8 * column.pointee.width) != 0 {
      Self.move(&column.pointee, toWidth: column.pointee.width * 2)
    }
    if (column.pointee.count + 1) * column.pointee.width > column.pointee.capacity {
      column.pointee.capacity *= 2
      Self.move(&column.pointee, toWidth: column.pointee.width)
    }
    Self.store(length, in: column.pointee.base, at: column.pointee.count, column.pointee.width)
    column.pointee.count += 1
    column.pointee.total += UInt64(length)
    if length > 0 { column.pointee.filledCount += 1 }
  }

  private static func move(_ column: inout Column, toWidth width: Int) {
    column.capacity = column.capacity / column.width * width
    let moved = UnsafeMutableRawPointer.allocate(byteCount: column.capacity, alignment: 4)
    if width == column.width {
      moved.copyMemory(from: column.base, byteCount: column.count * width)
    } else {
      for index in 0..<column.count {
        store(load(column.base, index, column.width), in: moved, at: index, width)
      }
    }
    column.base.deallocate()
    column.base = moved
    column.width = width
  }

  private static func store(
    _ length: UInt32, in base: UnsafeMutableRawPointer, at index: Int, _ width: Int
  ) {
    switch width {
    case 1:
      base.storeBytes(of: UInt8(truncatingIfNeeded: length), toByteOffset: index, as: UInt8.self)
    case 2:
      base.storeBytes(
        of: UInt16(truncatingIfNeeded: length).littleEndian, toByteOffset: 2 * index,
        as: UInt16.self)
    default:
      base.storeBytes(of: length.littleEndian, toByteOffset: 4 * index, as: UInt32.self)
    }
  }

  private static func load(_ base: UnsafeMutableRawPointer, _ index: Int, _ width: Int) -> UInt32 {
    width == 1
      ? UInt32(base.load(fromByteOffset: index, as: UInt8.self))
      : UInt32(
        UInt16(littleEndian: base.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)))
  }

  /// Bytes of one length of a field.
  func width(_ field: Int) -> Int { columns[field].width }

  /// In how many documents a field is not empty.
  func documentCount(_ field: Int) -> Int { columns[field].filledCount }

  /// The sum of a field's lengths.
  func total(_ field: Int) -> UInt64 { columns[field].total }

  /// A field's column as it stands in a file; valid until the next change.
  func bytes(_ field: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: columns[field].base, count: columns[field].count * columns[field].width)
  }

  /// Bytes that are held.
  var byteCount: Int { (0..<fieldCount).reduce(0) { $0 + columns[$1].capacity } }

  /// The lengths for reading; valid until the next change.
  var fieldLengths: FieldLengths {
    FieldLengths((0..<fieldCount).map { (bytes($0), width($0)) })
  }
}
