import IndexStorage
import QuestionBanks

/// How an entry is kept in the index: all its parts but the id, which is the document's name.
///
/// The layout is in `Index/FORMAT.md`, "stored entries".
enum StoredEntry {
  private static let version: UInt8 = 1

  static func encode(_ entry: Entry) -> [UInt8] {
    var output = ByteWriter()
    output.byte(version)
    output.string(entry.bank)
    output.string(entry.file)
    for number in [entry.line, entry.lineEnd, entry.byteStart, entry.byteEnd] {
      output.varint(UInt64(max(number, 0)))
    }
    output.byte(UInt8(EntryKind.allCases.firstIndex(of: entry.kind) ?? 0))
    output.byte(
      entry.difficulty.flatMap { Difficulty.allCases.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0
    )
    output.string(entry.text)
    output.strings(entry.section)
    output.optional(entry.context)
    output.optional(entry.hint)
    output.optional(entry.answer)
    output.varint(UInt64(max(entry.answerLine ?? 0, 0)))
    output.varint(UInt64(max(entry.answerLineEnd ?? 0, 0)))
    output.strings(entry.tags)
    output.optional(entry.origin)
    return output.bytes
  }

  /// A document without stored bytes, as benchmarks make them, is an entry of which only the id is
  /// known.
  static func decode(id: String, _ reader: inout ByteReader) throws(StorageError) -> Entry {
    guard reader.remaining > 0 else {
      return Entry(
        id: id, bank: "", file: "", line: 0, lineEnd: 0, byteStart: 0, byteEnd: 0, kind: .question,
        text: "")
    }
    try requireVersion(&reader)
    let bank = try reader.string()
    let file = try reader.string()
    let line = try reader.int()
    let lineEnd = try reader.int()
    let byteStart = try reader.int()
    let byteEnd = try reader.int()
    let kind = try reader.kind()
    let difficulty = try reader.difficulty()
    return Entry(
      id: id, bank: bank, file: file, line: line, lineEnd: lineEnd, byteStart: byteStart,
      byteEnd: byteEnd, kind: kind, text: try reader.string(), difficulty: difficulty,
      section: try reader.strings(), context: try reader.optional(), hint: try reader.optional(),
      answer: try reader.optional(), answerLine: try reader.positive(),
      answerLineEnd: try reader.positive(), tags: try reader.strings(),
      origin: try reader.optional())
  }

  /// Calls `body` with the bytes of all that is searched of an entry: its text, sections, context,
  /// hint, answer and tags. They should be UTF-8, and are not checked.
  static func forEachText(
    _ reader: inout ByteReader, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(StorageError) {
    guard reader.remaining > 0 else { return }
    try requireVersion(&reader)
    for _ in ["bank", "file"] { _ = try reader.counted() }
    for _ in ["line", "line end", "byte start", "byte end"] { _ = try reader.varint() }
    _ = try reader.kind()
    _ = try reader.difficulty()
    body(try reader.counted())
    for _ in 0..<(try reader.count(ofAtLeast: 1)) { body(try reader.counted()) }
    for _ in ["context", "hint", "answer"] where try reader.isPresent() {
      body(try reader.counted())
    }
    for _ in ["answer line", "answer line end"] { _ = try reader.varint() }
    for _ in 0..<(try reader.count(ofAtLeast: 1)) { body(try reader.counted()) }
  }

  static func requireVersion(_ reader: inout ByteReader) throws(StorageError) {
    guard try reader.byte() == version else {
      throw reader.damaged("a stored entry has another version")
    }
  }
}

extension ByteWriter {
  fileprivate mutating func strings(_ values: [String]) {
    varint(UInt64(values.count))
    for value in values { string(value) }
  }

  fileprivate mutating func optional(_ value: String?) {
    byte(value == nil ? 0 : 1)
    if let value { string(value) }
  }
}

extension ByteReader {
  fileprivate mutating func int() throws(StorageError) -> Int {
    guard let value = Int(exactly: try varint()) else { throw damaged("a number is above 63 bits") }
    return value
  }

  fileprivate mutating func positive() throws(StorageError) -> Int? {
    let value = try int()
    return value == 0 ? nil : value
  }

  // Switches, not tables of cases: an array of each type costs a cold process microseconds.
  fileprivate mutating func kind() throws(StorageError) -> EntryKind {
    switch try byte() {
    case 0: .question
    case 1: .prompt
    case 2: .topic
    case let other: throw damaged("a kind of \(other) is not there")
    }
  }

  fileprivate mutating func difficulty() throws(StorageError) -> Difficulty? {
    switch try byte() {
    case 0: nil
    case 1: .easy
    case 2: .medium
    case 3: .hard
    case let other: throw damaged("a difficulty of \(other) is not there")
    }
  }

  fileprivate mutating func strings() throws(StorageError) -> [String] {
    let number = try count(ofAtLeast: 1)
    var values: [String] = []
    for _ in 0..<number { values.append(try string()) }
    return values
  }

  fileprivate mutating func optional() throws(StorageError) -> String? {
    try isPresent() ? try string() : nil
  }

  fileprivate mutating func isPresent() throws(StorageError) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    case let other: throw damaged("a text is there or not, not \(other)")
    }
  }
}
