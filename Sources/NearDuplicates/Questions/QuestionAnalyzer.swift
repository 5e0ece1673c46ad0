import TextAnalysis

/// Takes questions apart. One thread at a time may use it.
final class QuestionAnalyzer {
  private let session = AnalysisSession(.english)
  private let lexicon = Lexicon.shared
  private var tokens: [Token] = []

  /// What comparison sees of a text.
  func analyze(_ text: String) -> QuestionText {
    var text = text
    return text.withUTF8 { analyze($0) }
  }

  private func analyze(_ text: UnsafeBufferPointer<UInt8>) -> QuestionText {
    let body = QuestionMarks.body(text)
    // Options and code stand on lines of their own; what is one sentence over lines has none.
    let head = body.lowerBound..<Self.headEnd(text, body)
    let headText = UnsafeBufferPointer(rebasing: text[head])
    session.analyze(headText, into: &tokens)
    dropAlternatives(headText)
    var words = plainWords(text, head)
    var key = Self.key(words, text)
    if words.count > QuestionText.mostWords {
      words.removeLast(words.count - QuestionText.mostWords)
    }
    dropRepeatedAcronyms(&words, text)
    correctFrames(&words, text)
    let aspects = markPhrases(&words)
    let namesSubject = words.contains { $0.role == .content }
    if !namesSubject { promoteWithoutContent(&words) }
    let tailBytes = text[head.upperBound..<body.upperBound]
    let tail = tailBytes.split(whereSeparator: { $0 <= 0x20 }).map(QuestionText.tailHash)
    let signs = Self.signs(text, head)
    for word in tail { key = XXHash64.finish(key &* 31 ^ word) }
    for sign in signs { key = XXHash64.finish(key &* 31 ^ UInt64(sign)) }
    return QuestionText(
      bytes: Array(text[head]), words: words.map { $0.moved(by: -head.lowerBound) },
      aspects: aspects, namesSubject: namesSubject, pointsAway: Self.pointsAway(words),
      signs: signs, notations: Notation.all(text, head), tailBytes: Array(tailBytes), tail: tail,
      key: key)
  }

