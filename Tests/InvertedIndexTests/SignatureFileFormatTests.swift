import IndexStorage
import TestSupport
import Testing

@testable import InvertedIndex

/// Files of signatures, by themselves and as `Index/FORMAT.md` has them.
@Suite struct SignatureFileFormatTests {
  private static let shape = SignatureShape(
    version: 1, seed: 1, valueCount: 16, unit: .words, width: 1, analyzerName: "plain",
    analyzerVersion: 1)

  private func written(
    _ values: [UInt32], _ shape: SignatureShape = shape
  ) throws -> (name: String, bytes: [UInt8]) {
    let folder = try TemporaryFolder()
    var writer = try SignatureWriter(
      shape, segment: 0x0123_4567_89ab_cdef, documentCount: values.count / shape.valueCount,
      in: IndexFolder(path: folder.path))
    // In pieces, as they come.
    let half = values.count / 2
    for piece in [values[..<half], values[half...]] {
      try piece.withUnsafeBytes { try writer.write($0) }
    }
    try writer.finish()
    let names = try folder.names()
    #expect(names.count == 1)
    return (names[0], try folder.read(names[0]))
  }

  private func values(_ reader: SignatureReader) throws -> [UInt32] {
    let bytes = try reader.bytes()
    return (0..<bytes.count / 4).map {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
    }
  }

  @Test func theFileOfTheDocumentIsReadAndWritten() throws {
    let document = try FormatDocument()
    let bytes = try document.example("signatures")
    let reader = try SignatureReader(FileBytes(bytes, named: "Index/FORMAT.md"))
    #expect(reader.shape == Self.shape)
    #expect(reader.segment == 0x0123_4567_89ab_cdef && reader.documentCount == 2)
    let found = try values(reader)
    // The first text of the table of signatures; the second has no words.
    let row = try #require(document.rows(ofCells: 2).first { $0[0] == "entropy" })
    #expect(
      Array(found.prefix(8))
        == row[1].split(separator: " ").compactMap { UInt32($0, radix: 16) })
    #expect(found.suffix(16) == [UInt32](repeating: .max, count: 16)[...])
    let file = try written(found)
    #expect(file.bytes == bytes)
    #expect(file.name == "0123456789abcdef.qsg" && document.text.contains("`\(file.name)`"))
  }

  /// Cut at every length, each bit flipped: an error, whenever it is found.
  @Test func damageIsAnError() throws {
    let whole = try written((0..<48).map { UInt32($0) &* 0x9E37_79B1 }).bytes
    var damaged = (0..<whole.count).map { ByteDamage.cut(whole, to: $0) } + [whole + [0]]
    damaged += (0..<8 * whole.count).map { ByteDamage.flip(whole, bit: $0) }
    for bytes in damaged {
      #expect(throws: StorageError.self) {
        let reader = try SignatureReader(FileBytes(bytes, named: "damaged"))
        try reader.file.verifyAll()
      }
    }
  }

  /// Right checksums, any content: an error or as many values as documents.
  @Test func hostileFilesAreAnErrorOrSane() throws {
    let whole = try written((0..<48).map { UInt32($0) }).bytes
    var random = SeededGenerator(seed: 77)
    for _ in 0..<2000 {
      let bytes = ByteDamage.mutated(whole, using: &random)
      guard let reader = try? SignatureReader(FileBytes(bytes, named: "hostile")),
        let shape = reader.shape, let values = try? reader.bytes()
      else { continue }
      #expect(values.count == reader.documentCount * 4 * shape.valueCount)
    }
  }

  @Test func namesAreKnown() {
    #expect(Manifest.isPartName("0123456789abcdef.qsg"))
    for name in ["0123456789abcdeF.qsg", "123456789abcdef.qsg", "a0123456789abcdef.qsg", ".qsg"] {
      #expect(!Manifest.isPartName(name), "\(name)")
    }
  }
}
