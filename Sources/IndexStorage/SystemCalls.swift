#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system itself.
package struct SystemCalls: FileCalls {
  /// Nothing is opened.
  package init() {}

  package func open(_ path: String, _ flags: Int32) -> Int32 { openFile(path, flags, 0o666) }

  package func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) -> Int {
    pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
  }

  package func sync(_ descriptor: Int32) -> Int32 { fsync(descriptor) }

  package func close(_ descriptor: Int32) -> Int32 { closeFile(descriptor) }

  package func rename(_ path: String, to target: String) -> Int32 { renameFile(path, target) }

  package func unlink(_ path: String) -> Int32 { unlinkFile(path) }

  package func makeFolder(_ path: String) -> Int32 { mkdir(path, 0o777) }

  package func map(_ descriptor: Int32, length: Int) -> UnsafeMutableRawPointer? {
    let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0)
    return start == MAP_FAILED ? nil : start
  }
}

// The functions of the library have the names of the methods above, which would be meant inside.
private let openFile: @Sendable (String, Int32, mode_t) -> Int32 = { open($0, $1, $2) }
private let closeFile: @Sendable (Int32) -> Int32 = { close($0) }
private let renameFile: @Sendable (String, String) -> Int32 = { rename($0, $1) }
private let unlinkFile: @Sendable (String) -> Int32 = { unlink($0) }
