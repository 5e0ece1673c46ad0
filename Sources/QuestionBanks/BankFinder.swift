/// Finds the files of banks below a path and loads their bytes.
public struct BankFinder: Sendable {
  /// Suffixes of files that are read when they are found in a folder. A file that is named directly
  /// is always tried.
  public static let knownSuffixes: Set<String> = ["md", "markdown", "mdown", "txt", "text"]

  /// Folders below folders are followed this far; deeper ones are reported.
  static let depthLimit = 128

  /// The files below `path` in canonical order (bytewise by path), each with its bank's name, and
  /// notes on what was passed over: links that lead nowhere or in a circle, folders that cannot be
  /// listed. Hidden files and folders (a leading dot) are skipped without a note.
  ///
  /// A bank is named `bank`, or else by the first path component below `path`, without its suffix
  /// where that is a file; a file given directly by its stem; a README or index file by its folder.
  ///
  /// Throws ``BankError/missing(path:)`` and ``BankError/unreadable(path:reason:)`` for `path`
  /// itself.
  public static func find(
    _ path: String, bank: String?
  ) throws(BankError) -> (files: [BankFile], notes: [BankNote]) {
    let status: FileSystem.Status
    switch FileSystem.status(path) {
    case .success(let found): status = found
    case .failure(let error) where error.isMissing: throw BankError.missing(path: path)
    case .failure(let error): throw BankError.unreadable(path: path, reason: error.reason)
    }
    switch status.kind {
    case .file:
      let name = bank ?? nameOfFile(path)
      return ([BankFile(path: path, displayPath: display(path), bank: name)], [])
    case .other:
      throw BankError.notRegular(path: path)
    case .folder:
      if case .failure(let error) = FileSystem.names(in: path) {
        throw BankError.unreadable(path: path, reason: error.reason)
      }
      var search = FolderSearch(root: path, bank: bank)
      search.visit(path, component: nil, status: status, depth: 0)
      search.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      return (search.files, search.notes)
    }
  }

  /// The path as people see it: without a leading `./`.
  static func display(_ path: String) -> String {
    var result = Substring(path)
    while result.hasPrefix("./"), result.count > 2 {
      result = result.dropFirst(2).drop { $0 == "/" }
    }
    return result.isEmpty ? path : String(result)
  }

  /// The bank's name of a file that was given directly.
  static func nameOfFile(_ path: String) -> String {
    let parts = path.split(separator: "/")
    let stem = stem(String(parts.last ?? Substring(path)))
    guard isIndexName(stem) else { return stem }
    if parts.count >= 2, parts[parts.count - 2] != ".", parts[parts.count - 2] != ".." {
      return String(parts[parts.count - 2])
    }
    return nameOfParent(path) ?? stem
  }

  /// The name of a folder, also of `.` and of paths that end in a slash.
  static func nameOfFolder(_ path: String) -> String? {
    FileSystem.realPath(path)?.split(separator: "/").last.map(String.init)
  }

  private static func nameOfParent(_ path: String) -> String? {
    guard let parts = FileSystem.realPath(path)?.split(separator: "/"), parts.count >= 2 else {
      return nil
    }
    return String(parts[parts.count - 2])
  }

  /// A file's name without its last suffix; a name that is all suffix stays.
  static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Whether a stem says only "the main file of this folder".
  static func isIndexName(_ stem: String) -> Bool {
    let lower = stem.lowercased()
    // Translations are written README-de or README.zh-CN.
    return lower == "readme" || lower == "index" || lower.hasPrefix("readme-")
      || lower.hasPrefix("readme.") || lower.hasPrefix("readme_")
  }

  /// Whether a name in a folder has a suffix that is read.
  static func hasKnownSuffix(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return knownSuffixes.contains(name[name.index(after: dot)...].lowercased())
  }
}
