import IndexStorage

/// Walks a dictionary's terms in ascending order of their bytes.
struct TermCursor {
  private let dictionary: TermDictionaryReader
  private var block: Int
  private var walk: TermBlockWalk?
  /// The entry that the cursor stands at; nil before the first and behind the last.
  private(set) var entry: TermEntry?
  /// How many terms stand before it in the dictionary.
  private(set) var ordinal: Int

  /// Stands before the first term of a block.
  init(_ dictionary: TermDictionaryReader, block: Int) {
    self.dictionary = dictionary
    self.block = block
    ordinal = block * TermDictionaryLayout.blockLength - 1
  }

  /// The term that the cursor stands at, while there is an entry.
  var term: [UInt8] { walk?.term ?? [] }

  /// Goes to the next term; false behind the last.
  mutating func advance() throws(StorageError) -> Bool {
    ordinal += 1
    if let next = try walk?.next() {
      entry = next
      return true
    }
    walk = try dictionary.walkIfPresent(block: block)
    block += 1
    entry = try walk?.next()
    return entry != nil
  }
}
