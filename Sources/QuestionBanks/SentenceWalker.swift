/// Walks through a clean text sentence by sentence, looking only at first words and ends.
struct SentenceWalker {
  struct Sentence {
    /// The lists that have the first word; softeners ("please") are skipped.
    var first: QuestionWords.Classes = []
    /// Those that have one of the words after the first commas and colons, where clauses begin.
    var clauses: QuestionWords.Classes = []
    /// Those that have one of the words after "and".
    var joined: QuestionWords.Classes = []
    var endsWithQuestionMark = false
    fileprivate var clauseCount = 0
    fileprivate var joinedCount = 0
  }

  /// Every access is below `text.count`.
  private let text: ByteView
  private var index = 0
  /// Words passed so far.
  private(set) var wordCount = 0

  private static let clauseLimit = 6

  /// The text must outlive the walker.
  init(_ text: ByteView) { self.text = text }

  private let words = QuestionWords.table

  /// Blanks and `! , - . : ?`, the bytes below 0x40 at which something may happen.
  private static let stops: UInt64 =
    1 << 0x09 | 1 << 0x20 | 1 << 0x21 | 1 << 0x2C | 1 << 0x2D | 1 << 0x2E | 1 << 0x3A | 1 << 0x3F

  /// Goes to the next byte at which a sentence or a word may end. Words are counted at the blanks
  /// that are passed on the way.
  @inline(__always) private mutating func skipPlain() {
    while index < text.count - ByteBlock.width {
      let block = ByteBlock(text, index)
      let next = ByteBlock(text, index + 1)
      let spaces = block.equal(Byte.space)
      let stops =
        block.within(Byte.comma, Byte.dot) | block.equal(Byte.exclamation)
        | block.equal(Byte.colon) | block.equal(Byte.question) | block.within(0xD8, 0xFF)
        | (spaces & next.equal(0x61))
      let words =
        (spaces | block.equal(Byte.tab)) - (next.equal(Byte.space) | next.equal(Byte.tab))
      guard stops.isEmpty else {
        let place = stops.first
        wordCount += words.count(below: place)
        index += place
        return
      }
      wordCount += words.count
      index += ByteBlock.width
    }
    while index < text.count {
      let byte = text[index]
      let isStop =
        byte < 0x40 ? SentenceWalker.stops >> UInt64(byte) & 1 != 0 : byte >= 0xD8
      if isStop { return }
      index += 1
    }
  }

  /// The next sentence, or `nil` at the end. Sentences end at `.`, `?`, `!` before a blank, a
  /// closing mark or the end, and at the full-width and Arabic question marks.
  mutating func next() -> Sentence? {
    skipToWord()
    guard index < text.count else { return nil }
    var sentence = Sentence()
    sentence.first = word()
    while sentence.first.contains(.softener), skipBlanksToWord() { sentence.first = word() }
    while true {
      skipPlain()
      guard index < text.count else { return sentence }
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
        if sentence.joinedCount < SentenceWalker.clauseLimit, startsAnd {
          index += 5
          if index < text.count, Byte.isWord(text[index]) {
            sentence.joinedCount += 1
            sentence.joined.formUnion(word())
          }
          continue
        }
      }
      index += 1
    }
  }

  /// Whether " and " stands here.
  private var startsAnd: Bool {
    index + 4 < text.count && text[index] == Byte.space && text[index + 1] == 0x61
      && text[index + 2] == 0x6E && text[index + 3] == 0x64 && text[index + 4] == Byte.space
  }

  private mutating func addClause(to sentence: inout Sentence) {
    index += 1
    guard sentence.clauseCount < SentenceWalker.clauseLimit, index < text.count,
      Byte.isBlank(text[index]), skipBlanksToWord()
    else { return }
    wordCount += 1
    sentence.clauseCount += 1
    sentence.clauses.formUnion(word())
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
    guard at + 1 < text.count else { return nil }
    if text[at] == 0xD8, text[at + 1] == 0x9F { return 2 }
    let isFullWidth =
      at + 2 < text.count && text[at] == 0xEF && text[at + 1] == 0xBC && text[at + 2] == 0x9F
    return isFullWidth ? 3 : nil
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

  /// Passes a word: lower case, apostrophes dropped, cut after 24 bytes.
  private mutating func word() -> QuestionWords.Classes {
    // Most words are letters of ASCII and end before anything else than an apostrophe.
    if index < text.count, let plain = WordScan.plain(text, index), !plain.isEmpty,
      index + plain.count == text.count || text[index + plain.count] != Byte.apostrophe
    {
      index += plain.count
      return QuestionWords.Classes(rawValue: words.classes(plain))
    }
    var word = PackedWord()
    while index < text.count, !word.isFull {
      let byte = text[index]
      if byte == Byte.apostrophe {
        index += 1
        continue
      }
      if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0x99 {
        index += 3
        continue
      }
      if byte == 0xE2 || byte == 0xEF { break }
      guard Byte.isWord(byte) else { break }
      word.append(Byte.lowered(byte))
      index += 1
    }
    if word.isEmpty {
      if index < text.count { index += 1 }
      return []
    }
    return QuestionWords.Classes(rawValue: words.classes(word))
  }
}
