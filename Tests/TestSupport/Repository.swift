import Foundation

/// Where the tests find the repository and the data beside it.
public enum Repository {
  /// The folder of `Package.swift`.
  public static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The folder of shared data: `QSEARCH_SHARED`, else `shared` beside the checkout. Nil where it is
  /// absent; tests that need it are then skipped.
  public static let shared: String? = {
    let named = ProcessInfo.processInfo.environment["QSEARCH_SHARED"]
    let path =
      named
      ?? URL(fileURLWithPath: root).deletingLastPathComponent()
      .appendingPathComponent("shared").path
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? path : nil
  }()
}
