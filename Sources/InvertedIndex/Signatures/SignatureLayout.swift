import IndexStorage

/// The parts of a file of signatures; see `Index/FORMAT.md`.
enum SignatureLayout {
  static let shape: SectionName = "shape"
  static let values: SectionName = "values"
  /// The version of what is signed: which text of a document, and how it is analyzed.
  static let version: UInt8 = 1
  /// Values of a signature at the most.
  static let valueLimit = 1024
}
