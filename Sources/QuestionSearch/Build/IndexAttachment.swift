import IndexStorage

/// What the manifest keeps for the façade: where the banks were, relative to the index's base.
struct IndexAttachment: Sendable, Hashable {
  private static let version: UInt8 = 1

  /// The paths that were read, relative to the folder that holds the index; in the order of asking.
  var sources: [String]

  init(sources: [String]) { self.sources = sources }

  init(_ bytes: [UInt8], path: String) throws(StorageError) {
    sources = []
    try bytes.withUnsafeBufferPointer { buffer throws(StorageError) in
      var reader = ByteReader(UnsafeRawBufferPointer(buffer), path: path, base: 0)
      guard try reader.byte() == Self.version else {
        throw reader.damaged("the list of sources has another version")
      }
      for _ in 0..<(try reader.count(ofAtLeast: 1)) { sources.append(try reader.string()) }
    }
  }

  func encoded() -> [UInt8] {
    var output = ByteWriter()
    output.byte(Self.version)
    output.varint(UInt64(sources.count))
    for source in sources { output.string(source) }
    return output.bytes
  }
}
