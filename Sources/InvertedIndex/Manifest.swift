import IndexStorage

/// Names the segments that an index folder shows and their lists of deleted documents, and keeps
/// the caller's own notes.
///
/// Writing it is the commit: before that a new segment is not seen, after it the old ones are not.
struct Manifest: Sendable {
  static let fileName = "manifest.qsm"
  static let section: SectionName = "manifest"
  static let attachmentSection: SectionName = "attached"

  /// A file of the index, by its content.
  struct File: Sendable, Hashable {
    /// The hash of the file's directory, which holds the checksums of all of it.
    let contentHash: UInt64
    /// Its length in bytes.
    let length: UInt64
  }

  /// A segment and the list of those of its documents that are deleted, if there are any.
  struct Part: Sendable, Hashable {
    let segment: File
    let deletions: File?

    /// The segment's file name within the folder.
    var segmentName: String { Manifest.segmentName(hash: segment.contentHash) }
    /// The file name of the segment's signatures, which may be there or not.
    var signaturesName: String { Manifest.signaturesName(of: segment.contentHash) }
    /// The file name of the list of deletions.
    var deletionsName: String? {
      deletions.map { Manifest.deletionsName($0.contentHash, of: segment.contentHash) }
    }
  }

  /// The most segments that a manifest may name: many times as many as the merge policy leaves.
  static let partLimit = 4096

  /// What analyzed the documents.
  let analyzerName: String
  let analyzerVersion: UInt32
  /// The fields of the index.
  let fields: [String]
  /// The segments in the order of their documents' numbers.
  let parts: [Part]
  /// Bytes of the caller.
  let attachment: [UInt8]
  /// The hash of this manifest's own file.
  var contentHash: UInt64 = 0

  init(
    analyzerName: String, analyzerVersion: UInt32, fields: [String], parts: [Part],
    attachment: [UInt8]
  ) {
    self.analyzerName = analyzerName
    self.analyzerVersion = analyzerVersion
    self.fields = fields
    self.parts = parts
    self.attachment = attachment
  }

  init(_ bytes: FileBytes) throws(StorageError) {
    let file = try SectionedFile(bytes, expecting: .manifest)
    contentHash = file.contentHash
    let section = try file.section(Self.section)
    var reader = try file.reader(of: section, in: 0..<section.length)
    analyzerName = try reader.string()
    analyzerVersion = try reader.varint32()
    let fieldCount = try reader.count(ofAtLeast: 1)
    guard (1...SegmentLimit.fields).contains(fieldCount) else {
      throw reader.damaged("an index of \(fieldCount) fields cannot be")
    }
    var fields: [String] = []
    for _ in 0..<fieldCount { fields.append(try reader.string()) }
    self.fields = fields
    let count = try reader.count(ofAtLeast: 17)
    guard count <= Self.partLimit else { throw reader.damaged("\(count) segments are too many") }
    var parts: [Part] = []
    for _ in 0..<count {
      let segment = File(contentHash: try reader.fixed(), length: try reader.fixed())
      guard !parts.contains(where: { $0.segment.contentHash == segment.contentHash }) else {
        throw reader.damaged("a segment stands there twice")
      }
      switch try reader.byte() {
      case 0: parts.append(Part(segment: segment, deletions: nil))
      case 1:
        let deletions = File(contentHash: try reader.fixed(), length: try reader.fixed())
        parts.append(Part(segment: segment, deletions: deletions))
      default: throw reader.damaged("neither with nor without deletions")
      }
    }
    self.parts = parts
    attachment = Array(try file.bytes(of: try file.section(Self.attachmentSection)))
  }

  /// The manifest's file.
  func encoded() -> (bytes: [UInt8], contentHash: UInt64) {
    var body = ByteWriter()
    body.string(analyzerName)
    body.varint(UInt64(analyzerVersion))
    body.varint(UInt64(fields.count))
    for field in fields { body.string(field) }
    body.varint(UInt64(parts.count))
    for part in parts {
      body.fixed(part.segment.contentHash)
      body.fixed(part.segment.length)
      body.byte(part.deletions == nil ? 0 : 1)
      if let deletions = part.deletions {
        body.fixed(deletions.contentHash)
        body.fixed(deletions.length)
      }
    }
    var file = SectionedFileWriter(kind: .manifest)
    file.append(Self.section, body.bytes)
    file.append(Self.attachmentSection, attachment)
    return file.finish()
  }

  /// The names of all files that the manifest names, and of those that go with its segments.
  var fileNames: Set<String> {
    Set(
      parts.map(\.segmentName) + parts.compactMap(\.deletionsName) + parts.map(\.signaturesName))
  }
}
