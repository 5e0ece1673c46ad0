import IndexStorage
import TextAnalysis

/// What an index folder shows at one moment: its manifest and the files that it names, opened.
struct ManifestFiles {
  /// A segment's opened files.
  struct Part {
    let reader: SegmentReader
    let bytes: FileBytes
    let deletions: DeletionsReader?
  }

  let manifest: Manifest
  let analyzer: Analyzer
  let parts: [Part]

  /// Opens all files.
  ///
  /// A writer may replace the manifest and remove files that the old one names in between: then the
  /// new one is read. That the manifest is the same and a file is not there is an error.
  init(_ folder: IndexFolder) throws(IndexError) {
    var lastHash: UInt64?
    while true {
      let manifest = try Self.manifest(in: folder)
      do throws(IndexError) {
        try self.init(manifest, in: folder)
        return
      } catch {
        guard case .storage(.missing) = error, manifest.contentHash != lastHash else {
          throw error
        }
        lastHash = manifest.contentHash
      }
    }
  }

  static func manifest(in folder: IndexFolder) throws(IndexError) -> Manifest {
    let bytes = try map(Manifest.fileName, in: folder)
    do throws(StorageError) {
      return try Manifest(bytes)
    } catch {
      throw .storage(error)
    }
  }

  private init(_ manifest: Manifest, in folder: IndexFolder) throws(IndexError) {
    self.manifest = manifest
    analyzer = try Analyzer.supported(
      name: manifest.analyzerName, version: manifest.analyzerVersion,
      path: folder.path(of: Manifest.fileName))
    var parts: [Part] = []
    for part in manifest.parts { parts.append(try Self.open(part, of: manifest, in: folder)) }
    self.parts = parts
  }

  private static func open(
    _ part: Manifest.Part, of manifest: Manifest, in folder: IndexFolder
  ) throws(IndexError) -> Part {
    let (reader, bytes) = try segment(part, of: manifest, in: folder)
    return Part(
      reader: reader, bytes: bytes, deletions: try deletions(part, of: reader, in: folder))
  }

  /// Opens the segment that the manifest means.
  ///
  /// - Parameter analyzer: stands for the segment's own, where no terms are looked up.
  static func segment(
    _ part: Manifest.Part, of manifest: Manifest, in folder: IndexFolder, analyzer: Analyzer? = nil
  ) throws(IndexError) -> (reader: SegmentReader, bytes: FileBytes) {
    let bytes = try map(part.segmentName, in: folder)
    let reader = try SegmentReader(bytes, analyzer: analyzer)
    do throws(StorageError) {
      try require(part.segment, is: reader.file)
      guard reader.meta.statistics.fields.map(\.name) == manifest.fields,
        reader.meta.analyzerName == manifest.analyzerName
      else {
        throw .damaged(
          path: reader.file.path, offset: 0, what: "other fields or analyzer than the manifest's")
      }
      return (reader, bytes)
    } catch {
      throw .storage(error)
    }
  }

  /// Opens a segment's list of deletions, where the manifest names one.
  static func deletions(
    _ part: Manifest.Part, of reader: SegmentReader, in folder: IndexFolder
  ) throws(IndexError) -> DeletionsReader? {
    guard let file = part.deletions, let name = part.deletionsName else { return nil }
    let bytes = try map(name, in: folder)
    do throws(StorageError) {
      let found = try DeletionsReader(bytes, of: reader)
      try require(file, is: found.file)
      return found
    } catch {
      throw .storage(error)
    }
  }

  private static func map(
    _ name: String, in folder: IndexFolder
  ) throws(IndexError) -> FileBytes {
    do throws(StorageError) {
      return try folder.map(name)
    } catch {
      throw .storage(error)
    }
  }

  /// That a file is the one that the manifest means, not another whole one under its name.
  private static func require(
    _ file: Manifest.File, is found: SectionedFile
  ) throws(StorageError) {
    guard found.contentHash == file.contentHash, UInt64(found.length) == file.length else {
      throw .damaged(path: found.path, offset: 0, what: "another file than the manifest names")
    }
  }

  /// The segments one behind the other.
  func segmentList() throws(IndexError) -> SegmentList {
    var segments: [LiveSegment] = []
    for part in parts {
      segments.append(LiveSegment(part.reader, part.deletions, behind: segments.last))
    }
    return try SegmentList(segments, analyzer: analyzer, fields: manifest.fields)
  }
}

extension Analyzer {
  /// The analyzer of that name and version; that there is none is an error that names `path`.
  static func supported(
    name: String, version: UInt32, path: String
  ) throws(IndexError) -> Analyzer {
    let found = "\(name) version \(version)"
    guard let known = Analyzer.named(name) else {
      let all = Analyzer.all.map(\.name).joined(separator: ", ")
      throw .analyzerChanged(path: path, found: found, supported: all)
    }
    guard known.version == Int(version) else {
      throw .analyzerChanged(
        path: path, found: found, supported: "\(known.name) version \(known.version)")
    }
    return known
  }
}
