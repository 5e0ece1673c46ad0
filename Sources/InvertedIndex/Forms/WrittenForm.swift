import IndexStorage
import TextAnalysis

/// How a word is written, by 16 bits of a hash: enough to tell forms of one term from each other,
/// as a word has few, and to prefer a document, not enough to find one.
package struct WrittenForm: Sendable, Hashable {
  /// Little-endian in files.
  let hash: UInt16

  /// The form of a token in the text that it was made of: the letters a to z count as the same in
  /// both cases, all other bytes as they are.
  package init(of token: Token, in text: UnsafeBufferPointer<UInt8>) {
    let end = min(Int(token.end), text.count)
    self.init(text[min(Int(token.start), end)..<end])
  }

  /// The form of a word that is written like a term.
  package init(of term: String) {
    var term = term
    self = term.withUTF8 { WrittenForm($0[...]) }
  }

  private init(_ word: Slice<UnsafeBufferPointer<UInt8>>) {
    // FNV-1a of 32 bits (Fowler, Noll and Vo), folded: a few bytes, for each word of a bank.
    var hash: UInt32 = 0x811C_9DC5
    for byte in word {
      let isCapital = byte &- 0x41 < 26
      hash = (hash ^ UInt32(isCapital ? byte | 0x20 : byte)) &* 0x0100_0193
    }
    self.hash = UInt16(truncatingIfNeeded: hash ^ hash >> 16)
  }

  /// The forms of all tokens of a text.
  package static func all(_ tokens: [Token], in text: String) -> [WrittenForm] {
    var text = text
    return text.withUTF8 { text in tokens.map { WrittenForm(of: $0, in: text) } }
  }
}
