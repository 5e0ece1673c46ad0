import QuestionSearch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard input as a bank or a file of queries, where a path is `-`.
enum StandardInput {
  /// The bank's name where none is given.
  static let bankName = "stdin"

  /// All bytes up to the end, as many as a file may have.
  static func read() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { raw in
        #if canImport(Darwin)
          Darwin.read(0, raw.baseAddress, raw.count)
        #elseif canImport(Musl)
          Musl.read(0, raw.baseAddress, raw.count)
        #else
          Glibc.read(0, raw.baseAddress, raw.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw BankError.unreadable(path: "-", reason: String(cString: strerror(errno)))
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= BankFinder.sizeLimitInBytes else {
        throw BankError.tooLarge(
          path: "-", bytes: bytes.count, limitInBytes: BankFinder.sizeLimitInBytes)
      }
    }
  }
}
