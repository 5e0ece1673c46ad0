#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why nothing more can be written to standard output.
enum OutputError: Error {
  /// The reader has closed the pipe.
  case readerGone
  /// A full disk, a closed stream: the system's words.
  case failed(String)
}

/// Standard output: gathers what is written and passes it on in large pieces.
struct Output {
  private static let pieceLength = 64 * 1024
  private var buffer: [UInt8] = []

  /// Writes text as it is; nothing from a bank comes here before `Sanitizer` has seen it.
  mutating func write(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.pieceLength { try flush() }
  }

  /// Writes bytes that are UTF-8 already.
  mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.pieceLength { try flush() }
  }

  /// Passes on what was gathered.
  mutating func flush() throws(OutputError) {
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes { raw in
        #if canImport(Darwin)
          Darwin.write(1, raw.baseAddress.map { $0 + written }, raw.count - written)
        #elseif canImport(Musl)
          Musl.write(1, raw.baseAddress.map { $0 + written }, raw.count - written)
        #else
          Glibc.write(1, raw.baseAddress.map { $0 + written }, raw.count - written)
        #endif
      }
      if step < 0, errno == EINTR { continue }
      if step < 0, errno == EAGAIN || errno == EWOULDBLOCK {
        // Another program made its end of the pipe so: wait until there is room.
        var descriptor = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
        _ = poll(&descriptor, 1, -1)
        continue
      }
      if step < 0, errno == EPIPE { throw .readerGone }
      guard step > 0 else { throw .failed(String(cString: strerror(errno))) }
      written += step
    }
  }
}

/// Standard error: one line a message, without control characters. That it cannot be written to is
/// nothing that could be said anywhere.
enum Messages {
  /// Writes a message on one line.
  static func write(_ message: String) { raw(Sanitizer.oneLine(message) + "\n") }

  /// Writes a page of our own, several lines.
  static func lines(_ page: String) { raw(page + "\n") }

  /// Writes text of our own as it is: the progress bar.
  static func raw(_ text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { raw in
      #if canImport(Darwin)
        _ = Darwin.write(2, raw.baseAddress, raw.count)
      #elseif canImport(Musl)
        _ = Musl.write(2, raw.baseAddress, raw.count)
      #else
        _ = Glibc.write(2, raw.baseAddress, raw.count)
      #endif
    }
  }
}
