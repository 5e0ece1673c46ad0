import TextAnalysis

/// Takes questions apart. One thread at a time may use it.
final class QuestionAnalyzer {
  private let session = AnalysisSession(.english)
  private let lexicon = Lexicon.shared
  private var tokens: [Token] = []

  /// What comparison sees of a text.
  func analyze(_ text: String) -> QuestionText {
    var text = text.utf8.contains(0x26) ? Self.withoutEntities(text) : text
    return text.withUTF8 { analyze($0) }
  }

  /// Signs in place of what HTML writes for them; banks are read without, texts come from anywhere.
  private static func withoutEntities(_ text: String) -> String {
    var text = text
    for (entity, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
      ("&amp;", "&"),
    ] where text.contains(entity) {
      text = text.replacing(entity, with: sign)
    }
    return text
  }

  private func analyze(_ text: UnsafeBufferPointer<UInt8>) -> QuestionText {
    let body = QuestionMarks.body(text)
    // Options and code stand on lines of their own; what is one sentence over lines has none.
    let head = body.lowerBound..<Self.headEnd(text, body)
    let headText = UnsafeBufferPointer(rebasing: text[head])
    session.analyze(headText, into: &tokens)
    dropAlternatives(headText)
    joinThousands(headText)
    var words = plainWords(text, head)
    var key = key(words, text)
    var tailBytes = Array(text[head.upperBound..<body.upperBound])
    let isCut = words.count > QuestionText.mostWords
    if isCut {
      // What is not looked at word by word is compared like code behind the question.
      let rest = words[QuestionText.mostWords...].map {
        SpellingKey.lowered(text[$0.start..<$0.end])
      }
      tailBytes = Array(rest.joined(separator: [0x20])) + tailBytes
      words.removeLast(rest.count)
    }
    let acronyms = dropRepeatedAcronyms(&words, text)
    correctFrames(&words, text)
    let inquiry = Inquiry(words)
    let aspects = markPhrases(&words)
    let namesSubject = words.contains { $0.role == .content }
    if !namesSubject { promoteWithoutContent(&words) }
    let tail = tailBytes.split(whereSeparator: { $0 <= 0x20 }).map(QuestionText.tailHash)
    let signs = QuestionSigns(text, head)
    let notations = Notation.all(text, head)
    for part in tail + signs.keys(text, head) + notations.map(\.hash) {
      key = XXHash64.finish(key &* 31 ^ part)
    }
    return QuestionText(
      bytes: Array(text[head]), words: words.map { $0.moved(by: -head.lowerBound) },
      aspects: aspects, inquiry: inquiry, namesSubject: namesSubject,
      pointsAway: Self.pointsAway(words),
      signs: signs.inner, symbols: signs.symbols, notations: notations,
      tailBytes: tailBytes, tail: tail,
      isCut: isCut, acronyms: acronyms, key: key)
  }

  /// A hash of the words as they are written, without case and variants of spelling. Blanks and
  /// hyphens between words of letters make no difference, "trade-off", "trade off" and "tradeoff"
  /// are the same; beside numbers and words such as "a" they do.
  private func key(_ words: [QuestionWord], _ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var bytes: [UInt8] = []
    for word in words {
      let letters = keyLetters(text[word.start..<word.end])
      let isSmall = word.role == .function || word.role == .negation && word.term != Self.non
      let stands = isSmall || letters.contains(where: Self.isDigit)
      if stands { bytes.append(0x20) }
      bytes += letters
      if stands { bytes.append(0x20) }
    }
    return bytes.withUnsafeBytes { XXHash64.hash($0) }
  }

  /// A word's letters, in American spelling where that is a form of the same word: "Boeing" is not
  /// "being".
  private func keyLetters(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    let lowered = SpellingKey.lowered(word)
    let letters = SpellingKey.letters(word)
    guard letters != lowered else { return lowered }
    return stem(lowered) == stem(letters) ? letters : lowered
  }

  private func stem(_ word: [UInt8]) -> UInt64? {
    word.withUnsafeBufferPointer { session.analyze($0, into: &tokens) }
    return tokens.first.map { token in session.withTermBytes(token.term) { TermHash.word($0) } }
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

  /// "1,000" is one number.
  private func joinThousands(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.contains(0x2C) else { return }
    for index in tokens.indices.dropFirst().reversed() {
      let (before, token) = (tokens[index - 1], tokens[index])
      let digits = text[Int(before.start)..<Int(before.end)]
      guard before.end + 1 == token.start, text[Int(before.end)] == 0x2C,
        token.end - token.start >= 3,
        text[Int(token.start)..<Int(token.start) + 3].allSatisfy(Self.isDigit),
        digits.count <= 3, digits.allSatisfy(Self.isDigit),
        token.end - token.start == 3 || text[Int(token.start) + 3] == 0x2C
      else { continue }
      tokens[index - 1].end = token.end
      tokens.remove(at: index)
    }
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
  ///
  /// - Returns: what was left out, with what it stands for, as stems.
  private func dropRepeatedAcronyms(
    _ words: inout [QuestionWord], _ text: UnsafeBufferPointer<UInt8>
  ) -> [QuestionText.Acronym] {
    var dropped: [QuestionText.Acronym] = []
    for (index, word) in words.enumerated().reversed()
    where word.isAcronym && word.start > 0 && text[word.start - 1] == 0x28 {
      // "LLMs" has three letters.
      let name = text[word.start..<word.end]
      let letters = (name.last == 0x73 ? name.dropLast() : name).map { $0 | 0x20 }
      let before = words[..<index].filter { $0.role != .function }.suffix(letters.count)
      if zip(before, letters).allSatisfy({ text[$0.start] | 0x20 == $1 }),
        before.count == letters.count
      {
        if letters.count >= 2 {
          dropped.append(QuestionText.Acronym(term: word.term, expansion: before.map(\.term)))
        }
        words.remove(at: index)
      }
    }
    return dropped
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
  static let politeWords: StaticString = """
    can could would will you please let us i me we to and then now also briefly shortly in your \
    own words
    """
  private static let polite = TermSet.of(politeWords)

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
