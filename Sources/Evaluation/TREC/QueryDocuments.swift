/// Documents by query, as runs and judgments have them: the text they were read from, the queries'
/// ids in the order in which they first appear, and each query's documents in the text's order.
struct QueryDocuments: Sendable {
  /// The text that holds the names.
  let bytes: TextBytes
  /// The queries' ids.
  private(set) var ids: [String] = []
  /// The place of each query in `ids`.
  private(set) var places: [String: Int] = [:]
  /// Where a query's documents stand in `entries`.
  private(set) var ranges: [Range<Int>] = []
  /// All documents, those of one query together.
  private(set) var entries: [DocumentEntry] = []

  /// Stretches of `entries` of one query, as the text has them.
  private var stretches: [(query: Int, start: Int)] = []
  private var current = TextColumn(start: 0, length: 0)
  private let key = NameHash.key

  /// No documents yet; names will be places in `bytes`.
  init(_ bytes: TextBytes, expecting count: Int) {
    self.bytes = bytes
    entries.reserveCapacity(count)
  }

  /// Adds a document. All documents are added before `finish`.
  @inline(__always)
  mutating func add(
    query: TextColumn, document: TextColumn, bits: UInt32
  ) throws(EvaluationError) {
    let base = bytes.base
    if current.isEmpty
      || !NameTable.isSame(
        base + current.start, UInt32(truncatingIfNeeded: current.length), base + query.start,
        UInt32(truncatingIfNeeded: query.length))
    {
      try begin(query)
    }
    add(document, bits: bits)
  }

  /// Adds a document of the query that was begun last.
  @inline(__always)
  mutating func add(_ document: TextColumn, bits: UInt32) {
    entries.append(
      DocumentEntry(
        start: UInt32(truncatingIfNeeded: document.start),
        length: UInt32(truncatingIfNeeded: document.length),
        hash: key.hash(bytes.base + document.start, document.length), bits: bits))
  }

  /// Another query than that of the line before.
  private mutating func begin(_ query: TextColumn) throws(EvaluationError) {
    guard let id = bytes.validText(query) else {
      throw bytes.malformed(at: query.start, "the query's id is not UTF-8; save the file as UTF-8")
    }
    current = query
    _ = begin(id: id)
  }

  /// Begins a stretch of a query's documents; false where the query has had one.
  mutating func begin(id: String) -> Bool {
    let place = places[id] ?? ids.count
    let isNew = place == ids.count
    if isNew {
      ids.append(id)
      places[id] = place
    }
    stretches.append((place, entries.count))
    return isNew
  }

  /// Puts each query's documents together, and looks for names that stand there twice.
  ///
  /// - Throws: `EvaluationError` naming the line of the second; `repeated` makes the reason.
  mutating func finish(
    repeated: (_ document: String, _ query: String) -> String
  ) throws(EvaluationError) {
    gather()
    var table = NameTable()
    var first: (start: Int, document: TextColumn, query: Int)?
    entries.withUnsafeBufferPointer { entries in
      for (query, range) in ranges.enumerated() {
        let part = UnsafeBufferPointer(rebasing: entries[range])
        guard let index = table.fill(part, of: bytes) else { continue }
        let column = part[index].column
        if first.map({ column.start < $0.start }) ?? true {
          first = (column.start, column, query)
        }
      }
    }
    guard let first else { return }
    throw bytes.malformed(
      at: first.start,
      repeated(bytes.brief(first.document), EvaluationError.brief(ids[first.query])))
  }

  private mutating func gather() {
    ranges = Array(repeating: 0..<0, count: ids.count)
    let ends = stretches.dropFirst().map(\.start) + [entries.count]
    if stretches.count == ids.count {
      for (stretch, end) in zip(stretches, ends) { ranges[stretch.query] = stretch.start..<end }
    } else {
      var parts: [[Range<Int>]] = Array(repeating: [], count: ids.count)
      for (stretch, end) in zip(stretches, ends) {
        parts[stretch.query].append(stretch.start..<end)
      }
      var gathered: [DocumentEntry] = []
      gathered.reserveCapacity(entries.count)
      for query in ids.indices {
        let start = gathered.count
        for part in parts[query] { gathered += entries[part] }
        ranges[query] = start..<gathered.count
      }
      entries = gathered
    }
    stretches = []
  }

  /// The documents of the query at `place`, in the order of the text.
  func documents(at place: Int) -> ArraySlice<DocumentEntry> { entries[ranges[place]] }
}
