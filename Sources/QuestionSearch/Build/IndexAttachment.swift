import IndexStorage

/// What the manifest keeps for the façade: where the banks are, relative to the index's base, and
/// which of them are in no file.
struct IndexAttachment: Sendable, Hashable {
  private static let version: UInt8 = 2

  /// A file or folder that is read.
  struct Source: Sendable, Hashable {
    /// Its path, relative to the folder that holds the index.
    var path: String
    /// The bank's name where the caller gave one.
    var bank: String? = nil
  }

  /// What is read, in bytewise order of the paths: the order of asking leaves no trace.
  private(set) var sources: [Source]
  /// Groups whose text or entries the caller gave, as on standard input: no file has them, so that
  /// they cannot be read again. Ascending.
  private(set) var texts: [EntryGroup]

  /// Of two sources with one path the later counts.
  init(sources: [Source], texts: Set<EntryGroup> = []) {
    var places: [[UInt8]: Int] = [:]
    var unique: [Source] = []
    for source in sources {
      if let known = places[Array(source.path.utf8)] {
        unique[known].bank = source.bank ?? unique[known].bank
      } else {
        places[Array(source.path.utf8)] = unique.count
        unique.append(source)
      }
    }
    self.sources = unique.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.texts = texts.sorted()
  }

  init(_ bytes: [UInt8], path: String) throws(StorageError) {
    sources = []
    texts = []
    // An index that was written without the façade has none.
    guard !bytes.isEmpty else { return }
    try bytes.withUnsafeBufferPointer { buffer throws(StorageError) in
      var reader = ByteReader(UnsafeRawBufferPointer(buffer), path: path, base: 0)
      guard try reader.byte() == Self.version else {
        throw reader.damaged("the list of sources has another version")
      }
      for _ in 0..<(try reader.count(ofAtLeast: 2)) {
        let path = try reader.string()
        switch try reader.byte() {
        case 0: sources.append(Source(path: path))
        case 1: sources.append(Source(path: path, bank: try reader.string()))
        case 2: texts.append(EntryGroup(bank: try reader.string(), file: path))
        default:
          throw reader.damaged("a source is neither a file nor a text, with or without a bank")
        }
      }
    }
  }

  func encoded() -> [UInt8] {
    var output = ByteWriter()
    output.byte(Self.version)
    output.varint(UInt64(sources.count + texts.count))
    for source in sources {
      output.string(source.path)
      output.byte(source.bank == nil ? 0 : 1)
      if let bank = source.bank { output.string(bank) }
    }
    for text in texts {
      output.string(text.file ?? text.name)
      output.byte(2)
      output.string(text.bank ?? "")
    }
    return output.bytes
  }
}
