#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension BankFinder {
  /// The most bytes that a file may have: 256 MiB. Reading one into an index takes up to fourteen
  /// times its bytes of memory, where it is one line, and some eight times otherwise.
  public static let sizeLimitInBytes = 256 << 20

  /// The bytes of the file at `path`, in one allocation of its size.
  ///
  /// Throws when there is no file, it cannot be read, it is a folder, it has more than
  /// ``sizeLimitInBytes`` bytes, or its size or time of change differ before and after reading.
  public static func load(_ path: String) throws(BankError) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let error = SystemError(number: errno)
      throw error.isMissing ? .missing(path: path) : .unreadable(path: path, reason: error.reason)
    }
    defer { close(descriptor) }
    let before = try regularStatus(descriptor, path)
    let bytes = try readAll(descriptor, size: before.size, path: path)
    guard try regularStatus(descriptor, path) == before, bytes.count == before.size else {
      throw BankError.changedWhileRead(path: path)
    }
    return bytes
  }

  private static func regularStatus(
    _ descriptor: Int32, _ path: String
  ) throws(BankError) -> FileSystem.Status {
    switch FileSystem.status(ofDescriptor: descriptor) {
    case .failure(let error):
      throw BankError.unreadable(path: path, reason: error.reason)
    case .success(let status):
      switch status.kind {
      case .folder: throw BankError.isFolder(path: path)
      case .other: throw BankError.notRegular(path: path)
      case .file: break
      }
      guard status.size <= sizeLimitInBytes else {
        throw BankError.tooLarge(path: path, bytes: status.size, limitInBytes: sizeLimitInBytes)
      }
      return status
    }
  }

  private static func readAll(
    _ descriptor: Int32, size: Int, path: String
  ) throws(BankError) -> [UInt8] {
    var failure: SystemError?
    // One byte more than the file had: reading it shows that the file grew.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < size + 1 {
        guard let base = buffer.baseAddress else { return }
        let got = read(descriptor, base + count, size + 1 - count)
        if got == 0 { return }
        if got < 0 {
          if errno == EINTR { continue }
          failure = SystemError(number: errno)
          return
        }
        count += got
      }
    }
    if let failure { throw BankError.unreadable(path: path, reason: failure.reason) }
    return bytes
  }
}
