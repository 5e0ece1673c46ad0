#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few questions that finding and loading ask of the file system, by the C library.
enum FileSystem {
  /// What a path leads to, symbolic links followed.
  struct Status: Equatable {
    enum Kind: Equatable { case file, folder, other }
    var kind: Kind
    var device: UInt64
    var inode: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int
    var changeSeconds: Int
    var changeNanoseconds: Int

    init(_ raw: stat) {
      let type = UInt32(raw.st_mode) & UInt32(S_IFMT)
      kind = type == UInt32(S_IFREG) ? .file : type == UInt32(S_IFDIR) ? .folder : .other
      device = UInt64(truncatingIfNeeded: raw.st_dev)
      inode = UInt64(truncatingIfNeeded: raw.st_ino)
      size = Int(clamping: raw.st_size)
      #if canImport(Darwin)
        seconds = Int(clamping: raw.st_mtimespec.tv_sec)
        nanoseconds = Int(clamping: raw.st_mtimespec.tv_nsec)
        changeSeconds = Int(clamping: raw.st_ctimespec.tv_sec)
        changeNanoseconds = Int(clamping: raw.st_ctimespec.tv_nsec)
      #else
        seconds = Int(clamping: raw.st_mtim.tv_sec)
        nanoseconds = Int(clamping: raw.st_mtim.tv_nsec)
        changeSeconds = Int(clamping: raw.st_ctim.tv_sec)
        changeNanoseconds = Int(clamping: raw.st_ctim.tv_nsec)
      #endif
    }
  }

  /// The status of a path, or the error's number.
  static func status(_ path: String) -> Result<Status, SystemError> {
    var raw = stat()
    return stat(path, &raw) == 0 ? .success(Status(raw)) : .failure(SystemError(number: errno))
  }

  /// Whether a path is a symbolic link.
  static func isLink(_ path: String) -> Bool {
    var raw = stat()
    return lstat(path, &raw) == 0 && UInt32(raw.st_mode) & UInt32(S_IFMT) == UInt32(S_IFLNK)
  }

  /// The status of an open file.
  static func status(ofDescriptor descriptor: Int32) -> Result<Status, SystemError> {
    var raw = stat()
    return fstat(descriptor, &raw) == 0
      ? .success(Status(raw)) : .failure(SystemError(number: errno))
  }

  /// Names in a folder without `.` and `..`, in bytewise order.
  static func names(in path: String) -> Result<[String], SystemError> {
    guard let folder = opendir(path) else { return .failure(SystemError(number: errno)) }
    defer { closedir(folder) }
    var names: [String] = []
    while let item = readdir(folder) {
      let name = withUnsafePointer(to: &item.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee))
        {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return .success(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  /// The absolute path without links, or `nil` where there is none.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// An error of the C library by its number.
struct SystemError: Error {
  var number: Int32
  /// The library's own words.
  var reason: String { String(cString: strerror(number)) }
  /// Whether nothing is there, or a part of the path is no folder.
  var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  /// Whether links lead to each other.
  var isLoop: Bool { number == ELOOP }
}
