/// A line or label that the items after it lean on, and how far it reaches.
struct LeadIn {
  var text: GrowingText
  var lines: Range<Int>
  /// Subject words of the lead-in, and of the first item after it.
  private(set) var words: StemSet
  private var firstWords = StemSet()
  private(set) var itemCount = 0
  private var expectsMore: Bool

  init(_ block: ListBlock, _ scan: WordScan) {
    text = GrowingText(block.text.text)
    lines = block.first..<(block.last + 1)
    scan.begin(block.text.text)
    words = scan.allStems()
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
  func reaches(_ block: ListBlock, _ scan: WordScan) -> Bool {
    if itemCount == 0 { return true }
    let own = scan.allStems()
    let shared = own.sharedCount(words)
    let isMuch = shared >= 2 || shared * 10 >= own.count * 3
    let isSituation = block.evidence.startsSituation
    if shared > 0, isMuch || !isSituation { return true }
    let sharedWithFirst = own.sharedCount(firstWords)
    if sharedWithFirst > 0, sharedWithFirst * 10 >= own.count * 3 { return true }
    return !isSituation && Dependence.leans(scan)
  }

  /// Notes that an item was in scope.
  mutating func take(_ scan: WordScan) {
    if itemCount == 0 { firstWords = scan.allStems() }
    itemCount += 1
  }
}
