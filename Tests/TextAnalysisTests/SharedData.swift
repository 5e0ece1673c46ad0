import Foundation

/// The files that the project's checks read where they are present: `QSEARCH_SHARED`, or the folder
/// `shared` beside the checkout.
enum SharedData {
  static let folder: URL? = {
    let environment = ProcessInfo.processInfo.environment
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared")
    let url = environment["QSEARCH_SHARED"].map { URL(fileURLWithPath: $0) } ?? beside
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }()

  static func has(_ path: String) -> Bool {
    folder.map { FileManager.default.fileExists(atPath: $0.appendingPathComponent(path).path) }
      ?? false
  }

  static func text(_ path: String) throws -> String {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// The two columns of each line of a tab-separated file.
  static func pairs(_ path: String) throws -> [(String, String)] {
    try text(path).split(separator: "\n").compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      return columns.count == 2 ? (String(columns[0]), String(columns[1])) : nil
    }
  }
}
