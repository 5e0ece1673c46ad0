/// The tokens of the text at hand, in memory that a session keeps from text to text.
struct TokenBuffer: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Token>
  private(set) var count = 0
  private var capacity = 1 << 8

  /// Above this many tokens the memory is given back after each text.
  private static let keptCapacity = 1 << 16

  init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  /// Adds a token at the end.
  @inline(__always)
  mutating func append(_ token: Token) {
    if count == capacity { grow() }
    base[count] = token
    count &+= 1
  }

  /// Moves the last token to an index, or drops it where the tokens from there to `end` begin with
  /// the same term at the same position.
  mutating func moveLast(to index: Int, unlessEqualIn end: Int) {
    let token = base[count - 1]
    var i = index
    while i < end, base[i].position == token.position {
      if base[i].term == token.term {
        count -= 1
        return
      }
      i += 1
    }
    i = count - 1
    while i > index {
      base[i] = base[i - 1]
      i -= 1
    }
    base[index] = token
  }

  /// Drops the tokens from an index on.
  mutating func truncate(to index: Int) { count = index }

  /// The tokens from an index on; valid until the next change.
  func suffix(from index: Int) -> UnsafeBufferPointer<Token> {
    UnsafeBufferPointer(start: base + index, count: count - index)
  }

  /// Replaces the array's contents by these tokens and empties this buffer.
  mutating func move(into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    tokens.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    count = 0
    if capacity > Self.keptCapacity {
      base.deallocate()
      capacity = 1 << 8
      base = .allocate(capacity: capacity)
    }
  }

  @inline(never)
  private mutating func grow() {
    base = base.moved(count: count, toCapacity: capacity * 2)
    capacity *= 2
  }
}
