#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Paths as text: absolute, relative to a folder, and back.
public enum FilePath {
  /// The current folder.
  static var currentFolder: String {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The absolute path, without links, of what exists, or nil.
  public static func real(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// Whether the path is that of a link, whatever it leads to.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether an absolute path is one below the folder `base`; both are without `.`, `..` and links.
  static func isInside(_ path: String, of base: String) -> Bool {
    let start = base == "/" ? base : base + "/"
    return path.utf8.starts(with: start.utf8) && path.utf8.count > start.utf8.count
  }

  /// The real path of the folder that holds `path`, which exists.
  static func parent(ofExisting path: String) -> String {
    // A real path has no slash at its end and none twice.
    guard let real = real(path), let slash = real.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return currentFolder
    }
    return slash == real.startIndex ? "/" : String(real[..<slash])
  }

  /// `path` as it is reached from the folder `base`, an absolute path. What does not exist is taken
  /// as it is written.
  static func relative(_ path: String, to base: String) -> String {
    guard let real = real(path) else { return path }
    return relative(absolute: real, to: base)
  }

  /// The way from the folder `base` to `path`; both are absolute and have no `.` or `..`.
  static func relative(absolute path: String, to base: String) -> String {
    if path.utf8.elementsEqual(base.utf8) { return "." }
    // Bytes, not characters: this is done for every hit that is shown.
    let slash = UInt8(ascii: "/")
    let target = Array(path.utf8)
    let start = base == "/" ? [] : Array(base.utf8)
    let limit = min(target.count, start.count)
    // Where the last component ends that both have.
    var shared = 0
    for place in 0...limit {
      let isEnd =
        (place == target.count || target[place] == slash)
        && (place == start.count || start[place] == slash)
      if isEnd { shared = place }
      guard place < limit, target[place] == start[place] else { break }
    }
    var way: [UInt8] = []
    for byte in start[shared...] where byte == slash { way += Array("../".utf8) }
    way += target[shared...].drop { $0 == slash }
    if way.last == slash { way.removeLast() }
    return way.isEmpty ? "." : String(decoding: way, as: UTF8.self)
  }

  /// A path that is kept relative to the folder `base` (absolute), as it is best written from the
  /// current folder `current` (absolute): relative, or absolute where that is shorter.
  static func shown(_ path: String, base: String, current: String) -> String {
    let absolute = path.hasPrefix("/") ? path : resolved(base + "/" + path)
    let way = relative(absolute: absolute, to: current)
    return way.utf8.count <= absolute.utf8.count ? way : absolute
  }

  /// A path that is kept relative to the folder `base` (absolute), as an absolute one.
  static func absolute(_ path: String, base: String) -> String {
    resolved(path.hasPrefix("/") ? path : base + "/" + path)
  }

  /// An absolute path without `.`, `..` and double slashes, as text.
  private static func resolved(_ path: String) -> String {
    var components: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      if component == ".." { _ = components.popLast() } else { components.append(component) }
    }
    return "/" + components.joined(separator: "/")
  }
}
