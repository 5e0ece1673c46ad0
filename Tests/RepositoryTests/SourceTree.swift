import Foundation
import TestSupport

/// The repository's own files, as text.
enum SourceTree {
  struct File: Sendable {
    /// The path from the repository's root.
    let path: String
    let lines: [Substring]

    var name: Substring { path.split(separator: "/").last ?? "" }
    var isGenerated: Bool { path.hasSuffix(".generated.swift") }
  }

  /// Files below a folder with one of some suffixes, sorted by path; hidden folders left out.
  static func files(_ folder: String, suffixes: [String]) -> [File] {
    let root = URL(fileURLWithPath: Repository.root)
    let start = root.appendingPathComponent(folder)
    guard
      let walk = FileManager.default.enumerator(
        at: start, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    else { return [] }
    var files: [File] = []
    for case let url as URL in walk where suffixes.contains(url.pathExtension) {
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
      let path = String(url.path.dropFirst(root.path.count + 1))
      files.append(
        File(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false)))
    }
    return files.sorted { $0.path < $1.path }
  }

  static let sources = files("Sources", suffixes: ["swift"])
  static let tests = files("Tests", suffixes: ["swift"])

  /// The text of a file, or nothing.
  static func text(_ path: String) -> String {
    (try? String(contentsOfFile: Repository.root + "/" + path, encoding: .utf8)) ?? ""
  }
}
