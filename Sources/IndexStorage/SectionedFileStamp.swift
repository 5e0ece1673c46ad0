/// A file that was written: its name, its length and the hash of its content.
package struct SectionedFileStamp: Sendable, Hashable {
  /// The name within the folder.
  package let name: String
  /// All bytes.
  package let length: Int
  /// What `SectionedFile.contentHash` gives.
  package let contentHash: UInt64
}
