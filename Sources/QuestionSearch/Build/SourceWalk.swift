import QuestionBanks

/// The files of an index's sources as they are now, and which of those that the index has are gone.
///
/// A file is gone where it is not there, but its source is and has other files. What the index has
/// of a source that is itself not there, has no bank or cannot be read stays, for its place may
/// come back; so does what was reached by a link that leads nowhere now.
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

  /// Files by the groups of their entries.
  private(set) var files: [EntryGroup: File] = [:]
  private(set) var notes: [BankNote] = []
  /// Sources of which nothing could be read, and their paths as people see them: what the index has
  /// of them stays.
  private(set) var absent: [(source: IndexAttachment.Source, shownPath: String)] = []
  /// The same as absolute paths.
  private var absentPaths = PathSet()
  /// Sources that were forgotten, as absolute paths.
  private let forgotten: PathSet
  /// All others, as absolute paths.
  private let remaining: PathSet
  private var hasLinksToNothing = false
  private let base: String
  private let current: String
  private var known: Set<[UInt8]> = []
  /// Sources that are not there, by the folder that holds them.
  private var missing: [String: [String]] = [:]

  /// Looks at all sources. A file that several have belongs to the one whose path is longest: the
  /// one that names it most closely.
  ///
  /// - Parameter forgotten: absolute paths of sources that the index had.
  init(
    _ sources: [IndexAttachment.Source], given: [GivenSource], forgotten: [String], base: String
  ) {
    self.base = base
    self.forgotten = PathSet(forgotten)
    current = FilePath.currentFolder
    remaining = PathSet(sources.lazy.map { FilePath.absolute($0.path, base: base) })
    var paths: [[UInt8]: GivenSource] = [:]
    for one in given { paths[Array(one.source(base: base).path.utf8)] = one }
    let sorted = sources.sorted {
      $0.path.utf8.count != $1.path.utf8.count
        ? $0.path.utf8.count > $1.path.utf8.count
        : $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    for source in sorted { visit(source, paths[Array(source.path.utf8)]) }
    noteMissing()
  }

  private mutating func visit(_ source: IndexAttachment.Source, _ given: GivenSource?) {
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
    if found.notes.contains(where: { BankFinder.isLinkToNothing($0.file) }) {
      hasLinksToNothing = true
    }
    if found.files.isEmpty { leave(source, at: path, nil) }
    for file in found.files {
      let name = FilePath.relative(file.path, to: base)
      guard known.insert(Array(name.utf8)).inserted else { continue }
      files[EntryGroup(bank: file.bank, file: name)] = File(
        path: file.path, displayPath: file.displayPath, isGiven: given?.isFile == true)
    }
  }

  /// Leaves what the index has of a source as it is.
  private mutating func leave(
    _ source: IndexAttachment.Source, at path: String, _ error: BankError?
  ) {
    absent.append((source, path))
    absentPaths.insert(FilePath.absolute(source.path, base: base))
    switch error {
    case .missing?:
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
      missing[folder, default: []].append(path)
    case let error?:
      notes.append(
        BankNote(file: path, message: "\(error.reason); what the index has of it stays"))
    case nil:
      notes.append(
        BankNote(
          file: path,
          message: "no bank found there; what the index has of it stays"
            + Self.wayOut(path)))
    }
  }

  /// One note for all sources of a folder that are not there: there may be hundreds.
  private mutating func noteMissing() {
    for (folder, paths) in missing.sorted(by: { $0.key < $1.key }) {
      if paths.count == 1 {
        notes.append(
          BankNote(
            file: paths[0],
            message: "is not there; what the index has of it stays"
              + Self.wayOut(paths[0])))
      } else {
        let folder = folder.isEmpty ? "." : folder
        notes.append(
          BankNote(
            file: folder,
            message: "\(paths.count) sources in it are not there; what the index has "
              + "of them stays" + Self.wayOut(folder)))
      }
    }
  }

  private static func wayOut(_ path: String) -> String {
    "; 'qsearch index --forget \(path)' removes it"
  }

  /// Whether the walk came to a file, in whatever bank.
  func has(_ file: String) -> Bool { known.contains(Array(file.utf8)) }

  /// Whether a file that the walk did not come to, but that the index has, is gone for certain: it
  /// is not there, and nothing hides it; or its source was forgotten.
  func isGone(_ file: String) -> Bool {
    let absolute = FilePath.absolute(file, base: base)
    if absentPaths.holds(absolute) { return false }
    if forgotten.holds(absolute) { return true }
    let path = FilePath.shown(file, base: base, current: current)
    if BankFinder.isMissing(path) {
      // Below no source: it was reached by a link, which may be the one that leads nowhere now.
      return !hasLinksToNothing || remaining.holds(absolute)
    }
    guard BankFinder.stamp(of: path) != nil else { return false }
    return isListed(path)
  }

  /// That a file is there and the walk did not come to it: a folder above it that cannot be listed
  /// would hide it.
  private func isListed(_ path: String) -> Bool {
    var folder = Substring(path)
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if !folder.isEmpty, !folder.hasSuffix(".."), !BankFinder.canList(String(folder)) {
        return false
      }
    }
    return true
  }
}
