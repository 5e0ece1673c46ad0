import IndexStorage
import NearDuplicates
import QuestionBanks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The last change to files of the user's, with what they were before: a folder `.qsearch-undo`
/// beside them. It is complete on disk before the first file is touched, so that a change that was
/// cut off is undone like one that was not.
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

  private let folder: IndexFolder

  /// The journal beside files of a folder.
  public init(beside folder: String) {
    self.folder = IndexFolder(
      path: folder.hasSuffix("/") ? folder + Self.folderName : folder + "/" + Self.folderName)
  }

  /// Replaces files, each whole or not at all, and keeps what they were.
  ///
  /// - Parameter files: the paths, what they are taken to be (nil: not there), what they become.
  /// - Throws: `QuestionSearchError.refused` where a file is not what it is taken to be.
  public func replace(
    _ files: [(path: String, before: [UInt8]?, after: [UInt8])]
  ) throws(QuestionSearchError) {
    do throws(StorageError) {
      try folder.create()
    } catch {
      throw .index(.storage(error))
    }
    var journal = Journal(files: [])
    for (number, file) in files.enumerated() {
      guard try Self.bytes(file.path) == file.before else {
        throw .refused(path: file.path, reason: "it was changed since it was read; run again")
      }
      var entry = File(
        path: FilePath.relative(absolute: Self.absolute(file.path), to: try base), copy: nil,
        before: nil, after: Self.hash(file.after))
      if let before = file.before {
        let name = "\(number).old"
        try storage { () throws(StorageError) in try folder.write(before, to: name) }
        (entry.copy, entry.before) = (name, Self.hash(before))
      }
      journal.files.append(entry)
    }
    guard let bytes = try? JSONEncoder().encode(journal) else {
      throw .refused(path: folder.path, reason: "the journal cannot be written")
    }
    try storage { () throws(StorageError) in
      try folder.write(Array(bytes), to: Self.journalName)
    }
    for file in files { try UserFile.write(file.after, to: file.path) }
  }

  /// Brings back what the files were, byte for byte; gives their paths.
  ///
  /// - Throws: `QuestionSearchError.refused` where there is nothing to undo, or a file was changed
  ///   since: then none is touched.
  public func undo() throws(QuestionSearchError) -> [String] {
    let path = folder.path(of: Self.journalName)
    guard !BankFinder.isMissing(path) else {
      throw .refused(path: folder.path, reason: "there is nothing to undo")
    }
    let bytes = try Self.bytes(path) ?? []
    guard let journal = try? JSONDecoder().decode(Journal.self, from: Data(bytes)),
      journal.version == 1
    else { throw .refused(path: path, reason: "the journal cannot be read") }
    var changes: [(File, [UInt8]?)] = []
    let base = try base
    for var file in journal.files {
      file.path = FilePath.absolute(file.path, base: base)
      let current = try Self.bytes(file.path)
      let hash = current.map(Self.hash)
      if hash == file.before { continue }
      guard hash == file.after else {
        throw .refused(path: file.path, reason: "it was changed since; undo would lose that")
      }
      let old = try file.copy.map { name throws(QuestionSearchError) in
        try Self.bytes(folder.path(of: name)) ?? []
      }
      guard old.map(Self.hash) == file.before else {
        throw .refused(path: folder.path, reason: "the copy of \(file.path) is damaged")
      }
      changes.append((file, old))
    }
    for (file, old) in changes {
      if let old {
        try UserFile.write(old, to: file.path)
      } else {
        try storage { () throws(StorageError) in
          let parent = file.path.split(separator: "/").dropLast().joined(separator: "/")
          let name = file.path.split(separator: "/").last.map(String.init) ?? ""
          try IndexFolder(path: "/" + parent).remove(name)
        }
      }
    }
    // The journal goes first: without it the copies mean nothing.
    try storage { () throws(StorageError) in
      try folder.remove(Self.journalName)
      for file in journal.files { if let copy = file.copy { try folder.remove(copy) } }
    }
    return changes.map(\.0.path)
  }

  private static func bytes(_ path: String) throws(QuestionSearchError) -> [UInt8]? {
    if BankFinder.isMissing(path) { return nil }
    do throws(BankError) {
      return try BankFinder.load(path)
    } catch {
      throw .bank(error)
    }
  }

  /// The real path of the folder beside whose files the journal is.
  private var base: String {
    get throws(QuestionSearchError) {
      guard let real = FilePath.real(folder.path + "/..") else {
        throw .refused(path: folder.path, reason: "it is not there")
      }
      return real
    }
  }

  /// The real path of a file, or of one that is not there yet in its folder.
  private static func absolute(_ path: String) -> String {
    if let real = FilePath.real(path) { return real }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (FilePath.real(MergeOutput.folder(of: path)) ?? FilePath.currentFolder) + "/" + name
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
