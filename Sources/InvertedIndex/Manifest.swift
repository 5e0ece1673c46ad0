import IndexStorage

/// Names the segment that an index folder shows, and keeps the caller's own notes.
///
/// Writing it is the commit: before that a new segment is not seen, after it the old one is not.
struct Manifest: Sendable {
  static let fileName = "manifest.qsm"
  static let section: SectionName = "manifest"
  static let attachmentSection: SectionName = "attached"

  /// The segment's file name within the folder.
  let segmentName: String
  /// The segment's length in bytes.
  let segmentLength: UInt64
  /// The hash of the segment's directory, which holds the checksums of all of it.
  let segmentHash: UInt64
  /// Bytes of the caller.
  let attachment: [UInt8]

  /// The name of a segment by its content: the same banks give the same files.
  static func segmentName(hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits + segmentSuffix
  }

  static let segmentSuffix = ".qss"

  /// Whether a name is one that `segmentName(hash:)` makes.
  static func isSegmentName(_ name: String) -> Bool {
    guard name.hasSuffix(segmentSuffix) else { return false }
    let digits = name.utf8.dropLast(segmentSuffix.utf8.count)
    return digits.count == 16
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  init(segmentName: String, segmentLength: UInt64, segmentHash: UInt64, attachment: [UInt8]) {
    self.segmentName = segmentName
    self.segmentLength = segmentLength
    self.segmentHash = segmentHash
    self.attachment = attachment
  }

  init(_ bytes: FileBytes) throws(StorageError) {
    let file = try SectionedFile(bytes, expecting: .manifest)
    let section = try file.section(Self.section)
    var reader = try file.reader(of: section, in: 0..<section.length)
    segmentName = try reader.string()
    segmentLength = try reader.fixed()
    segmentHash = try reader.fixed()
    guard segmentName == Self.segmentName(hash: segmentHash) else {
      throw reader.damaged("a segment's name is not that of its content")
    }
    attachment = Array(try file.bytes(of: try file.section(Self.attachmentSection)))
  }

  func encoded() -> [UInt8] {
    var body = ByteWriter()
    body.string(segmentName)
    body.fixed(segmentLength)
    body.fixed(segmentHash)
    var file = SectionedFileWriter(kind: .manifest)
    file.append(Self.section, body.bytes)
    file.append(Self.attachmentSection, attachment)
    return file.finish().bytes
  }
}
