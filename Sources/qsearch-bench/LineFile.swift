import IndexStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of lines that is read in parts, by several threads at once: nothing of it stays in
/// memory.
final class LineFile: Sendable {
  private let path: String
  private let descriptor: Int32
  /// All bytes.
  let length: Int

  private static let chunkLength = 1 << 18

  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StorageError.lastSystemError(path: path, operation: "open")
    }
    var status = stat()
    length = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// Divides the file into ranges of about the same length that begin where lines do.
  func ranges(_ count: Int) -> [Range<Int>] {
    var bounds = [0]
    for number in 1..<max(count, 1) {
      bounds.append(max(bounds[number - 1], lineStart(from: length * number / count)))
    }
    bounds.append(length)
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }

  /// The first line's start at or behind an offset.
  private func lineStart(from offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    var place = offset - 1
    var byte: UInt8 = 0
    while place < length, pread(descriptor, &byte, 1, off_t(place)) == 1 {
      place += 1
      if byte == UInt8(ascii: "\n") { return place }
    }
    return length
  }

  /// Calls `body` with each line of a range that begins where a line does, without its end.
  func forEachLine(
    in range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.chunkLength)
    defer { buffer.deallocate() }
    var offset = range.lowerBound
    var filled = 0
    while offset < range.upperBound || filled > 0 {
      let wanted = min(buffer.count - filled, range.upperBound - offset)
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + filled }, wanted, off_t(offset))
      guard count == wanted || count > 0 else {
        throw StorageError.lastSystemError(path: path, operation: "read")
      }
      offset += count
      filled += count
      var start = 0
      let base = UnsafePointer(buffer.baseAddress)
      while start < filled, let line = base.map({ $0 + start }) {
        let rest = filled - start
        guard let end = memchr(line, 0x0A, rest) else { break }
        let length = UnsafeRawPointer(end) - UnsafeRawPointer(line)
        try body(UnsafeBufferPointer(start: line, count: length))
        start += length + 1
      }
      if offset == range.upperBound, start < filled {
        try body(UnsafeBufferPointer(rebasing: buffer[start..<filled]))
        start = filled
      }
      if start == 0, filled == buffer.count {
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: buffer.count * 2)
        _ = larger.update(fromContentsOf: buffer)
        buffer.deallocate()
        buffer = larger
      } else if start > 0 {
        filled -= start
        if let base = buffer.baseAddress { memmove(base, base + start, filled) }
      }
    }
  }
}
