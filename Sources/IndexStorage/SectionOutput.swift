/// Where the sections of one file go, one behind the other.
package protocol SectionOutput: ~Copyable {
  /// Begins a section. Names must differ.
  mutating func begin(_ name: SectionName)

  /// Appends bytes to the section that was begun last.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError)
}
