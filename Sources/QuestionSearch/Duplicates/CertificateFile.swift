import IndexStorage
import NearDuplicates

/// Keeps a certificate of recall beside an index.
///
/// It is no part of the index: it belongs to one state of it, and is gone with that.
struct CertificateFile {
  static let fileName = "recall.state"
  private static let section: SectionName = "recall"

  let folder: IndexFolder
  let manifestHash: UInt64

  /// The certificate of this very state of the index, where there is one.
  func load() -> RecallCertificate? {
    guard let bytes = try? FileBytes.map(folder.path(of: Self.fileName)) else { return nil }
    return try? decode(bytes)
  }

  /// Keeps a certificate in place of another. False where the folder cannot be written, or has a
  /// file of that name that is not ours.
  func save(_ certificate: RecallCertificate) -> Bool {
    guard !folder.isForeign(Self.fileName) else { return false }
    var output = ByteWriter()
    output.fixed(manifestHash)
    output.fixed(certificate.threshold.bitPattern)
    output.fixed(UInt32(certificate.banding.bands))
    output.fixed(UInt32(certificate.banding.rows))
    output.fixed(UInt64(certificate.pairs))
    output.fixed(UInt64(certificate.found))
    output.byte(certificate.isSample ? 1 : 0)
    var file = SectionedFileWriter(kind: .certificate)
    file.append(Self.section, output.bytes)
    do throws(StorageError) {
      try folder.keepingMode(of: IndexFolder.manifestName).write(
        file.finish().bytes, to: Self.fileName)
      return true
    } catch {
      return false
    }
  }

  private func decode(_ bytes: FileBytes) throws(StorageError) -> RecallCertificate? {
    let file = try SectionedFile(bytes, expecting: .certificate)
    let section = try file.section(Self.section)
    var reader = try file.reader(of: section, in: 0..<section.length)
    guard try reader.fixed(UInt64.self) == manifestHash else { return nil }
    let threshold = Double(bitPattern: try reader.fixed(UInt64.self))
    let bands = Int(try reader.fixed(UInt32.self))
    let rows = Int(try reader.fixed(UInt32.self))
    let pairs = Int(truncatingIfNeeded: try reader.fixed(UInt64.self))
    let found = Int(truncatingIfNeeded: try reader.fixed(UInt64.self))
    let isSample = try reader.byte() == 1
    guard threshold > 0, threshold <= 1, (1...1024).contains(bands), (1...1024).contains(rows),
      pairs >= 0, (0...pairs).contains(found)
    else { throw reader.damaged("a certificate has numbers that cannot be") }
    return RecallCertificate(
      banding: LSHBanding(bands: bands, rows: rows), threshold: threshold, pairs: pairs,
      found: found, isSample: isSample)
  }

  /// Whether a file of that name in an index folder is ours, or what a dead writer left of it.
  static func isOwnFile(_ name: String, in folder: IndexFolder) -> Bool {
    folder.isOwn(name, as: fileName)
  }
}
