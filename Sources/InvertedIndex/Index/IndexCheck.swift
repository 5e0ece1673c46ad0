import IndexStorage

/// What was found when all files of an index were read.
public struct IndexCheck: Sendable {
  /// One file of the index.
  public struct File: Sendable {
    /// Its path.
    public let path: String
    /// Its length; 0 where it is not there.
    public let byteCount: Int
    /// What it holds, where it is whole.
    public let summary: String
    /// What is wrong with it, in a line that names path and offset; nil where nothing is.
    public let problem: String?
  }

  /// The manifest and the files that it names.
  public internal(set) var files: [File] = []
  /// Paths of files that a writer left and no manifest names.
  public private(set) var leftovers: [String] = []

  /// Whether nothing is wrong.
  public var isWhole: Bool { files.allSatisfy { $0.problem == nil } }

  /// Reads all files of the index in a folder: compares every byte with its checksum, the files
  /// with the manifest, and their contents with each other. Linear in the index.
  ///
  /// - Throws: where nothing can be said of a file: the system refuses to read it, or it is of
  ///   another version of the format or analyzer.
  public init(_ folder: IndexFolder) throws(IndexError) {
    let path = folder.path(of: Manifest.fileName)
    let manifest: Manifest
    do throws(IndexError) {
      manifest = try ManifestFiles.manifest(in: folder)
      let bytes = try Self.storage { () throws(StorageError) in
        let file = try SectionedFile(try folder.map(Manifest.fileName), expecting: .manifest)
        try file.verifyAll()
        return file.length
      }
      files.append(
        File(
          path: path, byteCount: bytes,
          summary: "\(manifest.parts.count) "
            + "\(manifest.parts.count == 1 ? "segment" : "segments"), analyzer "
            + "\(manifest.analyzerName) version \(manifest.analyzerVersion)", problem: nil))
    } catch {
      files.append(try Self.finding(error, at: path))
      return
    }
    for part in manifest.parts { try check(part, of: manifest, in: folder) }
    if WriterLock.isObstructed(in: folder) {
      let lock = folder.path(of: WriterLock.fileName)
      files.append(try Self.finding(.storage(.inTheWay(path: lock)), at: lock))
    }
    leftovers = IndexWriter.leftovers(in: folder, except: manifest.fileNames)
      .map(folder.path(of:))
  }

  private mutating func check(
    _ part: Manifest.Part, of manifest: Manifest, in folder: IndexFolder
  ) throws(IndexError) {
    let path = folder.path(of: part.segmentName)
    let deletionsPath = part.deletionsName.map(folder.path(of:))
    let segment: SegmentReader
    do throws(IndexError) {
      segment = try ManifestFiles.segment(part, of: manifest, in: folder).reader
      try Self.storage { () throws(StorageError) in try segment.check() }
      let numbers = segment.meta
      files.append(
        File(
          path: path, byteCount: segment.file.length,
          summary: "\(segment.documentCount) documents, \(numbers.termCount) terms, "
            + "\(numbers.statistics.postingsCount) postings", problem: nil))
    } catch {
      files.append(try Self.finding(error, at: path))
      guard let deletionsPath else { return }
      files.append(
        File(
          path: deletionsPath, byteCount: 0, summary: "not checked without its segment",
          problem: nil))
      return
    }
    try checkSignatures(of: segment, in: folder)
    guard let deletionsPath else { return }
    do throws(IndexError) {
      let deletions = try ManifestFiles.deletions(part, of: segment, in: folder)
      guard let deletions else { return }
      try Self.storage { () throws(StorageError) in
        // What is deleted says all the rest.
        let wanted = try DeletionsWriter.file(of: deletions.documents, in: segment)
        guard wanted.contentHash == deletions.file.contentHash else {
          throw .damaged(
            path: deletionsPath, offset: 0, what: "the numbers are not those of what is deleted")
        }
        try deletions.file.verifyAll()
      }
      files.append(
        File(
          path: deletionsPath, byteCount: deletions.file.length,
          summary: "\(deletions.documents.count) of \(segment.documentCount) documents deleted",
          problem: nil))
    } catch {
      files.append(try Self.finding(error, at: deletionsPath))
    }
  }

  /// What is said of a damaged file; other errors are no finding.
  private static func finding(_ error: IndexError, at path: String) throws(IndexError) -> File {
    guard case .storage(let what) = error else { throw error }
    switch what {
    case .missing, .foreign, .inTheWay, .wrongKind, .truncated, .extended, .damaged:
      return File(path: path, byteCount: 0, summary: "", problem: error.description)
    case .system, .tooNew, .tooOld, .locked: throw error
    }
  }

  private static func storage<R>(
    _ body: () throws(StorageError) -> R
  ) throws(IndexError) -> R {
    do throws(StorageError) {
      return try body()
    } catch {
      throw .storage(error)
    }
  }
}
