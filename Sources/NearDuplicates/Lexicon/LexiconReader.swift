import TextAnalysis

/// Reads a word list: lines, items in a line, words in an item as the hashes of their stems.
///
/// A list is analyzed in one go: that is what a process pays which compares its first pair.
struct LexiconReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var words: [Word] = []

  private struct Word {
    let start: Int
    let end: Int
    let hash: UInt64
  }

  init(_ list: StaticString) {
    bytes = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
    let session = AnalysisSession(.english)
    var tokens: [Token] = []
    session.analyze(bytes, into: &tokens)
    words.reserveCapacity(tokens.count)
    for (index, token) in tokens.enumerated() {
      // Compounds in parts.
      if index + 1 < tokens.count, tokens[index + 1].position == token.position { continue }
      let hash = session.withTermBytes(token.term) { TermHash.word($0) }
      words.append(Word(start: Int(token.start), end: Int(token.end), hash: hash))
    }
  }

  /// Calls the body with the bytes of every word and the hash of its stem.
  func forEachWord(_ body: (ArraySlice<UInt8>, UInt64) -> Void) {
    for word in words { body(Array(bytes[word.start..<word.end])[...], word.hash) }
  }

  /// Calls the body with the items of each line, which stand between separators.
  func forEachLine(_ separator: Unicode.Scalar, _ body: ([Item]) -> Void) {
    var word = 0
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      var items: [Item] = []
      var itemStart = start
      for place in start...index
      where place == index || bytes[place] == UInt8(ascii: separator) {
        items.append(item(itemStart..<place, &word))
        itemStart = place + 1
      }
      body(items)
      start = index + 1
    }
  }

  /// An item of a line: words, and the signs between them.
  struct Item {
    var words: [UInt64] = []
    var bytes: Slice<UnsafeBufferPointer<UInt8>>
    /// Behind how many words a sign stands.
    var gap: Int?
    /// Whether it begins with "^".
    var isAtStart = false
    /// Behind how many words the name of what follows ends.
    var nameEnd: Int?
  }

  private func item(_ range: Range<Int>, _ word: inout Int) -> Item {
    var item = Item(bytes: bytes[range])
    var place = range.lowerBound
    while place < range.upperBound {
      if word < words.count, words[word].start == place {
        item.words.append(words[word].hash)
        word += 1
      }
      switch bytes[place] {
      case UInt8(ascii: "*"): item.gap = item.words.count
      case UInt8(ascii: "^"): item.isAtStart = true
      case UInt8(ascii: ":"): item.nameEnd = item.words.count
      default: break
      }
      place += 1
    }
    return item
  }
}
