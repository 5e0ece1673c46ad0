#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The calls of the system by which an index changes its folder and maps its files.
///
/// Each is what the system's function of that name does: a negative result (nil for `map`) leaves
/// its reason in `errno`. Tests put calls that fail in their place.
package protocol FileCalls: Sendable {
  /// Opens or makes a file; a descriptor.
  func open(_ path: String, _ flags: Int32) -> Int32
  /// Writes some of the bytes at an offset; how many.
  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int
  /// Brings a file or a folder's list of names to disk.
  func sync(_ descriptor: Int32) -> Int32
  /// Lets a descriptor go.
  func close(_ descriptor: Int32) -> Int32
  /// Gives a file another name, in place of the file that has it.
  func rename(_ path: String, to target: String) -> Int32
  /// Removes a name.
  func unlink(_ path: String) -> Int32
  /// Makes a folder.
  func makeFolder(_ path: String) -> Int32
  /// Maps a file for reading.
  func map(_ descriptor: Int32, length: Int) -> UnsafeMutableRawPointer?
}

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
