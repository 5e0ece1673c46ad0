#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which index is meant: a folder, or the default bank.
public enum IndexLocation: Sendable, Hashable {
  /// The index in this folder.
  case folder(String)
  /// The bank that travels inside the program.
  case defaultBank

  /// The name of the folder that is looked for from the current folder upward.
  public static let folderName = ".qsearch"
  /// The environment variable that names an index.
  public static let environmentVariable = "QSEARCH_INDEX"

  /// Where to look: `explicit`, else the environment variable, else the nearest `.qsearch` folder
  /// from the current folder upward, else the default bank.
  public static func find(explicit: String?) -> IndexLocation {
    if let folder = named(explicit: explicit) ?? nearest() { return .folder(folder) }
    return .defaultBank
  }

  /// Where to write: as `find`, but where no folder is there yet, `.qsearch` in the current one.
  public static func destination(explicit: String?) -> String {
    named(explicit: explicit) ?? nearest() ?? folderName
  }

  private static func named(explicit: String?) -> String? {
    if let explicit { return explicit }
    guard let value = getenv(environmentVariable) else { return nil }
    let path = String(cString: value)
    return path.isEmpty ? nil : path
  }

  /// The nearest folder of that name, as a path from the current folder.
  private static func nearest() -> String? {
    let depth = FilePath.currentFolder.split(separator: "/").count
    var path = folderName
    for _ in 0...depth {
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return path }
      path = "../" + path
    }
    return nil
  }
}
