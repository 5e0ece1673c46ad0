/// A line or label that the items after it lean on, and how far it reaches.
struct LeadIn {
  var text: GrowingText
  var lines: Range<Int>
  /// The text it began with, as long as its words were not needed.
  private var firstText: ByteView?
  /// Subject words of the lead-in.
  private var words = StemSet()
  /// The first item after it, as long as its words were not needed.
  private var firstItem: ByteView?
  /// Subject words of the first item.
  private var firstWords = StemSet()
  private(set) var itemCount = 0
  private var expectsMore: Bool

  init(_ block: ListBlock) {
    text = GrowingText(block.text.text)
    lines = block.first..<(block.last + 1)
    firstText = block.text.text
    expectsMore = block.expectsMore
  }

  /// Whether a following line without a mark belongs to the lead-in.
  func absorbs(_ block: ListBlock) -> Bool {
    guard itemCount == 0 else { return false }
    return expectsMore || (!block.isBlankBefore && block.indent > 0)
  }

  /// Adds a line to the lead-in.
  mutating func absorb(_ text: ByteView, _ block: ListBlock, in arena: TextArena) {
    self.text.addLine(text, in: arena)
    lines = lines.lowerBound..<(block.last + 1)
    words.formUnion(ContentWords.of(block.text.text))
  }

  /// Whether an item is in the scope of the lead-in: the first one is, further ones while they
  /// speak of its subject or point back to it.
  ///
  /// A word shared with the first item alone weighs less than one shared with the lead-in, and an
  /// item that sets up a situation of its own needs more than a word. `scan` has its words.
  mutating func reaches(_ block: ListBlock, _ scan: inout WordScan) -> Bool {
    if itemCount == 0 { return true }
    if let text = firstText {
      let read = ContentWords.of(text)
      if words.isEmpty { words = read } else { words.formUnion(read) }
      firstText = nil
    }
    let isSituation = block.evidence.startsSituation
    if !isSituation, scan.shares(words) { return true }
    if let item = firstItem { firstWords = ContentWords.of(item) }
    firstItem = nil
    let (own, shared, sharedWithFirst) = scan.stemCounts(in: words, and: firstWords)
    if shared >= 2 || (shared == 1 && shared * 10 >= own * 3) { return true }
    if sharedWithFirst > 0, sharedWithFirst * 10 >= own * 3 { return true }
    return !isSituation && Dependence.leans(&scan)
  }

  /// Notes that an item was in scope.
  mutating func take(_ block: ListBlock) {
    if itemCount == 0 { firstItem = block.text.text }
    itemCount += 1
  }
}
