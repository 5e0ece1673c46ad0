#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to write an index: one process at a time has it, and it ends with the process.
///
/// An advisory lock (`flock`) on the file `lock` in the folder. The system drops it when its holder
/// dies, so that none is ever stale; the file itself stays. It holds the holder's process number,
/// for messages.
public struct WriterLock: ~Copyable {
  /// The lock file's name within an index folder.
  package static let fileName = "lock"
  private let descriptor: Int32

  /// Takes the lock, or throws `StorageError.locked` at once.
  public init(_ folder: IndexFolder) throws(StorageError) {
    descriptor = try Self.acquire(folder)
  }

  // An empty file: the folders of equal indexes are then equal to the last byte.
  deinit {
    _ = ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static let unknownHolder = "another process"

  private static func acquire(_ folder: IndexFolder) throws(StorageError) -> Int32 {
    let path = folder.path(of: fileName)
    // A link could lead to a file of the user's, which the note below would overwrite.
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      // A link, a folder, a pipe that nobody reads.
      if [ELOOP, EISDIR, ENXIO].contains(errno) { throw .inTheWay(path: path) }
      throw .lastSystemError(path: path, operation: "write")
    }
    guard isLockFile(descriptor) else {
      close(descriptor)
      throw .inTheWay(path: path)
    }
    var attempts = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let isTaken = errno == EWOULDBLOCK
      let failure = StorageError.lastSystemError(path: path, operation: "lock")
      let holder = holder(descriptor)
      attempts += 1
      // A note that was emptied: the holder has let go. A process that it started may have the
      // descriptor for a moment yet, until it has become another program.
      if isTaken, holder == unknownHolder, attempts <= 40 {
        usleep(5000)
        continue
      }
      close(descriptor)
      throw isTaken ? .locked(path: folder.path, holder: holder) : failure
    }
    let note = "\(getpid())\n"
    // For messages alone: a lock whose note could not be written is a lock.
    _ = ftruncate(descriptor, 0)
    _ = note.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    return descriptor
  }

  /// Whether something else has the lock's name, so that no writer can take it.
  package static func isObstructed(in folder: IndexFolder) -> Bool {
    let descriptor = open(
      folder.path(of: fileName), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return errno == ELOOP }
    defer { close(descriptor) }
    return !isLockFile(descriptor)
  }

  /// Whether a file is what a writer leaves: a plain file without other names that is empty or
  /// holds a process number.
  private static func isLockFile(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_nlink == 1, status.st_size <= 32
    else { return false }
    var buffer = [UInt8](repeating: 0, count: 32)
    let length = max(pread(descriptor, &buffer, buffer.count, 0), 0)
    return buffer.prefix(length).allSatisfy { (0x30...0x39).contains($0) || $0 == 0x0A }
  }

  private static func holder(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 32)
    let length = pread(descriptor, &buffer, buffer.count, 0)
    let digits = buffer.prefix(max(length, 0)).prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return unknownHolder }
    let number = String(decoding: digits, as: UTF8.self)
    return "process " + number + (name(ofProcess: number).map { " (\($0))" } ?? "")
  }

  /// The name of a process, where the system tells it in a file.
  private static func name(ofProcess number: String) -> String? {
    let descriptor = open("/proc/\(number)/comm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 64)
    let length = read(descriptor, &buffer, buffer.count)
    let name = buffer.prefix(max(length, 0)).prefix { $0 > 0x20 && $0 < 0x7F }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
