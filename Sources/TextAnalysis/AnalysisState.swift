/// The working parts of a session, and the loop that finds words.
///
/// The loop knows bytes alone. A run of ASCII letters and digits between separators is looked up in
/// the memory as it stands; what has other bytes in it is looked up as a whole, up to the next
/// separator. Only what is not remembered is analyzed scalar by scalar. What comes of such a run
/// depends on its bytes alone, so the memory never changes a result.
struct AnalysisState: ~Copyable {
  let kind: Analyzer.Kind
  var vocabulary = Vocabulary()
  var memory = WordMemory()
  var tokens = TokenBuffer()
  /// The position of the next word.
  var position: UInt32 = 0
  /// Room for the term being made.
  let scratch: UnsafeMutablePointer<UInt8>
  /// The word being read, and the whole of the compound that it belongs to.
  var segment = SegmentBuffer()
  let joined: UnsafeMutablePointer<UInt8>
  private let classes: UnsafeMutablePointer<UInt8>

  /// The room for a term in bytes: the longest one and some to spare for what a scalar folds to.
  static let scratchSize = 512

  init(_ kind: Analyzer.Kind) {
    self.kind = kind
    classes = ByteClass.table(for: kind)
    scratch = .allocate(capacity: Self.scratchSize)
    joined = .allocate(capacity: Self.scratchSize)
  }

  deinit {
    classes.deallocate()
    scratch.deallocate()
    joined.deallocate()
  }

  /// Analyzes a text, or what of it a filter does not pass over; the tokens are in `tokens`
  /// afterwards.
  mutating func analyze(
    _ utf8: UnsafeBufferPointer<UInt8>, filter: TermSelection.Filter? = nil
  ) {
    position = 0
    tokens.truncate(to: 0)
    guard let text = utf8.baseAddress else { return }
    var count = utf8.count
    if count > Int(UInt32.max) {
      count = Int(UInt32.max)
      while count > 0, text[count] & 0xC0 == 0x80 { count -= 1 }
    }
    if let filter { scan(text, count, filter: filter) } else { scan(text, count, filter: nil) }
  }

  /// Compiled twice: without a filter, a loop that asks for none.
  @inline(__always)
  private mutating func scan(
    _ text: UnsafePointer<UInt8>, _ count: Int, filter: TermSelection.Filter?
  ) {
    let classes = classes
    var i = 0
    while i < count {
      let first = classes[Int(text[i])]
      if first == ByteClass.separator || first == ByteClass.connector {
        guard first == ByteClass.connector, beginsDotNet(text, i, count) else {
          i &+= 1
          continue
        }
      }
      if let filter, let end = filter.wordEnd(text, i, count),
        end == count || classes[Int(text[end])] == ByteClass.separator
      {
        position &+= 1
        i = end
        continue
      }
      let start = i
      i = wordEnd(text, i, count)
      if i < count, classes[Int(text[i])] != ByteClass.separator {
        if i == start || binds(text, i, count, i &- start) { i = runEnd(text, i, count) }
      } else if i &- start == 1, i < count {
        if text[i] == UInt8(ascii: "(") {
          emitOrder(text, start, count)
        } else if text[i] == UInt8(ascii: " ") {
          emitLetterName(text, start, count)
        }
      }
      take(text, start, i, count, filter)
    }
  }

  /// The end of the run of word bytes at an index: eight bytes at a time while they last.
  @inline(__always)
  private func wordEnd(_ text: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    let raw = UnsafeRawPointer(text)
    var i = start
    while i &+ 8 <= count {
      let bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      let stops = kind == .plain ? ByteClass.blanks(in: bytes) : ByteClass.symbols(in: bytes)
      i &+= stops.trailingZeroBitCount &>> 3
      if stops != 0 { break }
    }
    while i < count, classes[Int(text[i])] == ByteClass.word { i &+= 1 }
    return i
  }

