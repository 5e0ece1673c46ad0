#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of one file: mapped from disk, or held in memory where there is no disk to write to.
///
/// Immutable, so it may be shared between threads. Whoever replaces an index file writes a new one
/// and renames it: a mapped file is never changed in place.
public final class FileBytes: @unchecked Sendable {
  /// The file's path, for messages.
  public let path: String
  /// All bytes. Valid while this object lives.
  package let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  private init(path: String, bytes: UnsafeRawBufferPointer, isMapped: Bool) {
    self.path = path
    self.bytes = bytes
    self.isMapped = isMapped
  }

  /// Keeps a copy of `bytes` in memory under a name for messages.
  public convenience init(_ bytes: [UInt8], named name: String) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    self.init(path: name, bytes: UnsafeRawBufferPointer(copy), isMapped: false)
  }

  /// A copy of all bytes.
  package var array: [UInt8] { Array(bytes) }

  /// Maps the file at `path` for reading.
  public static func map(_ path: String) throws(StorageError) -> FileBytes {
    try map(path, calls: SystemCalls())
  }

  static func map(_ path: String, calls: any FileCalls) throws(StorageError) -> FileBytes {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let descriptor = calls.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
      throw .lastSystemError(path: path, operation: "open")
    }
    defer { _ = calls.close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .lastSystemError(path: path, operation: "read")
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign(path: path) }
    guard status.st_size > 0 else { return FileBytes([], named: path) }
    let length = Int(status.st_size)
    guard let start = calls.map(descriptor, length: length) else {
      throw .lastSystemError(path: path, operation: "map")
    }
    return FileBytes(
      path: path, bytes: UnsafeRawBufferPointer(start: start, count: length), isMapped: true)
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}

extension StorageError {
  /// The error that `errno` names, read at once.
  package static func lastSystemError(path: String, operation: String) -> StorageError {
    .system(path: path, operation: operation, reason: String(cString: strerror(errno)))
  }
}
