import IndexStorage
import QuestionBanks

/// What an update remembers of the files that it read, so that the next one reads only those that
/// changed.
///
/// It stands in the index folder in a file of its own, which is no part of the index: without it,
/// or where it belongs to another state of the index, all files are read again and compared.
struct SourceState: Sendable {
  static let fileName = "sources.state"
  private static let section: SectionName = "files"

  /// A file as it was when it was read.
  struct File: Sendable, Hashable {
    /// Its size, times and number; nil where a time was so near that a later change might not show.
    var stamp: BankFinder.Stamp?
    /// The hash of its bytes.
    var hash: UInt64
  }

  /// The files by their groups.
  var files: [EntryGroup: File] = [:]

  /// An empty one.
  init() {}

  /// The state that was saved for that manifest by that build of the program, or none.
  init?(in folder: IndexFolder, manifestHash: UInt64, stamp: String) {
    guard let bytes = try? FileBytes.map(folder.path(of: Self.fileName)),
      let files = try? Self.decode(bytes, manifestHash: manifestHash, stamp: stamp)
    else { return nil }
    self.files = files
  }

  private static func decode(
    _ bytes: FileBytes, manifestHash: UInt64, stamp: String
  ) throws(StorageError) -> [EntryGroup: File]? {
    let file = try SectionedFile(bytes, expecting: .sources)
    let section = try file.section(Self.section)
    var reader = try file.reader(of: section, in: 0..<section.length)
    guard try reader.fixed(UInt64.self) == manifestHash, try reader.string() == stamp else {
      return nil
    }
    var files: [EntryGroup: File] = [:]
    for _ in 0..<(try reader.count(ofAtLeast: 10)) {
      let group = EntryGroup(named: try reader.string())
      let hash: UInt64 = try reader.fixed()
      var stamp: BankFinder.Stamp?
      if try reader.byte() == 1 {
        stamp = try Self.stamp(&reader)
      }
      files[group] = File(stamp: stamp, hash: hash)
    }
    return files
  }

  private static func stamp(
    _ reader: inout ByteReader
  ) throws(StorageError) -> BankFinder.Stamp {
    let content = try moment(&reader)
    let status = try moment(&reader)
    return BankFinder.Stamp(
      sizeInBytes: Int(truncatingIfNeeded: try reader.fixed(Int64.self)), contentChange: content,
      statusChange: status, fileNumber: try reader.fixed())
  }

  private static func moment(
    _ reader: inout ByteReader
  ) throws(StorageError) -> BankFinder.Stamp.Moment {
    BankFinder.Stamp.Moment(
      seconds: Int(truncatingIfNeeded: try reader.fixed(Int64.self)),
      nanoseconds: Int(truncatingIfNeeded: try reader.fixed(Int64.self)))
  }

  /// Saves the state for that manifest. That it cannot be saved costs the next update its time.
  func save(in folder: IndexFolder, manifestHash: UInt64, stamp: String) {
    var output = ByteWriter()
    output.fixed(manifestHash)
    output.string(stamp)
    output.varint(UInt64(files.count))
    for (group, state) in files.sorted(by: { $0.key < $1.key }) {
      output.string(group.name)
      output.fixed(state.hash)
      output.byte(state.stamp == nil ? 0 : 1)
      if let stamp = state.stamp {
        for moment in [stamp.contentChange, stamp.statusChange] {
          output.fixed(Int64(moment.seconds))
          output.fixed(Int64(moment.nanoseconds))
        }
        output.fixed(Int64(stamp.sizeInBytes))
        output.fixed(stamp.fileNumber)
      }
    }
    var file = SectionedFileWriter(kind: .sources)
    file.append(Self.section, output.bytes)
    guard !folder.isForeign(Self.fileName) else { return }
    try? folder.keepingMode(of: IndexFolder.manifestName).write(
      file.finish().bytes, to: Self.fileName)
  }

  /// Removes what dead writers left of it.
  static func tidy(_ folder: IndexFolder) {
    for name in folder.names() where isLeftover(name) && !folder.isForeign(name) {
      try? folder.remove(name)
    }
  }

  private static func isLeftover(_ name: String) -> Bool {
    IndexFolder.isTemporary(name) { $0 == fileName }
  }

  /// Whether a file of that name in an index folder is this one, or what a dead writer left of it.
  static func isOwnFile(_ name: String, in folder: IndexFolder) -> Bool {
    folder.isOwn(name, as: fileName)
  }
}
