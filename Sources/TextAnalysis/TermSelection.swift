/// Tells cheaply which words cannot come to any of some terms, so that looking for those terms in a
/// text need not analyze all of its words.
///
/// Only words of ASCII letters in lower case, the first perhaps a capital, are told, by their first
/// two letters; every other run of bytes is analyzed. A word's first letters are those of its term
/// but where the rules of spelling (`oestrogen`, `foetus`, `kerb`, `tyre`) and stemming (`dying`)
/// change them: those pairs are let through.
public struct TermSelection: Sendable, Hashable {
  /// For each first letter, the second letters that words of the terms may have: bit n for letter
  /// n.
  private var seconds = [UInt32](repeating: 0, count: 26)

  private static let allLetters: UInt32 = (1 << 26) - 1

  /// No term: every simple word is passed over.
  public init() {}

  /// Adds a term.
  public mutating func insert(_ term: some Sequence<UInt8>) {
    let letters = term.prefix(2).map { Int(($0 | 0x20) &- UInt8(ascii: "a")) }
    guard let first = letters.first, first < 26 else { return }
    guard letters.count == 2, letters[1] < 26 else {
      // A term of one letter, or with something else behind it: any word of that letter.
      for letter in Self.firstLetters(of: first) { seconds[letter] = Self.allLetters }
      return
    }
    for letter in Self.firstLetters(of: first) {
      // Where the first letter changes, the second is another one too.
      seconds[letter] |= letter == first ? Self.secondLetters(of: letters[1]) : Self.allLetters
    }
  }

  /// The first letters of words whose terms begin with a letter.
  private static func firstLetters(of letter: Int) -> [Int] {
    [letter] + changes("e:ao i:e c:k j:g g:j", letter)
  }

  /// The second letters, as bits, of words whose terms have a second letter.
  private static func secondLetters(of letter: Int) -> UInt32 {
    changes("a:oy e:ao i:ye k:c u:eo", letter).reduce(1 << UInt32(letter)) { $0 | 1 << UInt32($1) }
  }

  /// The letters behind a letter in a list such as `e:ao i:y`: American on the left.
  private static func changes(_ list: StaticString, _ letter: Int) -> [Int] {
    list.withUTF8Buffer { bytes in
      guard
        let place = bytes.indices.first(where: {
          bytes[$0] == UInt8(letter) + 97 && $0 + 1 < bytes.count && bytes[$0 + 1] == 58
        })
      else { return [] }
      return bytes[(place + 2)...].prefix { $0 != 32 }.map { Int($0) - 97 }
    }
  }

  /// Whether a run of bytes is a simple word that comes to none of the terms.
  @inline(__always)
  func passesOver(_ word: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let first = (word[0] | 0x20) &- UInt8(ascii: "a")
    guard first < 26 else { return false }
    let allowed = seconds[Int(first)]
    guard count > 1 else { return allowed == 0 }
    let second = word[1] &- UInt8(ascii: "a")
    guard second < 26, allowed >> UInt32(second) & 1 == 0 else { return false }
    for index in 2..<max(count, 2) where word[index] &- UInt8(ascii: "a") >= 26 { return false }
    return true
  }
}
