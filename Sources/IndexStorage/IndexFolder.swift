#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that holds an index: its files are made visible whole or not at all.
public struct IndexFolder: Sendable, Hashable {
  /// The folder's path.
  public let path: String
  /// By what it is changed and read.
  package let calls: any FileCalls
  /// The permissions that new files get; nil: those that the system gives.
  let mode: mode_t?

  /// Names a folder; nothing is opened.
  public init(path: String) { self.init(path: path, calls: SystemCalls()) }

  /// Names a folder that is changed and read by other calls than the system's.
  package init(path: String, calls: any FileCalls) { self.init(path, calls, mode: nil) }

  init(_ path: String, _ calls: any FileCalls, mode: mode_t?) {
    self.path = path
    self.calls = calls
    self.mode = mode
  }

  /// Two values mean the same folder if their paths are spelled the same.
  public static func == (left: IndexFolder, right: IndexFolder) -> Bool { left.path == right.path }

  /// Takes the path in.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }

  /// How the names of files begin that are being written; one that stays was left by a dead writer.
  package static let temporaryPrefix = ".tmp-"

  /// The path of a file in the folder.
  public func path(of name: String) -> String {
    path.hasSuffix("/") ? path + name : path + "/" + name
  }

  /// Makes the folder and those above it, as far as they do not exist.
  public func create() throws(StorageError) {
    var prefix = ""
    for component in path.split(separator: "/", omittingEmptySubsequences: false) {
      prefix += component
      if !prefix.isEmpty, calls.makeFolder(prefix) != 0, errno != EEXIST {
        // A folder above may be one that we may not write to but that exists (EACCES, EROFS).
        let error = StorageError.lastSystemError(path: prefix, operation: "make the folder")
        guard IndexFolder(path: prefix).exists else { throw error }
      }
      prefix += "/"
    }
    guard exists else {
      throw .system(path: path, operation: "make the folder", reason: "a file is in its place")
    }
  }

  /// Whether the folder exists.
  public var exists: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether something has that name in the folder. That the system does not let one look is an
  /// error: nobody should take it for a folder without one.
  package func has(_ name: String) throws(StorageError) -> Bool {
    var status = stat()
    if lstat(path(of: name), &status) == 0 { return true }
    guard errno == ENOENT || errno == ENOTDIR else {
      throw .lastSystemError(path: path(of: name), operation: "look for it")
    }
    return false
  }

  /// Writes a file under a temporary name, brings it to disk, and renames it to `name`: a reader
  /// sees the old file or the whole new one, also after a loss of power.
  public func write(_ bytes: [UInt8], to name: String) throws(StorageError) {
    try write(bytes, to: path(of: name), temporaryName: Self.temporaryName(name), mode: mode)
  }

  private func write(
    _ bytes: [UInt8], to target: String, temporaryName: String, mode: mode_t?
  ) throws(StorageError) {
    let file = try OutputFile(path(of: temporaryName), calls: calls, mode: mode)
    do throws(StorageError) {
      try bytes.withUnsafeBufferPointer { bytes throws(StorageError) in
        try file.write(UnsafeRawBufferPointer(bytes), at: 0)
      }
      try file.sync()
      try file.rename(to: target)
      try syncNames()
    } catch {
      file.unlinkNow()
      throw error
    }
  }

  /// Maps a file of the folder for reading.
  package func map(_ name: String) throws(StorageError) -> FileBytes {
    try FileBytes.map(path(of: name), calls: calls)
  }

  /// Whether a name is that of a file that a writer of `name` left unfinished.
  package static func isTemporary(_ candidate: String, of name: (String) -> Bool) -> Bool {
    guard candidate.hasPrefix(temporaryPrefix) else { return false }
    let rest = candidate.dropFirst(temporaryPrefix.count)
    let number = rest.prefix { $0.isASCII && $0.isNumber }
    return !number.isEmpty && rest.dropFirst(number.count).first == "-"
      && name(String(rest.dropFirst(number.count + 1)))
  }

  /// Writes a file of the user's at any path: a regular file whole or not at all, through links to
  /// where they lead; a pipe or device as it is. Errors name `path`.
  public static func replaceFile(_ path: String, by bytes: [UInt8]) throws(StorageError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    let type = status.st_mode & S_IFMT
    do throws(StorageError) {
      if exists, type != S_IFREG, type != S_IFDIR {
        try writeAsItIs(bytes, to: path)
        return
      }
      var target = path
      if exists, let real = realpath(path, nil) {
        target = String(cString: real)
        free(real)
      } else if lstat(path, &status) == 0 {
        throw .system(path: path, operation: "write", reason: "it is a link to nothing")
      }
      let components = target.split(separator: "/", omittingEmptySubsequences: false)
      let parent = components.dropLast().joined(separator: "/")
      let folder = parent.isEmpty ? (target.hasPrefix("/") ? "/" : ".") : parent
      try IndexFolder(path: folder).write(
        bytes, to: target, temporaryName: "\(temporaryPrefix)\(getpid())",
        mode: exists ? status.st_mode & 0o7777 : nil)
    } catch {
      guard case .system(_, let operation, let reason) = error else { throw error }
      throw .system(path: path, operation: operation, reason: reason)
    }
  }

  /// Names of the folder's entries, sorted bytewise; none if it cannot be read.
  public func names() -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a file of the folder; that it is gone already is no error.
  public func remove(_ name: String) throws(StorageError) {
    guard calls.unlink(path(of: name)) == 0 || errno == ENOENT else {
      throw .lastSystemError(path: path(of: name), operation: "remove")
    }
  }

  /// Writes into a pipe or device.
  private static func writeAsItIs(_ bytes: [UInt8], to path: String) throws(StorageError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastSystemError(path: path, operation: "write") }
    var isClosed = false
    defer { if !isClosed { close(descriptor) } }
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes { raw in
        #if canImport(Darwin)
          Darwin.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
        #elseif canImport(Musl)
          Musl.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
        #else
          Glibc.write(descriptor, raw.baseAddress.map { $0 + written }, raw.count - written)
        #endif
      }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { throw .lastSystemError(path: path, operation: "write") }
      written += step
    }
    isClosed = true
    guard close(descriptor) == 0 else { throw .lastSystemError(path: path, operation: "write") }
  }
}
