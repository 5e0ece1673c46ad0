import IndexStorage
import NearDuplicates
import QuestionBanks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The last change to files of the user's, with what they were before: a folder `.qsearch-undo`
/// in a folder that holds them all. It is complete on disk before the first file is touched, so
/// that a change that was cut off is undone like one that was not.
///
/// A journal may come from anywhere, as with a copied folder: it names files of its own folder and
/// those below the folder that holds it, and nothing else is touched for its sake.
public struct UndoJournal {
  /// The name of its folder.
  public static let folderName = ".qsearch-undo"
  private static let journalName = "journal.json"

  private struct File: Codable {
    /// The way to the file from the folder that holds the journal's, so that all may be moved.
    var path: String
    /// What it was, as a file of the folder; nil where there was none.
    var copy: String?
    /// Hashes of its bytes before and after.
    var before: UInt64?
    var after: UInt64
  }

  private struct Journal: Codable {
    var version = 1
    var files: [File]
  }

  /// A file that is to become another.
  typealias Change = (path: String, before: [UInt8]?, after: [UInt8])

  private let folder: IndexFolder

  /// The journal of a folder.
  public init(in folder: String) {
    self.folder =
      IndexFolder(
        path: folder.hasSuffix("/") ? folder + Self.folderName : folder + "/" + Self.folderName
      ).forOwnEyes
  }

  // MARK: - Replacing

  /// Replaces files, each whole or not at all, and keeps what they were. Where one cannot be
  /// written, those before it are as they were, and so is the journal.
  ///
  /// - Parameters:
  ///   - files: the paths, what they are taken to be (nil: not there), what they become.
  ///   - unchanged: files that are not replaced and must be what they are taken to be.
  /// - Throws: `QuestionSearchError.refused` where a file is not what it is taken to be, or lies
  ///   outside the journal's folder.
  func replace(
    _ files: [Change], unchanged: [(path: String, bytes: [UInt8])] = []
  ) throws(QuestionSearchError) {
    let base = try base
    var targets: [String] = []
    for file in files { targets.append(try target(file.path, in: base)) }
    let others = unchanged.compactMap { FilePath.real($0.path) }
    let locks = try FolderLocks((targets + others).map(MergeOutput.folder))
    defer { withExtendedLifetime(locks) {} }
    for (path, before) in files.map({ ($0.path, $0.before) })
      + unchanged.map({ ($0.path, $0.bytes) })
    where try Self.bytes(path) != before {
      throw .refused(path: path, reason: "it was changed since it was read; run again")
    }
    try createFolder()
    let previous = try Self.bytes(folder.path(of: Self.journalName))
    let known = (previous.flatMap(Self.decode)?.files ?? []).compactMap(\.copy)
    var journal = Journal(files: [])
    for (file, target) in zip(files, targets) {
      var entry = File(
        path: FilePath.relative(absolute: target, to: base), copy: nil, before: nil,
        after: Self.hash(file.after))
      if let before = file.before {
        let hash = Self.hash(before)
        (entry.copy, entry.before) = (HexadecimalDigits.of(hash) + Self.copySuffix, hash)
        try storage { () throws(StorageError) in
          try folder.write(before, to: HexadecimalDigits.of(hash) + Self.copySuffix)
        }
      }
      journal.files.append(entry)
    }
    try keep(journal)
    try write(files, undoing: previous)
    let copies = Set(journal.files.compactMap(\.copy))
    for old in known where !copies.contains(old) && Self.isCopyName(old) { try? folder.remove(old) }
  }

  private func write(
    _ files: [Change], undoing previous: [UInt8]?
  ) throws(QuestionSearchError) {
    for (number, file) in files.enumerated() {
      do throws(QuestionSearchError) {
        try UserFile.write(file.after, to: file.path)
      } catch {
        for done in files[..<number].reversed() { try? Self.restore(done.path, done.before) }
        if let previous {
          try? folder.write(previous, to: Self.journalName)
        } else {
          try? folder.remove(Self.journalName)
        }
        throw error
      }
    }
  }

  private func keep(_ journal: Journal) throws(QuestionSearchError) {
    guard let bytes = try? JSONEncoder().encode(journal) else {
      throw .refused(path: folder.path, reason: "the journal cannot be written")
    }
    try storage { () throws(StorageError) in
      try folder.write(Array(bytes), to: Self.journalName)
    }
  }

  /// A folder of ours, for nobody else's eyes: copies may be of files that others may not read.
  private func createFolder() throws(QuestionSearchError) {
    guard !FilePath.isLink(folder.path) else {
      throw .refused(path: folder.path, reason: "it is a link; remove it")
    }
    try storage { () throws(StorageError) in try folder.createForOwnEyes() }
  }

  // MARK: - Undoing

