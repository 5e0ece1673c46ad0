/// Documents of a segment that belong together, such as those of one source file: they were added
/// together and are replaced together.
package struct DocumentGroup: Sendable, Hashable {
  /// What the caller named it; groups of an index differ in their names.
  package let name: [UInt8]
  /// Its documents' numbers within the segment.
  package let documents: Range<Int>

  package init(name: [UInt8], documents: Range<Int>) {
    self.name = name
    self.documents = documents
  }
}
