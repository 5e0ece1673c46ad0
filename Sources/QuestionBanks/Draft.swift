/// The reading of a file while conventions fill it: items, and the part that every line plays.
struct Draft {
  /// One item as a convention reads it; sections and ids are added at the end.
  ///
  /// It is kept small and refers to nothing that is counted, so that many are copied quickly.
  struct Item {
    var kind: EntryKind
    var difficulty: Difficulty?
    /// The place in the registry of the convention that read it; the draft sets it.
    fileprivate(set) var convention: UInt8 = 0
    private var lines: LineSpan
    var text: GrowingText
    var context: ByteView?
    var hint: GrowingText?
    var answer: Answer?
    /// The beginning of the answer, where it stands in the lines of the item itself.
    var answerHead: ByteView?
    var origin: ByteView?
    /// The places of its tags in ``Draft/tags``.
    fileprivate(set) var tags = LineSpan(0, 0)

    /// The lines of the question, 0-based, inclusive.
    var first: Int { Int(lines.start) }
    var last: Int {
      get { Int(lines.end) }
      set { lines.end = UInt32(clamping: newValue) }
    }

    init(
      first: Int, last: Int, kind: EntryKind, text: GrowingText, difficulty: Difficulty? = nil,
      context: ByteView? = nil, hint: GrowingText? = nil, answer: Answer? = nil,
      origin: ByteView? = nil
    ) {
      lines = LineSpan(first, last)
      self.kind = kind
      self.text = text
      self.difficulty = difficulty
      self.context = context
      self.hint = hint
      self.answer = answer
      self.origin = origin
    }
  }

  /// An answer: whole lines, cleaned at the end, or a text that was cut out of a line.
  enum Answer {
    case lines(LineSpan)
    case text(ByteView, LineSpan)
    /// A range of bytes of one line, cleaned at the end.
    case cell(LineSpan, LineSpan)
  }

  /// The part that a line plays. 8 bytes, so that the table stays smaller than the file.
  struct Part: Equatable {
    var role: BlockAccount.Role = .none
    var reason: Reason = .none
    var isClaimed = false
    var item: Int32 = -1
  }

  var items: [Item] = []
  /// The tags of all items.
  private(set) var tags: [ByteView] = []
  /// The place in the registry of the convention that reads.
  private var convention: UInt8 = 0
  private(set) var parts: [Part]
  /// Changes whenever lines are claimed.
  private(set) var revision = 0
  /// What conventions know of the document.
  let memo = ReadingMemo()

  init(lineCount: Int) {
    parts = [Part](repeating: Part(), count: lineCount)
  }

  /// Lets a convention read the free lines.
  mutating func read(_ document: Document, by reader: any Convention.Type) {
    let place = ConventionRegistry.all.firstIndex { $0 == reader } ?? 0
    convention = UInt8(clamping: place)
    reader.read(document, into: &self)
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
  mutating func add(_ item: Item, tags: [ByteView] = []) -> Int {
    items.append(item)
    items[items.count - 1].convention = convention
    if !tags.isEmpty {
      items[items.count - 1].tags = LineSpan(self.tags.count, self.tags.count + tags.count)
      self.tags += tags
    }
    claim(item.first..<(item.last + 1), .item, item: items.count - 1)
    return items.count - 1
  }

  /// Puts an item in the place of another and claims its lines.
  mutating func replace(_ index: Int, with item: Item) {
    items[index] = item
    items[index].convention = convention
    claim(item.first..<(item.last + 1), .item, item: index)
  }
}