  /// Brings back what the files were, byte for byte; gives their paths.
  ///
  /// - Throws: `QuestionSearchError.refused` where there is nothing to undo, or a file was changed
  ///   since: then none is touched.
  public func undo() throws(QuestionSearchError) -> [String] {
    let path = folder.path(of: Self.journalName)
    guard !FilePath.isLink(folder.path), let bytes = try Self.bytes(path) else {
      throw .refused(path: folder.path, reason: "there is nothing to undo")
    }
    guard let journal = Self.decode(bytes) else {
      throw .refused(path: path, reason: "the journal cannot be read")
    }
    let base = try base
    var targets: [String] = []
    for file in journal.files {
      let wanted = FilePath.absolute(file.path, base: base)
      // As text and as links lead: a journal of somebody else's reaches nothing outside.
      guard !file.path.hasPrefix("/"), FilePath.isInside(wanted, of: base),
        try target(wanted, in: base) == wanted, file.copy.map(Self.isCopyName) ?? true
      else { throw .refused(path: path, reason: "it names '\(file.path)', which is not its own") }
      targets.append(wanted)
    }
    let locks = try FolderLocks(targets.map(MergeOutput.folder))
    defer { withExtendedLifetime(locks) {} }
    var changes: [(path: String, old: [UInt8]?)] = []
    for (file, target) in zip(journal.files, targets) where try isChanged(file, at: target) {
      changes.append((target, try old(of: file)))
    }
    for change in changes { try Self.restore(change.path, change.old) }
    // The journal goes first: without it the copies mean nothing.
    try storage { () throws(StorageError) in
      try folder.remove(Self.journalName)
      for copy in Set(journal.files.compactMap(\.copy)) { try folder.remove(copy) }
    }
    return changes.map(\.path)
  }

  /// Whether a file is what the change made of it; it may be what it was before.
  ///
  /// - Throws: `QuestionSearchError.refused` where it is neither.
  private func isChanged(_ file: File, at target: String) throws(QuestionSearchError) -> Bool {
    let hash = try Self.bytes(target).map(Self.hash)
    if hash == file.before { return false }
    guard hash == file.after else {
      throw .refused(path: target, reason: "it was changed since; undo would lose that")
    }
    return true
  }

  /// What a file was; nil: it was not there.
  private func old(of file: File) throws(QuestionSearchError) -> [UInt8]? {
    guard let copy = file.copy else { return nil }
    let old = try Self.bytes(folder.path(of: copy))
    guard let old, Self.hash(old) == file.before else {
      throw .refused(path: folder.path, reason: "the copy of \(file.path) is damaged")
    }
    return old
  }

  private static func restore(_ path: String, _ old: [UInt8]?) throws(QuestionSearchError) {
    if let old {
      try UserFile.write(old, to: path)
    } else {
      do throws(StorageError) {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        try IndexFolder(path: MergeOutput.folder(of: path)).remove(name)
      } catch {
        throw .index(.storage(error))
      }
    }
  }

  // MARK: - Names and bytes

  private static let copySuffix = ".old"

  /// Copies are named by the hash of their bytes.
  private static func isCopyName(_ name: String) -> Bool {
    name.hasSuffix(copySuffix)
      && name.dropLast(copySuffix.count).utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
      }
  }

  private static func decode(_ bytes: [UInt8]) -> Journal? {
    guard let journal = try? JSONDecoder().decode(Journal.self, from: Data(bytes)),
      journal.version == 1
    else { return nil }
    return journal
  }

  private static func bytes(_ path: String) throws(QuestionSearchError) -> [UInt8]? {
    if BankFinder.isMissing(path) { return nil }
    do throws(BankError) {
      return try BankFinder.load(path)
    } catch {
      throw .bank(error)
    }
  }

  /// The real path of the folder whose journal it is.
  private var base: String {
    get throws(QuestionSearchError) {
      let path = MergeOutput.folder(of: folder.path)
      guard let real = FilePath.real(path) else {
        throw .refused(path: path, reason: "it is not there")
      }
      return real
    }
  }

  /// The real path of a file, or of one that is not there yet in its folder.
  private func target(_ path: String, in base: String) throws(QuestionSearchError) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parent = FilePath.real(MergeOutput.folder(of: path))
    guard let target = FilePath.real(path) ?? parent.map({ ($0 == "/" ? "" : $0) + "/" + name }),
      FilePath.isInside(target, of: base)
    else {
      throw .refused(
        path: path, reason: "it is not below \(base); run qsearch in a folder that holds all files")
    }
    if FilePath.real(path) == nil, FilePath.isLink(path) {
      throw .refused(path: path, reason: "it is a link to nothing")
    }
    return target
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { XXHash64.hash($0) }
  }

  private func storage(_ body: () throws(StorageError) -> Void) throws(QuestionSearchError) {
    do throws(StorageError) {
      try body()
    } catch {
      throw .index(.storage(error))
    }
  }
}
