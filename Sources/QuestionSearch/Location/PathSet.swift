/// Absolute paths of files and folders, and whether something stands below one of them.
struct PathSet {
  private var paths: Set<[UInt8]> = []

  init(_ paths: some Sequence<String> = []) { for path in paths { insert(path) } }

  mutating func insert(_ path: String) { paths.insert(Array(path.utf8)) }

  /// Whether a path is one of the set or stands below one. Cost: the path's length times its depth.
  func holds(_ path: String) -> Bool {
    guard !paths.isEmpty else { return false }
    var path = Array(path.utf8)
    while !path.isEmpty {
      if paths.contains(path) { return true }
      guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { break }
      path.removeSubrange(slash...)
    }
    return paths.contains([UInt8(ascii: "/")])
  }
}
