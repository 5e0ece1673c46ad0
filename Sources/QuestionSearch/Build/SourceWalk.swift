import QuestionBanks

/// The files of an index's sources as they are now.
struct SourceWalk {
  /// A file to read.
  struct File {
    /// The path to open.
    let path: String
    /// The path that people see.
    let displayPath: String
    /// Whether the caller named it by itself: that it cannot be read is then the whole matter.
    let isGiven: Bool
  }

  /// A file or folder that the caller names.
  struct Given {
    let path: String
    let bank: String?
    let found: (files: [BankFile], notes: [BankNote])

    /// Looks below the path. That nothing is there is an error.
    init(path: String, bank: String?) throws(BankError) {
      self.path = path
      self.bank = bank
      found = try BankFinder.find(path, bank: bank)
    }

    /// Whether the path is a file, not a folder.
    var isFile: Bool { found.files.count == 1 && found.files.first?.path == path }

    /// The source that it is from now on. A file's bank is kept: by another path to it, as after a
    /// link was followed, it would have another name.
    func source(base: String?) -> IndexAttachment.Source {
      IndexAttachment.Source(
        path: base.map { FilePath.relative(path, to: $0) } ?? path,
        bank: bank ?? (isFile ? found.files.first?.bank : nil))
    }
  }

  /// Files by the groups of their entries.
  private(set) var files: [EntryGroup: File] = [:]
  private(set) var notes: [BankNote] = []
  /// Sources that could not be looked at: what the index has of them stays.
  private var unreadable: [String] = []
  private let base: String
  private let current: String
  private var known: Set<[UInt8]> = []

  /// Looks at all sources. A file that several have belongs to the one whose path is longest: the
  /// one that names it most closely.
  init(
    _ sources: [IndexAttachment.Source], given: [Given], base: String
  ) {
    self.base = base
    current = FilePath.currentFolder
    var paths: [[UInt8]: Given] = [:]
    for one in given { paths[Array(one.source(base: base).path.utf8)] = one }
    let sorted = sources.sorted {
      $0.path.utf8.count != $1.path.utf8.count
        ? $0.path.utf8.count > $1.path.utf8.count
        : $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    for source in sorted { visit(source, paths[Array(source.path.utf8)]) }
  }

  private mutating func visit(_ source: IndexAttachment.Source, _ given: Given?) {
    let path = given?.path ?? FilePath.shown(source.path, base: base, current: current)
    let found: (files: [BankFile], notes: [BankNote])
    do throws(BankError) {
      // A given folder's bank may be known from an earlier call.
      found =
        if let given, given.bank == source.bank { given.found } else {
          try BankFinder.find(path, bank: source.bank)
        }
    } catch {
      leave(source, at: path, error)
      return
    }
    notes.append(contentsOf: found.notes)
    for file in found.files {
      let name = FilePath.relative(file.path, to: base)
      guard known.insert(Array(name.utf8)).inserted else { continue }
      files[EntryGroup(bank: file.bank, file: name)] = File(
        path: file.path, displayPath: file.displayPath, isGiven: given?.isFile == true)
    }
  }

  /// A source that is gone has no files any more; one that cannot be read keeps what it has.
  private mutating func leave(
    _ source: IndexAttachment.Source, at path: String, _ error: BankError
  ) {
    let folder = FilePath.shown(source.path + "/..", base: base, current: current)
    if case .missing = error, !BankFinder.isMissing(folder) {
      notes.append(
        BankNote(file: path, message: "is gone; what the index had of it is removed"))
    } else {
      unreadable.append(source.path)
      notes.append(
        BankNote(file: path, message: "\(error.reason); what the index has of it stays"))
    }
  }

  /// Whether the walk came to a file, in whatever bank.
  func has(_ file: String) -> Bool { known.contains(Array(file.utf8)) }

  /// Whether a file that the walk did not come to, but that the index has, is gone for certain: it
  /// is not there, and nothing hides it.
  func isGone(_ file: String) -> Bool {
    if unreadable.contains(where: { Self.holds($0, file) }) { return false }
    let path = FilePath.shown(file, base: base, current: current)
    if BankFinder.isMissing(path) { return true }
    guard BankFinder.stamp(of: path) != nil else { return false }
    // It is there: a folder above it that cannot be listed would hide it.
    var folder = Substring(path)
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if !folder.isEmpty, !folder.hasSuffix(".."), !BankFinder.canList(String(folder)) {
        return false
      }
    }
    return true
  }

  /// Whether a file is a source or stands below it, by their paths.
  static func holds(_ source: String, _ file: String) -> Bool {
    if source == "." { return !file.utf8.starts(with: "../".utf8) && file != "-" }
    return file.utf8.elementsEqual(source.utf8) || file.utf8.starts(with: (source + "/").utf8)
  }
}
