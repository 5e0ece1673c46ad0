#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of one text file, held in memory and followed by zeros, so that eight bytes can be
/// loaded at any place of it.
///
/// The file is read, not mapped: a mapped file that another program cuts short ends the process.
final class TextBytes: @unchecked Sendable {
  /// Zero bytes behind the text.
  static let padding = 16
  /// The most bytes of a text: places in it fit 32 bits.
  static let sizeLimitInBytes = Int(UInt32.max) - padding

  /// The file's name, for messages.
  let file: String
  /// The first byte. Valid while this object lives; never written to after `init`.
  let base: UnsafePointer<UInt8>
  /// The number of bytes, without the zeros.
  let count: Int

  private init(file: String, adopting base: UnsafeMutablePointer<UInt8>, count: Int) {
    self.file = file
    self.base = UnsafePointer(base)
    self.count = count
  }

  /// A copy of `bytes`.
  convenience init(_ bytes: [UInt8], file: String) throws(EvaluationError) {
    guard bytes.count <= Self.sizeLimitInBytes else { throw Self.tooLarge(file) }
    let copy = Self.allocate(bytes.count)
    bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { copy.update(from: start, count: source.count) }
    }
    self.init(file: file, adopting: copy, count: bytes.count)
  }

  /// The bytes of the file at `path`, a regular one.
  convenience init(path: String) throws(EvaluationError) {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.systemError(path, "open") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.systemError(path, "read") }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(file: path, reason: "no regular file; name a file")
    }
    let size = Int(status.st_size)
    guard size <= Self.sizeLimitInBytes else { throw Self.tooLarge(path) }
    let buffer = Self.allocate(size)
    var count = 0
    // One byte more than the file had: reading it shows that the file grew.
    while count <= size {
      let got = read(descriptor, buffer + count, size + 1 - count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else {
        let error = Self.systemError(path, "read")
        buffer.deallocate()
        throw error
      }
      if got == 0 { break }
      count += got
    }
    guard count == size else {
      buffer.deallocate()
      throw .unreadable(file: path, reason: "changed while it was read; run again")
    }
    buffer[size] = 0
    self.init(file: path, adopting: buffer, count: size)
  }

  deinit { UnsafeMutablePointer(mutating: base).deallocate() }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: count + padding)
    (buffer + count).initialize(repeating: 0, count: padding)
    return buffer
  }

  private static func tooLarge(_ file: String) -> EvaluationError {
    .unreadable(file: file, reason: "has more than \(sizeLimitInBytes) bytes; divide it by queries")
  }

  private static func systemError(_ path: String, _ operation: String) -> EvaluationError {
    .unreadable(file: path, reason: "cannot \(operation) it: \(String(cString: strerror(errno)))")
  }

  /// The number of the line that holds the byte at `offset`, from 1. Counts line feeds.
  func line(at offset: Int) -> Int {
    var line = 1
    for index in 0..<min(offset, count) where base[index] == 0x0A { line += 1 }
    return line
  }

  /// The text of a column, invalid UTF-8 repaired.
  func text(_ column: TextColumn) -> String {
    String(
      decoding: UnsafeBufferPointer(start: base + column.start, count: column.length), as: UTF8.self
    )
  }

  /// The text of a column, or nil where it is not UTF-8.
  func validText(_ column: TextColumn) -> String? {
    String(
      validating: UnsafeBufferPointer(start: base + column.start, count: column.length),
      as: UTF8.self)
  }

  /// The beginning of a column, for a message.
  func brief(_ column: TextColumn) -> String {
    guard column.length > 80 else { return text(column) }
    return text(TextColumn(start: column.start, length: 80)) + "…"
  }

  /// An error about the line that holds the byte at `offset`.
  func malformed(at offset: Int, _ reason: String) -> EvaluationError {
    .malformed(file: file, line: line(at: offset), reason: reason)
  }
}
