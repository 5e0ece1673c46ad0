/// The fixed numbers of every file; `Index/FORMAT.md` is the specification.
package enum FileLayout {
  /// The first byte is no text, and the line ends show a transfer that changed line ends.
  package static let magic: [UInt8] = [0x89, 0x51, 0x53, 0x58, 0x0D, 0x0A, 0x1A, 0x0A]
  /// The version that this program writes, and the newest that it reads.
  package static let version: UInt32 = 2
  /// The oldest version that this program reads.
  package static let oldestVersion: UInt32 = 2
  /// Bytes before the body.
  package static let headerLength = 40
  /// Where the header's own checksum stands; it covers what is before it.
  package static let headerChecksumOffset = 36
  /// Bytes that one checksum covers: small enough that a query checks little more than it reads,
  /// large enough that the list of checksums is a thousandth of the file.
  package static let pageLength = 4 * 1024
  /// Sections that a file has at the most.
  package static let sectionLimit = 64
  /// Bytes of one entry of the section table: name, offset, length.
  package static let sectionEntryLength = 24
}
