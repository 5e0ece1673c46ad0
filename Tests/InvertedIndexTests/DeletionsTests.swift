import IndexStorage
import InvertedIndex
import TestSupport
import Testing

/// Damaged and hostile lists of deletions and manifests: an error or a sane answer.
@Suite struct DeletionsTests {
  private let temporary: TemporaryFolder
  private let folder: IndexFolder

  init() throws {
    temporary = try TemporaryFolder()
    folder = IndexFolder(path: temporary.path("index"))
    let writer = try IndexWriter(folder, fields: ["a", "b"], analyzer: .plain)
    for number in 0..<9 {
      try writer.add(
        Document(name: "d\(number)", fields: ["w\(number % 3) all", "w\(number)"]),
        group: "g\(number)")
    }
    try writer.commit()
    for group in ["g2", "g7"] { try writer.delete(group: group) }
    try writer.commit()
  }

  private func name(_ suffix: String) throws -> String {
    try #require(folder.names().first { $0.hasSuffix(suffix) })
  }

  private func useAll() throws {
    let snapshot = try Snapshot(folder)
    let query = Query(terms: ["all", "w2", "w7", "w0"].map { Query.Term($0) })
    for model: ScoringModel in [.bm25f(BM25F()), .tfidfCosine, .bm25Adaptive(BM25Adaptive())] {
      let found = try snapshot.search(query, model: model, limit: 20)
      for hit in found.hits {
        _ = try snapshot.explain(query, model: model, document: hit.document)
      }
    }
    _ = try snapshot.termCount()
    _ = try snapshot.groups()
    try snapshot.verify()
  }

  @Test func everyCutAndEveryFlippedBitThrows() throws {
    for suffix in [".qsd", ".qsm"] {
      let file = try name(suffix)
      let bytes = try temporary.read("index/" + file)
      for length in bytes.indices {
        try temporary.write(ByteDamage.cut(bytes, to: length), to: "index/" + file)
        let error = #expect(throws: IndexError.self, "\(file) cut to \(length)") { try useAll() }
        #expect(error?.description.contains(file) == true)
      }
      for bit in 0..<8 * bytes.count {
        try temporary.write(ByteDamage.flip(bytes, bit: bit), to: "index/" + file)
        #expect(throws: IndexError.self, "\(file), bit \(bit)") { try useAll() }
      }
      try temporary.write(bytes, to: "index/" + file)
    }
    try useAll()
  }

  @Test func bytesWithRightChecksumsThrowOrAnswer() throws {
    var generator = SeededGenerator(seed: 41)
    for suffix in [".qsd", ".qsm"] {
      let file = try name(suffix)
      let bytes = try temporary.read("index/" + file)
      for bit in 0..<8 * bytes.count {
        try temporary.write(
          ByteDamage.signed(ByteDamage.flip(bytes, bit: bit)), to: "index/" + file)
        do { try useAll() } catch { #expect(error is IndexError, "\(file), bit \(bit)") }
      }
      for _ in 0..<500 {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...5, using: &generator) {
          damaged[Int.random(in: 40..<bytes.count, using: &generator)] =
            [0, 0x7F, 0x80, 0xFF, UInt8(truncatingIfNeeded: generator.next())]
            .randomElement(using: &generator) ?? 0
        }
        try temporary.write(ByteDamage.signed(damaged), to: "index/" + file)
        do { try useAll() } catch { #expect(error is IndexError) }
      }
      try temporary.write(bytes, to: "index/" + file)
    }
  }

  /// The numbers of a whole list may lie. A manifest that names it must too.
  @Test func listsOfAnotherSegmentAreRefused() throws {
    let other = IndexFolder(path: temporary.path("other"))
    let writer = try IndexWriter(other, fields: ["a", "b"], analyzer: .plain)
    for number in 0..<9 {
      try writer.add(Document(name: "e\(number)", fields: ["x", "y"]), group: "g\(number)")
    }
    try writer.commit()
    try writer.delete(group: "g2")
    try writer.commit()
    let list = try #require(other.names().first { $0.hasSuffix(".qsd") })
    try temporary.write(try temporary.read("other/" + list), to: "index/" + name(".qsd"))
    let error = #expect(throws: IndexError.self) { try Snapshot(folder) }
    #expect(try error?.description.contains(name(".qsd")) == true)
  }
}
