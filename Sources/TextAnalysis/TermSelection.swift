/// Tells cheaply which words cannot come to any of some terms, so that looking for those terms in a
/// text need not analyze all of its words.
///
/// Only numbers, simple words and what hyphens join of them are told. A simple word has ASCII
/// letters alone, all of them capitals or none but the first; it is told by its first two letters.
/// Every other run of bytes is analyzed. A word's first letters are those of its term but where the
/// rules of spelling (`oestrogen`, `foetus`, `gaol`, `pyjama`) and stemming (`dying`) change them:
/// those pairs are let through.
public struct TermSelection: Sendable, Hashable {
  /// For each first letter, the second letters that words of the terms may have: bit n for letter
  /// n.
  private var seconds = [UInt32](repeating: 0, count: 26)
  /// Whether a term begins with something else than a letter, as numbers do.
  private var hasOther = false

  private static let allLetters: UInt32 = (1 << 26) - 1

  /// No term: every simple word is passed over.
  public init() {}

  /// Adds a term.
  public mutating func insert(_ term: String.UTF8View) {
    var bytes = term.makeIterator()
    guard let byte = bytes.next(), ByteClass.isLetter(byte) else {
      hasOther = true
      return
    }
    let first = ByteClass.lower(byte)
    guard let byte = bytes.next(), ByteClass.isLetter(byte) else {
      // A term of one letter, or with something else behind it: any word of that letter.
      seconds[Self.number(first)] = Self.allLetters
      return
    }
    seconds[Self.number(first)] |= Self.secondLetters(of: ByteClass.lower(byte))
    switch first {
    case UInt8(ascii: "e"):
      letThrough("a", "e")
      letThrough("o", "e")
    case UInt8(ascii: "i"): letThrough("e", "n")
    case UInt8(ascii: "j"): letThrough("g", "a")
    default: break
    }
  }

  /// Words of these first letters, whose terms may begin with another one.
  private mutating func letThrough(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
    seconds[Self.number(UInt8(ascii: first))] |= Self.bit(UInt8(ascii: second))
  }

  private static func number(_ letter: UInt8) -> Int { Int(letter) - 97 }
  private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(number(letter)) }

  /// The second letters, as bits, of words whose terms have a second letter.
  private static func secondLetters(of letter: UInt8) -> UInt32 {
    let british: (UInt8, UInt8)
    switch letter {
    case UInt8(ascii: "a"): british = (UInt8(ascii: "o"), UInt8(ascii: "y"))
    case UInt8(ascii: "e"): british = (UInt8(ascii: "a"), UInt8(ascii: "o"))
    case UInt8(ascii: "i"): british = (UInt8(ascii: "e"), UInt8(ascii: "y"))
    case UInt8(ascii: "k"): british = (UInt8(ascii: "c"), UInt8(ascii: "c"))
    case UInt8(ascii: "u"): british = (UInt8(ascii: "e"), UInt8(ascii: "o"))
    default: return bit(letter)
    }
    return bit(letter) | bit(british.0) | bit(british.1)
  }

  /// Calls `body` with the selection in the form in which a loop over words asks it.
  func withFilter<R>(_ body: (Filter) -> R) -> R {
    seconds.withUnsafeBufferPointer { seconds in
      // An array of 26 has an address.
      guard let base = seconds.baseAddress else { preconditionFailure("26 letters") }
      return body(Filter(seconds: base, hasOther: hasOther))
    }
  }

  /// A selection without reference counts; valid during a call of `withFilter`.
  struct Filter {
    fileprivate let seconds: UnsafePointer<UInt32>
    fileprivate let hasOther: Bool

    /// The end of the simple word at an index, in lower case but perhaps for its first letter, that
    /// comes to none of the terms; nil where none stands there. What follows may belong to it.
    @inline(__always)
    func wordEnd(_ text: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
      let first = (text[start] | 0x20) &- UInt8(ascii: "a")
      guard first < 26, start &+ 1 < count else { return nil }
      let second = text[start &+ 1] &- UInt8(ascii: "a")
      guard second < 26, seconds[Int(first)] >> UInt32(second) & 1 == 0 else { return nil }
      return ByteClass.lowerEnd(text, start &+ 2, count)
    }

    /// Whether a run of bytes comes to none of the terms: the first letters of each word in it are
    /// no term's. Those of the whole are the first word's.
    @inline(__always)
    func passesOver(_ run: UnsafePointer<UInt8>, _ count: Int) -> Bool {
      var start = 0
      while true {
        let end = partEnd(run, start, count)
        if end == start { return false }
        if end == count { return true }
        guard run[end] == UInt8(ascii: "-") else { return false }
        start = end &+ 1
      }
    }

    /// The end of a simple word or number that begins at an index and comes to none of the terms,
    /// or `start`.
    @inline(__always)
    private func partEnd(_ run: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
      guard start < count else { return start }
      let first = (run[start] | 0x20) &- UInt8(ascii: "a")
      var end = start &+ 1
      guard first < 26 else {
        guard !hasOther, ByteClass.isDigit(run[start]) else { return start }
        while end < count, ByteClass.isDigit(run[end]) { end &+= 1 }
        return end
      }
      let allowed = seconds[Int(first)]
      guard end < count, ByteClass.isLetter(run[end]) else { return allowed == 0 ? end : start }
      let second = (run[end] | 0x20) &- UInt8(ascii: "a")
      guard allowed >> UInt32(second) & 1 == 0 else { return start }
      // Capitals within a word are where it has parts: `camelCase`, `XMLs`.
      let lowest = ByteClass.isUpper(run[end]) ? UInt8(ascii: "A") : UInt8(ascii: "a")
      if lowest == UInt8(ascii: "A"), !ByteClass.isUpper(run[start]) { return start }
      end &+= 1
      while end < count, run[end] &- lowest < 26 { end &+= 1 }
      return end
    }
  }
}
