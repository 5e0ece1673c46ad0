import IndexStorage

/// Finds documents' names, and documents by name. Layout in `Index/FORMAT.md`, "names".
struct NameReader: Sendable {
  private let file: SectionedFile
  private let names: SectionedFile.Section
  private let offsets: SectionedFile.Section
  private let order: SectionedFile.Section
  private let count: Int
  private let prefix: [UInt8]
  private let alphabet: NameAlphabet
  private let start: Int

  init(_ file: SectionedFile, documentCount: Int) throws(StorageError) {
    self.file = file
    count = documentCount
    names = try file.section(SegmentSection.names)
    offsets = try file.section(SegmentSection.nameOffsets)
    order = try file.section(SegmentSection.nameOrder)
    let blocks = documentCount.dividedRoundingUp(by: NameSections.blockLength)
    guard offsets.length == 4 * blocks,
      order.length == 0 || order.length == PackedNumbers.length(count: documentCount)
    else {
      throw .damaged(path: file.path, offset: offsets.offset, what: "names do not fit their number")
    }
    // Prefix and alphabet are not long: only their pages are checked here.
    var reader = try file.reader(
      of: names, in: 0..<min(names.length, 68 + SegmentLimit.nameLength))
    prefix = Array(try reader.take(Int(try reader.fixed(UInt16.self))))
    alphabet = try NameAlphabet(&reader)
    start = reader.offset
  }

  /// The bytes of a document's name. Cost: half a block of names.
  func name(of document: Int) throws(StorageError) -> [UInt8] {
    let block = document / NameSections.blockLength
    var reader = try reader(ofBlock: block)
    var name = prefix
    for _ in 0...document % NameSections.blockLength { try readNext(&reader, into: &name) }
    return name
  }

  /// Calls `body` with documents of a range and their names. Cost: the names once.
  func forEach(
    in range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws(StorageError) -> Void
  ) throws(StorageError) {
    let length = NameSections.blockLength
    var name = prefix
    for block in range.lowerBound / length..<range.upperBound.dividedRoundingUp(by: length) {
      var reader = try reader(ofBlock: block)
      name.removeSubrange(prefix.count...)
      for document in block * length..<min((block + 1) * length, range.upperBound) {
        try readNext(&reader, into: &name)
        guard document >= range.lowerBound else { continue }
        try name.withUnsafeBufferPointer { name throws(StorageError) in
          try body(document, UnsafeRawBufferPointer(name))
        }
      }
    }
  }

  /// Replaces a name, which begins with the prefix of all, by the one that follows it in its block.
  private func readNext(
    _ reader: inout ByteReader, into name: inout [UInt8]
  ) throws(StorageError) {
    let (shared, suffix) = try PrefixLengths.read(&reader)
    guard shared <= UInt64(name.count - prefix.count), suffix <= UInt64(UInt32.max) else {
      throw reader.damaged("a name shares more than the one before it has")
    }
    // Letters of no bits take no bytes: a length alone must not ask for memory.
    guard alphabet.width > 0 || suffix <= UInt64(SegmentLimit.nameLength) else {
      throw reader.damaged("a name is too long")
    }
    name.removeSubrange((prefix.count + Int(shared))...)
    try alphabet.unpack(&reader, count: Int(suffix), into: &name)
  }

  /// The document of that name, or nil. Cost: a logarithm of names.
  func document(named wanted: [UInt8]) throws(StorageError) -> Int? {
    let packed = try file.bytes(of: order)
    var lower = 0
    var upper = count
    while lower < upper {
      let middle = (lower + upper) / 2
      let document =
        packed.isEmpty ? middle : PackedNumbers.number(at: middle, count: count, in: packed)
      guard document < count else {
        throw .damaged(path: file.path, offset: order.offset, what: "a document is not there")
      }
      let found = try name(of: document)
      if found == wanted { return document }
      if NameOrder.precedes(wanted, found) { upper = middle } else { lower = middle + 1 }
    }
    return nil
  }

  /// That names ascend in the order of look-up. They then differ, so that each document has one
  /// place there, at which it is found.
  func checkOrder() throws(StorageError) {
    var before: [UInt8]?
    func check(_ name: [UInt8]) throws(StorageError) {
      if let before, !NameOrder.precedes(before, name) {
        throw .damaged(
          path: file.path, offset: order.offset, what: "a document is not found by its name")
      }
      before = name
    }
    let packed = try file.bytes(of: order)
    guard !packed.isEmpty else {
      return try forEach(in: 0..<count) { _, name throws(StorageError) in try check(Array(name)) }
    }
    for place in 0..<count {
      let document = PackedNumbers.number(at: place, count: count, in: packed)
      guard document < count else {
        throw .damaged(path: file.path, offset: order.offset, what: "a document is not there")
      }
      try check(try name(of: document))
    }
  }

  private func reader(ofBlock block: Int) throws(StorageError) -> ByteReader {
    let lower = start + Int(try offset(ofBlock: block))
    let upper =
      4 * (block + 1) < offsets.length
      ? start + Int(try offset(ofBlock: block + 1)) : names.length
    guard lower <= upper, upper <= names.length else {
      throw .damaged(path: file.path, offset: offsets.offset, what: "an offset is wrong")
    }
    return try file.reader(of: names, in: lower..<upper)
  }

  private func offset(ofBlock block: Int) throws(StorageError) -> UInt32 {
    let bytes = try file.bytes(of: offsets, in: 4 * block..<4 * block + 4)
    return UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
  }
}
