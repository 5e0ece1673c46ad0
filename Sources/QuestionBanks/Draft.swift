/// The reading of a file while conventions fill it: items, and the part that every line plays.
struct Draft {
  /// One item as a convention reads it; sections and ids are added at the end.
  struct Item {
    var first: Int
    var last: Int
    var kind: EntryKind
    var text: GrowingText
    var convention: String
    var difficulty: Difficulty?
    var context: ByteView?
    var hint: GrowingText?
    var answer: Answer?
    /// The beginning of the answer, where it stands in the lines of the item itself.
    var answerHead: ByteView?
    var tags: [ByteView] = []
    var origin: ByteView?
  }

  /// An answer: whole lines, cleaned at the end, or a text that was cut out of a line.
  enum Answer {
    case lines(Range<Int>)
    case text(ByteView, Range<Int>)
    /// A range of bytes of one line, cleaned at the end.
    case cell(Range<Int>, Range<Int>)
  }

  /// The part that a line plays. 8 bytes, so that the table stays smaller than the file.
  struct Part {
    var role: BlockAccount.Role = .none
    var reason: Reason = .none
    var isClaimed = false
    var item: Int32 = -1
  }

  var items: [Item] = []
  private(set) var parts: [Part]
  /// Changes whenever lines are claimed.
  private(set) var revision = 0
  /// What conventions know of the document.
  let memo = ReadingMemo()

  init(lineCount: Int) {
    parts = [Part](repeating: Part(), count: lineCount)
  }

  /// Whether no convention has taken the line.
  func isFree(_ line: Int) -> Bool { !parts[line].isClaimed }

  /// Gives lines a part; the number of the item, where they belong to one.
  mutating func claim(
    _ lines: Range<Int>, _ role: BlockAccount.Role, item: Int? = nil, reason: Reason = .none
  ) {
    revision += 1
    for line in lines where line < parts.count {
      parts[line] = Part(
        role: role, reason: reason, isClaimed: true, item: item.map { Int32(clamping: $0) } ?? -1)
    }
  }

  /// Says why a line is no item, without taking it from other conventions.
  mutating func explain(_ line: Int, _ reason: Reason) {
    if !parts[line].isClaimed { parts[line].reason = reason }
  }

  /// Adds an item and claims its lines.
  @discardableResult
  mutating func add(_ item: Item) -> Int {
    items.append(item)
    claim(item.first..<(item.last + 1), .item, item: items.count - 1)
    return items.count - 1
  }
}
