import IndexStorage

/// Gathers which documents of a segment have which attributes, and encodes it.
///
/// Layout in `Index/FORMAT.md`, "attrs". Memory: four bytes for each pair of an attribute and a
/// document that has it.
struct AttributeLists {
  /// By name; ascending but for what a merge gives of a further segment.
  private var documents: [[UInt8]: [UInt32]] = [:]
  /// Bytes that are held, by and large.
  private(set) var byteCount = 0

  /// Says that the list is a bitmap, not packed gaps.
  static let isBitmap: UInt8 = 0xFF

  var isEmpty: Bool { documents.isEmpty }

  /// Notes that a document has an attribute; again for the same one does nothing.
  mutating func insert(_ name: [UInt8], document: UInt32) {
    let known = documents[name]?.last
    guard known != document else { return }
    if known == nil { byteCount += name.count + 100 }
    byteCount += 4
    documents[name, default: []].append(document)
  }

  /// Notes that further documents have an attribute.
  mutating func append(_ name: [UInt8], _ more: [UInt32]) {
    documents[name, default: []] += more
    byteCount += 4 * more.count
  }

  /// Takes those of other documents, whose numbers begin at `base` here.
  mutating func append(_ others: AttributeLists, from base: UInt32) {
    for (name, list) in others.documents {
      documents[name, default: []] += list.map { $0 + base }
    }
    byteCount += others.byteCount
  }

  /// The section's bytes.
  func encoded(documentCount: Int) -> [UInt8] {
    var output = ByteSink()
    output.varint(UInt64(documents.count))
    for (name, list) in documents.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      output.varint(UInt64(name.count))
      name.withUnsafeBytes { output.raw($0) }
      Self.write(list.sorted(), documentCount, to: &output)
    }
    return Array(output.bytes)
  }

  /// How many documents, less one, the first, and if there are more: the gaps behind it, each less
  /// one, in the bits of the widest, at least one bit each; or, if that is shorter, a bitmap. (At
  /// least a bit each: so what a file asks for grows with its length.)
  private static func write(
    _ list: [UInt32], _ documentCount: Int, to output: inout ByteSink
  ) {
    output.varint(UInt64(list.count - 1))
    output.varint(UInt64(list[0]))
    guard list.count > 1 else { return }
    let gaps = zip(list, list.dropFirst()).map { $1 - $0 - 1 }
    let width = gaps.withUnsafeBufferPointer { gaps in
      gaps.baseAddress.map { max(BitPacking.width(of: $0, count: gaps.count), 1) } ?? 1
    }
    let bitmapLength = (documentCount + 7) / 8
    guard bitmapLength < ByteSink.bitsLength(count: gaps.count, width: width) else {
      output.byte(width)
      gaps.withUnsafeBufferPointer { gaps in
        if let base = gaps.baseAddress { output.bits(base, count: gaps.count, width: width) }
      }
      return
    }
    var bitmap = [UInt8](repeating: 0, count: bitmapLength)
    for document in list { bitmap[Int(document >> 3)] |= 1 << UInt8(document & 7) }
    output.byte(isBitmap)
    bitmap.withUnsafeBytes { output.raw($0) }
  }
}
