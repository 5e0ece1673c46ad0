import Foundation
import IndexStorage
import TestSupport
import Testing

@testable import InvertedIndex

/// Holds `Index/FORMAT.md` and the code to each other.
@Suite struct FormatDocumentTests {
  private let document: FormatDocument

  init() throws { document = try FormatDocument() }

  /// The documents of the section "A segment".
  private func writer() throws -> SegmentWriter {
    var writer = SegmentWriter(fieldNames: ["title", "body"], analyzer: .plain)
    let groups = ["birds\0a.md", "birds\0b.md"].map { Array($0.utf8) }
    try writer.add(
      Document(name: "wren", fields: ["owl", "owl sees owl"], stored: Array("one".utf8)),
      group: groups[0])
    try writer.add(Document(name: "crow", fields: ["owlet", ""]), group: groups[1])
    try writer.add(
      Document(name: "kite", fields: ["", "owl"], stored: Array("two".utf8)), group: groups[1])
    return writer
  }

  /// The texts of the section "A segment with blocks".
  private static let blockTexts = (0..<130).map { number in
    number == 40 ? "owl sees owl" : number % 64 == 1 ? "owlet owl" : "owl"
  }

  /// What must come of the segment's bytes, whoever read them.
  private func check(_ snapshot: Snapshot) throws {
    #expect(
      snapshot.statistics
        == CollectionStatistics(
          documentCount: 3, postingsCount: 4,
          fields: [
            .init(name: "title", documentCount: 2, totalLength: 2),
            .init(name: "body", documentCount: 2, totalLength: 4),
          ]))
    #expect(snapshot.analyzer == .plain)
    for (number, name) in ["wren", "crow", "kite"].enumerated() {
      let document = DocumentID(rawValue: UInt32(number))
      #expect(try snapshot.name(of: document) == name)
      #expect(try snapshot.document(named: name) == document)
      #expect(try stored(snapshot, document) == ["one", "", "two"][number])
    }
    #expect(try snapshot.document(named: "lark") == nil)
    for (term, frequency) in ["owl": 2, "owlet": 1, "sees": 1, "ow": 0, "title": 0] {
      #expect(try snapshot.documentFrequency(of: term) == frequency, "\(term)")
    }
    try checkHits(snapshot)
    try snapshot.verify()
  }

  /// Postings, lengths and norms, by what is scored with them.
  private func checkHits(_ snapshot: Snapshot) throws {
    let query = Query("owl", analyzer: .plain)
    let hits = try snapshot.search(query, model: .bm25(BM25())).hits
    #expect(hits.map(\.document.rawValue) == [0, 2])
    let oracle = ScoringOracle(
      [["owl", "owl sees owl"], ["owlet", ""], ["", "owl"]], fieldNames: ["title", "body"])
    for model in [ScoringModel.bm25(BM25()), .tfidfCosine] {
      let found = try snapshot.search(query, model: model).hits
      let expected = oracle.ranking(query, model)
      #expect(found.map { Int($0.document.rawValue) } == expected.map(\.document))
      for (hit, wanted) in zip(found, expected) { #expect(abs(hit.score - wanted.score) < 1e-12) }
    }
    let first = try snapshot.explain(query, model: .bm25(BM25()), document: hits[0].document)
    #expect(first.parts.map(\.frequencies) == [[1, 2]])
  }

  private func stored(_ snapshot: Snapshot, _ document: DocumentID) throws -> String {
    let bytes = try snapshot.withStored(of: document) { reader throws(StorageError) in
      var bytes: [UInt8] = []
      while reader.remaining > 0 { bytes.append(try reader.byte()) }
      return bytes
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func theSegmentOfTheDocumentOpens() throws {
    try check(
      try Snapshot(segmentBytes: try document.example("segment"), named: "Index/FORMAT.md"))
  }

  @Test func theSegmentOfTheDocumentIsWhatIsWritten() throws {
    var writer = try writer()
    #expect(try document.example("segment") == writer.finish().bytes)
  }

  /// All that the segments hold is decoded, and encoded again.
  @Test(arguments: ["segment", "blocks"])
  func theSegmentsOfTheDocumentAreDecodedAndEncodedAgain(name: String) throws {
    let bytes = try document.example(name)
    let reader = try SegmentReader(FileBytes(bytes, named: "Index/FORMAT.md"))
    #expect(try SegmentMerger([SegmentMerger.Input(reader)]).merged().bytes == bytes)
  }

  @Test func theSegmentWithBlocksIsWhatIsWritten() throws {
    let bytes = try document.example("blocks")
    var writer = SegmentWriter(fieldNames: ["text"], analyzer: .plain)
    for (number, text) in Self.blockTexts.enumerated() {
      try writer.add(Document(name: "\(number)", fields: [text]))
    }
    #expect(try writer.finish().bytes == bytes)
  }

  @Test func theSegmentWithBlocksSaysWhereWordsStand() throws {
    let reader = try SegmentReader(
      FileBytes(try document.example("blocks"), named: "Index/FORMAT.md"))
    for word in ["owl", "owlet", "sees"] {
      let entry = try #require(try reader.entry(of: word))
      var found: [[Int]] = []
      var positions = PositionsCursor()
      try reader.forEachPosting(of: entry) { document, frequencies in
        found.append([document, Int(frequencies[0])])
        return true
      }
      let count = found.reduce(0) { $0 + $1[1] }
      positions.begin(try reader.positions(of: entry, count: count))
      for index in found.indices {
        var place: UInt32 = 0
        for _ in 0..<found[index][1] {
          place += try positions.next()
          found[index].append(Int(place))
        }
      }
      let expected = Self.blockTexts.enumerated().compactMap { number, text -> [Int]? in
        let words = text.split(separator: " ")
        let places = words.indices.filter { words[$0] == word }
        return places.isEmpty ? nil : [number, places.count] + places
      }
      #expect(found == expected, "\(word)")
    }
  }

  @Test func theAttributesOfTheDocumentAreReadAndWritten() throws {
    var writer = SegmentWriter(fieldNames: ["text"], analyzer: .plain)
    let expected: [String: [Int]] = [
      "even": Array(stride(from: 0, to: 20, by: 2)), "last": [19],
      "most": Array(0..<8) + Array(16..<20), "none": [],
    ]
    for number in 0..<20 {
      let attributes = expected.keys.filter { expected[$0]?.contains(number) == true }
      try writer.add(Document(name: "\(number)", fields: ["owl"], attributes: attributes))
    }
    let reader = try SegmentReader(FileBytes(try writer.finish().bytes, named: "segment"))
    let section = try #require(reader.file.sectionIfPresent(SegmentSection.attributes))
    #expect(try Array(reader.file.bytes(of: section)) == document.example("attrs"))
    for (name, documents) in expected {
      let found = try reader.attributes.documents(withAnyOf: [Array(name.utf8)])
      #expect((0..<20).filter(found.contains) == documents, "\(name)")
    }
  }

  @Test func theFormsOfTheDocumentAreReadAndWritten() throws {
    var writer = SegmentWriter(fieldNames: ["text"], analyzer: .plain, keepsForms: true)
    for (number, text) in ["Sorting lists", "", "sorted list SORTED"].enumerated() {
      try writer.add(Document(name: "\(number)", fields: [text]))
    }
    let reader = try SegmentReader(FileBytes(try writer.finish().bytes, named: "segment"))
    for (name, section) in [
      ("formends", SegmentSection.formEnds), ("forms", SegmentSection.forms),
    ] {
      let found = try #require(reader.file.sectionIfPresent(section))
      #expect(try Array(reader.file.bytes(of: found)) == document.example(name))
    }
    #expect(try (0..<3).map { try reader.forms(of: $0).count } == [4, 0, 4])
    try reader.check()
  }

  @Test func theFolderOfTheDocumentOpensAndIsWhatIsWritten() throws {
    let temporary = try TemporaryFolder()
    let segment = try document.example("segment")
    let manifest = try document.example("manifest")
    let file = try SectionedFile(FileBytes(segment, named: "segment"), expecting: .segment)
    let name = Manifest.segmentName(hash: file.contentHash)
    #expect(document.text.contains("`\(name)`"))
    try temporary.write(segment, to: "read/\(name)")
    try temporary.write(manifest, to: "read/manifest.qsm")
    let snapshot = try Snapshot(IndexFolder(path: temporary.path("read")))
    try check(snapshot)

    let folder = IndexFolder(path: temporary.path("written"))
    try folder.create()
    var writer = try writer()
    try IndexWriter.commit(
      try writer.write(to: folder), to: folder, attachment: snapshot.attachment)
    #expect(try temporary.names("written").sorted() == [name, "manifest.qsm"].sorted())
    #expect(try temporary.read("written/\(name)") == segment)
    #expect(try temporary.read("written/manifest.qsm") == manifest)
  }

  @Test func theListOfDeletionsOfTheDocumentIsReadAndWritten() throws {
    let bytes = try document.example("deletions")
    let segment = try SegmentReader(FileBytes(try document.example("segment"), named: "segment"))
    let found = try DeletionsReader(FileBytes(bytes, named: "deletions"), of: segment)
    #expect((0..<3).map(found.documents.contains) == [false, false, true])
    #expect(found.effect.postingsCount == 1 && found.effect.termCount == 0)
    let owl = try #require(try segment.entry(of: "owl"))
    #expect(try found.documentFrequency(of: owl) == 1)
    let written = try DeletionsWriter.file(of: found.documents, in: segment)
    #expect(written.bytes == bytes)
    let name = Manifest.deletionsName(written.contentHash, of: segment.file.contentHash)
    #expect(document.text.contains("`\(name)`"))
  }

  @Test func theChecksumsOfTheDocumentAreThoseOfTheCode() throws {
    let rows = document.rows(ofCells: 3)
    let start = try #require(rows.firstIndex { $0[2] == "content hash" })
    let values = rows[(start + 1)...].prefix { $0[1].count == 8 && $0[2].count == 16 }
    #expect(values.count == 4)
    for row in values {
      let bytes = row[0] == "(none)" ? [] : Array(row[0].utf8)
      #expect(CRC32C.checksum(bytes) == UInt32(row[1], radix: 16), "\(row)")
      #expect(bytes.withUnsafeBytes { FNV1a.hash($0) } == UInt64(row[2], radix: 16), "\(row)")
    }
  }

  @Test func theNumbersOfTheDocumentAreThoseOfTheCode() {
    let rows = document.rows(ofCells: 2)
    for (name, value) in [
      ("format version", Int(FileLayout.version)),
      ("oldest version that is read", Int(FileLayout.oldestVersion)),
      ("bytes of a header", FileLayout.headerLength),
      ("offset of the header's checksum", FileLayout.headerChecksumOffset),
      ("bytes of a page", FileLayout.pageLength),
      ("sections of a file at the most", FileLayout.sectionLimit),
      ("bytes of a directory entry", FileLayout.sectionEntryLength),
      ("terms in a block", TermDictionaryLayout.blockLength),
      ("bytes of an entry of `termidx", TermDictionaryLayout.indexEntryLength),
      ("integers in a block", BitPacking.blockLength),
      ("pairs of a frontier at the most", ImpactFrontier.limit),
      ("exceptions of a block at the most", PatchedBlock.exceptionLimit),
      ("names in a block", NameSections.blockLength),
      ("documents in a block of stored bytes", StoredSections.blockLength),
      ("bytes of a name at the most", SegmentLimit.nameLength),
      ("segments of an index at the most", Manifest.partLimit),
      ("values of a signature at the most", SignatureLayout.valueLimit),
      ("bytes of an entry of a list of deletions", DeletionsLayout.termLength),
      ("forms of a document at the most", FormSections.limit),
      ("fields at the most", SegmentLimit.fields),
      ("bytes of a term at the most", SegmentLimit.termLength),
    ] {
      #expect(rows.contains([name, String(value)]), "\(name): \(value)")
    }
  }

  @Test func everySectionOfTheCodeHasItsPlace() throws {
    let segment = try sectionNames("Sources/InvertedIndex/Segment/SegmentSection.swift")
    #expect(segment.count == 16)
    for name in segment { #expect(document.headings.contains(name), "\(name)") }
    let manifest = try sectionNames("Sources/InvertedIndex/Manifest.swift")
    #expect(manifest.count == 2)
    let deletions = try sectionNames("Sources/InvertedIndex/Index/DeletionsLayout.swift")
    #expect(deletions.count == 3)
    let signatures = try sectionNames("Sources/InvertedIndex/Signatures/SignatureLayout.swift")
    #expect(signatures.count == 2)
    for name in manifest + deletions + signatures {
      #expect(document.text.contains("\nSection `\(name)`"), "\(name)")
    }
  }

  @Test func everyErrorOfTheCodeIsNamed() throws {
    let source = try text("Sources/IndexStorage/StorageError.swift")
    let names = source.matches(of: /\n  case ([a-zA-Z]+)\(/).map { String($0.1) }
    #expect(names.count == 11)
    let rows = document.rows(ofCells: 2).map { $0[0] }
    for name in names + ["analyzerChanged"] { #expect(rows.contains(name), "\(name)") }
  }

  @Test func linksWithinTheDocumentLead() {
    let anchors = document.headings.map { $0.lowercased().replacing(" ", with: "-") }
    let links = document.text.matches(of: /\]\(#([^)]+)\)/).map { String($0.1) }
    #expect(links.count > 12)
    for link in links { #expect(anchors.contains(link), "\(link)") }
  }

  private func sectionNames(_ path: String) throws -> [String] {
    try text(path).matches(of: /SectionName = "([a-z]+)"/).map { String($0.1) }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: Repository.root + "/" + path, encoding: .utf8)
  }
}
