/// Walks through a clean text sentence by sentence, looking only at first words and ends.
struct SentenceWalker {
  struct Sentence {
    /// Lower case, without apostrophes; softeners ("please") are skipped.
    var firstWord: String
    /// The words after the first commas and colons, where clauses begin.
    var clauseWords: [String]
    /// The words after "and".
    var joinedWords: [String] = []
    var endsWithQuestionMark: Bool
  }

  private let text: [UInt8]
  private var index = 0
  /// Words passed so far.
  private(set) var wordCount = 0

  private static let clauseLimit = 6

  init(_ text: [UInt8]) { self.text = text }

  /// The next sentence, or `nil` at the end. Sentences end at `.`, `?`, `!` before a blank, a
  /// closing mark or the end, and at the full-width and Arabic question marks.
  mutating func next() -> Sentence? {
    skipToWord()
    guard index < text.count else { return nil }
    var sentence = Sentence(firstWord: "", clauseWords: [], endsWithQuestionMark: false)
    sentence.firstWord = word()
    while QuestionWords.softeners.contains(sentence.firstWord), skipBlanksToWord() {
      sentence.firstWord = word()
    }
    while index < text.count {
      let byte = text[index]
      if byte == Byte.question || byte == Byte.dot || byte == Byte.exclamation {
        if endsSentence(index) {
          sentence.endsWithQuestionMark = byte == Byte.question
          index += 1
          return sentence
        }
      } else if byte >= 0xD8, let length = wideQuestionMark(index) {
        sentence.endsWithQuestionMark = true
        index += length
        return sentence
      } else if byte == Byte.comma || byte == Byte.colon || byte == Byte.hyphen {
        addClause(to: &sentence)
        continue
      }
      if Byte.isBlank(byte), index + 1 < text.count, !Byte.isBlank(text[index + 1]) {
        wordCount += 1
        if sentence.joinedWords.count < SentenceWalker.clauseLimit,
          text[index...].starts(with: [0x20, 0x61, 0x6E, 0x64, 0x20])
        {
          index += 5
          if index < text.count, Byte.isWord(text[index]) { sentence.joinedWords.append(word()) }
          continue
        }
      }
      index += 1
    }
    return sentence
  }

  private mutating func addClause(to sentence: inout Sentence) {
    index += 1
    guard sentence.clauseWords.count < SentenceWalker.clauseLimit, index < text.count,
      Byte.isBlank(text[index]), skipBlanksToWord()
    else { return }
    wordCount += 1
    sentence.clauseWords.append(word())
  }

  private func endsSentence(_ at: Int) -> Bool {
    let next = at + 1
    guard next < text.count else { return true }
    switch text[next] {
    case Byte.space, 0x0A, Byte.closeParenthesis, Byte.quote, Byte.apostrophe, Byte.closeBracket,
      Byte.asterisk, Byte.underscore, Byte.question, Byte.exclamation, Byte.slash:
      return true
    default:
      // A closing quote of UTF-8 punctuation; after `?` anything beyond ASCII.
      return text[next] == 0xE2 || (text[at] == Byte.question && text[next] >= 0x80)
    }
  }

  /// `？` (full width), `؟` (Arabic), `？`'s small form.
  private func wideQuestionMark(_ at: Int) -> Int? {
    if text[at...].starts(with: [0xEF, 0xBC, 0x9F]) { return 3 }
    if text[at...].starts(with: [0xD8, 0x9F]) { return 2 }
    return nil
  }

  private mutating func skipToWord() {
    while index < text.count {
      // Quotation marks and dashes (U+2000…U+207F) begin no word.
      if text[index] == 0xE2, index + 2 < text.count, text[index + 1] <= 0x81 {
        index += 3
      } else if Byte.isWord(text[index]) {
        break
      } else {
        index += 1
      }
    }
    if index < text.count { wordCount += 1 }
  }

  /// Skips blanks and opening marks; whether a word begins there.
  private mutating func skipBlanksToWord() -> Bool {
    while index < text.count,
      Byte.isBlank(text[index]) || text[index] == Byte.openParenthesis
        || text[index] == Byte.quote
    {
      index += 1
    }
    return index < text.count && Byte.isWord(text[index])
  }

  private mutating func word() -> String {
    var bytes: [UInt8] = []
    while index < text.count, bytes.count < 24 {
      let byte = text[index]
      if byte == Byte.apostrophe {
        index += 1
        continue
      }
      if byte == 0xE2, text[index...].starts(with: [0xE2, 0x80, 0x99]) {
        index += 3
        continue
      }
      if byte >= 0xE2, byte == 0xE2 || byte == 0xEF { break }
      guard Byte.isWord(byte) else { break }
      bytes.append(Byte.lowered(byte))
      index += 1
    }
    if bytes.isEmpty, index < text.count { index += 1 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
