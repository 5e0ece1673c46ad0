/// Constants of the term dictionary; see `Index/FORMAT.md`, "terms".
enum TermDictionaryLayout {
  /// Terms in a block. A look-up decodes half a block on average: 16 keeps that under a
  /// microsecond, while the first terms in full cost about a byte a term.
  static let blockLength = 16
  /// Bytes of one block's entry in the section `termidx`: key end, block offset.
  static let indexEntryLength = 8
}