  /// Whether a point at an index may begin `.NET`.
  private func beginsDotNet(_ text: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> Bool {
    text[index] == UInt8(ascii: ".") && index &+ 1 < count
      && text[index &+ 1] | 32 == UInt8(ascii: "n")
  }

  /// Whether the byte after a word of ASCII letters and digits, which is no separator, may join it
  /// to something else. It may say yes too often, at the cost of time alone.
  @inline(__always)
  private func binds(
    _ text: UnsafePointer<UInt8>, _ index: Int, _ count: Int, _ length: Int
  ) -> Bool {
    let byte = text[index]
    if byte >= 0x80 { return true }
    if byte == UInt8(ascii: "#") { return length == 1 }
    guard index &+ 1 < count else { return false }
    let next = text[index &+ 1]
    if byte == UInt8(ascii: ",") { return groupsDigits(text, index, count) }
    if byte == UInt8(ascii: "+") { return next == UInt8(ascii: "+") }
    let nextClass = classes[Int(next)]
    return nextClass == ByteClass.word || nextClass == ByteClass.high
      || (byte == UInt8(ascii: "_") && next == byte)
  }

  @inline(__always)
  private func groupsDigits(_ text: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> Bool {
    index > 0 && index &+ 1 < count && ByteClass.isDigit(text[index &- 1])
      && ByteClass.isDigit(text[index &+ 1])
  }

  /// The end of the run of bytes that may belong together, from one of them on.
  private func runEnd(_ text: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> Int {
    var i = index
    while i < count, classes[Int(text[i])] != ByteClass.separator {
      if text[i] == UInt8(ascii: ","), kind == .english, !groupsDigits(text, i, count) { break }
      i &+= 1
    }
    return i
  }

  /// Adds the tokens of a run of bytes, from the memory where it is there.
  @inline(__always)
  private mutating func take(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ count: Int,
    _ filter: TermSelection.Filter?
  ) {
    let length = end &- start
    if length > WordMemory.longestWord {
      split(text, start, end)
      return
    }
    let word = text + start
    if let filter, filter.passesOver(word, length) {
      position &+= 1
      return
    }
    let key = WordMemory.key(word, count: length, available: count &- start, seed: memory.seed)
    guard let entry = memory.find(key, word, count: length)?.pointee else {
      learn(key, text, start, end)
      return
    }
    if entry.tokens == WordMemory.single {
      tokens.append(
        Token(
          term: entry.value, position: position, start: UInt32(truncatingIfNeeded: start),
          end: UInt32(truncatingIfNeeded: end)))
      position &+= 1
      return
    }
    let patterns = memory.patterns + Int(entry.value)
    for i in 0..<Int(entry.tokens) {
      let pattern = patterns[i]
      tokens.append(
        Token(
          term: pattern.term, position: position &+ UInt32(pattern.position),
          start: UInt32(truncatingIfNeeded: start) &+ UInt32(pattern.start),
          end: UInt32(truncatingIfNeeded: start) &+ UInt32(pattern.end)))
    }
    position &+= UInt32(entry.positions)
  }

  /// Analyzes a run of bytes that is not in the memory, and remembers it.
  @inline(never)
  private mutating func learn(
    _ key: WordMemory.Key, _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) {
    let first = tokens.count
    let origin = Token(term: 0, position: position, start: UInt32(start), end: UInt32(end))
    split(text, start, end)
    memory.insert(
      key, text + start, count: end - start, tokens: tokens.suffix(from: first), at: origin,
      positions: Int(position - origin.position))
  }

  /// Adds the tokens of a run of bytes, scalar by scalar; it sees nothing outside the run.
  @inline(never)
  private mutating func split(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    switch kind {
    case .plain: splitPlain(text, start, end)
    case .reference: splitReference(text, start, end)
    case .english: splitEnglish(text, start, end)
    }
  }

  /// Adds a token at the next position for the first bytes of `scratch`.
  mutating func emit(_ length: Int, _ start: Int, _ end: Int) {
    guard length > 0 else { return }
    let id = vocabulary.number(of: scratch, count: length)
    tokens.append(Token(term: id, position: position, start: UInt32(start), end: UInt32(end)))
    position &+= 1
  }
}
