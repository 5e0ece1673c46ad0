import IndexStorage

/// What the manifest keeps for the façade: where the banks are, relative to the index's base.
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

  /// Of two sources with one path the later counts.
  init(sources: [Source]) {
    var sorted: [Source] = []
    for source in sources {
      if let known = sorted.firstIndex(where: { $0.path.utf8.elementsEqual(source.path.utf8) }) {
        sorted[known].bank = source.bank ?? sorted[known].bank
      } else {
        sorted.append(source)
      }
    }
    self.sources = sorted.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  init(_ bytes: [UInt8], path: String) throws(StorageError) {
    sources = []
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
        default: throw reader.damaged("a source is neither with nor without a bank")
        }
      }
    }
  }

  func encoded() -> [UInt8] {
    var output = ByteWriter()
    output.byte(Self.version)
    output.varint(UInt64(sources.count))
    for source in sources {
      output.string(source.path)
      output.byte(source.bank == nil ? 0 : 1)
      if let bank = source.bank { output.string(bank) }
    }
    return output.bytes
  }
}
