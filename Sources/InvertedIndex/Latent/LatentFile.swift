import IndexStorage

/// The file of a latent space beside an index: `latent.state`. It is no part of the index: it
/// belongs to one state of it, and is made anew where it is missing, damaged or another's.
struct LatentFile {
  static let fileName = "latent.state"

  /// The number of the way in which spaces are found: one that was found in another is made anew.
  static let recipe: UInt32 = 3
  static let head: SectionName = "head"
  static let hashes: SectionName = "hashes"
  static let steps: SectionName = "steps"
  static let terms: SectionName = "terms"
  static let documents: SectionName = "docs"

  let folder: IndexFolder
  let manifestHash: UInt64
  let documentLimit: Int

  /// The space of this very state of the index, where there is one.
  func load() -> LatentSpace? {
    guard let bytes = try? FileBytes.map(folder.path(of: Self.fileName)) else { return nil }
    return try? space(bytes)
  }

  private func space(_ bytes: FileBytes) throws(StorageError) -> LatentSpace? {
    let file = try SectionedFile(bytes, expecting: .latentSpace)
    let section = try file.section(Self.head)
    var reader = try file.reader(of: section, in: 0..<section.length)
    let dimensions = LatentSpace.dimensions
    guard try reader.fixed(UInt64.self) == manifestHash,
      try reader.fixed(UInt32.self) == UInt32(dimensions),
      try reader.fixed(UInt32.self) == Self.recipe,
      try file.section(Self.documents).length == documentLimit * dimensions
    else { return nil }
    return try LatentSpace(file)
  }

  /// Keeps a space in place of another. Nothing where the folder cannot be written, or has a file
  /// of that name that is not ours: the space is then found again by each process that needs it.
  func save(_ bytes: LatentBytes) {
    guard !folder.isForeign(Self.fileName) else { return }
    try? folder.keepingMode(of: Manifest.fileName).write(
      bytes.file(manifestHash: manifestHash), to: Self.fileName)
  }

  /// Whether a file of that name in a folder is ours, or what a dead writer left of it.
  static func isOwnFile(_ name: String, in folder: IndexFolder) -> Bool {
    folder.isOwn(name, as: fileName)
  }
}

extension LatentBytes {
  /// The bytes of a file.
  func file(manifestHash: UInt64) -> [UInt8] {
    var head = ByteWriter()
    head.fixed(manifestHash)
    head.fixed(UInt32(LatentSpace.dimensions))
    head.fixed(LatentFile.recipe)
    var file = SectionedFileWriter(kind: .latentSpace)
    file.append(LatentFile.head, head.bytes)
    file.append(LatentFile.hashes, hashes)
    file.append(LatentFile.steps, steps)
    file.append(LatentFile.terms, terms)
    file.append(LatentFile.documents, documents)
    return file.finish().bytes
  }
}
