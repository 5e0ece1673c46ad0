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