  /// A hash of the words as they are written, without case and variants of spelling. Blanks and
  /// hyphens between words of letters make no difference, "trade-off", "trade off" and "tradeoff"
  /// are the same; beside numbers and words such as "a" they do.
  private static func key(_ words: [QuestionWord], _ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var bytes: [UInt8] = []
    for word in words {
      let letters = SpellingKey.letters(text[word.start..<word.end])
      let isSmall = word.role == .function || word.role == .negation && word.term != Self.non
      let stands = isSmall || letters.contains(where: isDigit)
      if stands { bytes.append(0x20) }
      bytes += letters
      if stands { bytes.append(0x20) }
    }
    return bytes.withUnsafeBytes { XXHash64.hash($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The end of the first line, or of all lines where it is no whole sentence.
  private static func headEnd(_ text: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> Int {
    text[body].firstIndex(of: 0x0A) ?? body.upperBound
  }

  /// Leaves one token for each place: of words joined by hyphens and slashes the parts, of other
  /// compounds (`MySQL`, `c++`, `np.array`) the whole.
  private func dropAlternatives(_ text: UnsafeBufferPointer<UInt8>) {
    var kept: [Token] = []
    var wholeEnd: UInt32 = 0
    for token in tokens {
      // Parts of a whole that stays.
      if token.start < wholeEnd { continue }
      if let last = kept.last, last.position == token.position {
        if Self.isDivided(text[Int(last.start)..<Int(last.end)]) {
          kept[kept.count - 1] = token
        } else {
          wholeEnd = last.end
        }
        continue
      }
      kept.append(token)
    }
    tokens = kept
  }

  /// Whether a compound has parts that are words by themselves.
  private static func isDivided(_ compound: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    compound.contains { $0 == 0x2D || $0 == 0x2F || $0 == 0x20 || $0 == 0xE2 }
  }

  private func plainWords(
    _ text: UnsafeBufferPointer<UInt8>, _ head: Range<Int>
  ) -> [QuestionWord] {
    var words: [QuestionWord] = []
    words.reserveCapacity(tokens.count)
    var previous: String?
    let isTitle = isTitleCase(text, head)
    for token in tokens {
      let start = head.lowerBound + Int(token.start)
      let end = head.lowerBound + Int(token.end)
      let written = text[start..<end]
      let lowered = SpellingKey.lowered(written)
      let word = String(decoding: lowered, as: UTF8.self)
      let capitals = written.count { (0x41...0x5A).contains($0) }
      let digits = written.count { (0x30...0x39).contains($0) }
      let isAcronym = capitals >= 2 && capitals + digits >= written.count - 1 && written.count <= 7
      let term = session.withTermBytes(token.term) { TermHash.word($0) }
      var item = QuestionWord(
        term: term, surface: SpellingKey.key(lowered), start: start, end: end, role: .content,
        isName: isAcronym || (digits > 0 && digits < written.count)
          || (capitals > 0 && !isTitle && !words.isEmpty)
          || written.contains { $0 == 0x2B || $0 == 0x23 },
        isAcronym: isAcronym)
      if let value = NumberWords.value(word, written: written, behind: previous) {
        (item.term, item.role) = (value, .number)
        item.isOrdinal = NumberWords.isOrdinal(word)
      } else if FunctionWordTable.negations.contains(term) {
        item.role = .negation
      } else if capitals == 1, written.count == 1, !isTitle, !words.isEmpty, word != "i" {
        item.isName = true
      } else if FunctionWordTable.terms.contains(term), !isAcronym || isTitle {
        item.role = .function
      } else if lexicon.general.contains(term), !item.isName {
        item.role = .general
      } else if isField(term, behind: words.last) {
        item.role = .general
      }
      words.append(item)
      previous = word
    }
    countHyphenatedOnes(&words, text)
    return words
  }

  private static let inside = TermHash.word("in")

  /// Whether a word names a field of knowledge behind "in": "in machine learning".
  private func isField(_ term: UInt64, behind previous: QuestionWord?) -> Bool {
    guard let previous, lexicon.fields.contains(term) else { return false }
    return previous.term == Self.inside
      || previous.role == .general && lexicon.fields.contains(previous.term)
  }

  /// "one-tailed" has a number.
  private func countHyphenatedOnes(
    _ words: inout [QuestionWord], _ text: UnsafeBufferPointer<UInt8>
  ) {
    for index in words.indices.dropLast()
    where words[index].end < text.count && text[words[index].end] == 0x2D
      && words[index].term == Self.one
    {
      words[index].role = .number
      words[index].term = NumberWords.one
    }
  }

  private static let one = TermHash.word("one")
  private static let non = TermHash.word("non")

  /// Whether most words begin with a capital, so that capitals say nothing.
  private func isTitleCase(_ text: UnsafeBufferPointer<UInt8>, _ head: Range<Int>) -> Bool {
    let capitals = tokens.count {
      (0x41...0x5A).contains(text[head.lowerBound + Int($0.start)])
    }
    return capitals * 2 > tokens.count
  }

  /// Gives the words of phrases their roles, and makes one of those that stand for a word.
  private func markPhrases(_ words: inout [QuestionWord]) -> AspectSet {
    var aspects = AspectSet()
    let stems = words.map(\.term)
    var merged: [(range: Range<Int>, term: UInt64)] = []
    var index = 0
    while index < words.count {
      let isStart = words[..<index].allSatisfy { Self.polite.contains($0.term) }
      guard words[index].role != .aspect,
        let match = lexicon.phrases.match(stems, at: index, isStart: isStart)
      else {
        index += 1
        continue
      }
      switch match.meaning {
      case .aspect(let aspect):
        aspects.insert(aspect)
        for place in Array(match.first) + Array(match.second) where words[place].role != .negation {
          words[place].role = .aspect
        }
      case .word(let term): merged.append((match.first, term))
      }
      index = match.first.upperBound
    }
    for (range, term) in merged.reversed() {
      words[range.lowerBound].term = term
      words[range.lowerBound].end = words[range.upperBound - 1].end
      words[range.lowerBound].role =
        words[range].contains { $0.role == .content } ? .content : .general
      words[range.lowerBound].surface = term
      words.removeSubrange(range.dropFirst())
    }
    return aspects
  }

  /// "support vector machine (SVM)" is "support vector machine".
  private func dropRepeatedAcronyms(
    _ words: inout [QuestionWord], _ text: UnsafeBufferPointer<UInt8>
  ) {
    for (index, word) in words.enumerated().reversed()
    where word.isAcronym && word.start > 0 && text[word.start - 1] == 0x28 {
      // "LLMs" has three letters.
      let name = text[word.start..<word.end]
      let letters = (name.last == 0x73 ? name.dropLast() : name).map { $0 | 0x20 }
      let before = words[..<index].filter { $0.role != .function }.suffix(letters.count)
      if zip(before, letters).allSatisfy({ text[$0.start] | 0x20 == $1 }),
        before.count == letters.count
      {
        words.remove(at: index)
      }
    }
  }

  /// Words of phrases that are misspelled by one letter: "diference".
  private func correctFrames(
    _ words: inout [QuestionWord], _ text: UnsafeBufferPointer<UInt8>
  ) {
    for index in words.indices where words[index].role == .content && !words[index].isName {
      let letters = SpellingKey.lowered(text[words[index].start..<words[index].end])
      if let stem = FrameSpelling.shared.stem(of: letters) { words[index].term = stem }
    }
  }

  /// Where nothing names a subject, what is there must do: general words, else all others.
  private func promoteWithoutContent(_ words: inout [QuestionWord]) {
    let role: QuestionWord.Role =
      words.contains { $0.role == .general } ? .general : .aspect
    for index in words.indices where words[index].role == role { words[index].role = .content }
  }

  /// Words that may stand before the verb that says what to do: "Could you please list".
  private static let polite = TermSet.of(
    """
    can could would will you please let us i me we to and then now also briefly shortly in your \
    own words
    """)

  /// Words by which a question points at what stands beside it, and words for such things.
  private static let pointers = TermSet.of("following below above shown given this these")
  private static let things = TermSet.of(
    """
    code snippet program output result expression query statement function print line block \
    return value example figure diagram table text sentence passage command script run \
    execute evaluate happen error log option choice true false correct
    """)

  /// Whether a question points at something and names nothing of its own but what such things are
  /// called.
  private static func pointsAway(_ words: [QuestionWord]) -> Bool {
    guard words.contains(where: { pointers.contains($0.term) || things.contains($0.term) }) else {
      return false
    }
    let own = words.filter {
      ($0.role == .content || $0.role == .general || $0.role == .number)
        && !things.contains($0.term) && !pointers.contains($0.term)
    }
    return own.allSatisfy { $0.role == .general }
  }

  /// Signs that are no punctuation of a sentence.
  private static func signs(_ text: UnsafeBufferPointer<UInt8>, _ head: Range<Int>) -> [UInt8] {
    var signs: [UInt8] = []
    for index in head {
      switch text[index] {
      // + < = > ^ | & % ~
      case 0x2B, 0x3C, 0x3D, 0x3E, 0x5E, 0x7C, 0x26, 0x25, 0x7E: signs.append(text[index])
      case 0x21 where index + 1 < head.upperBound && text[index + 1] == 0x3D: signs.append(0x21)
      // # and * between letters or digits; - * / between numbers.
      case 0x23 where isBetween(text, head, index, isWordByte, blanks: false):
        signs.append(text[index])
      case 0x2A where isBetween(text, head, index, isWordByte, blanks: false):
        signs.append(text[index])
      case 0x2A, 0x2D, 0x2F:
        if isBetween(text, head, index, isDigit, blanks: true) { signs.append(text[index]) }
      default: break
      }
    }
    return signs
  }

  /// Whether such bytes stand on both sides of a place, with blanks between or without.
  private static func isBetween(
    _ text: UnsafeBufferPointer<UInt8>, _ head: Range<Int>, _ index: Int,
    _ fits: (UInt8) -> Bool, blanks: Bool
  ) -> Bool {
    var (before, behind) = (index - 1, index + 1)
    while blanks, before >= head.lowerBound, text[before] == 0x20 { before -= 1 }
    while blanks, behind < head.upperBound, text[behind] == 0x20 { behind += 1 }
    return before >= head.lowerBound && behind < head.upperBound && fits(text[before])
      && fits(text[behind])
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

extension QuestionWord {
  /// The word in a text from which bytes at the beginning were taken.
  fileprivate func moved(by distance: Int) -> QuestionWord {
    var word = self
    word.start += distance
    word.end += distance
    return word
  }
}
