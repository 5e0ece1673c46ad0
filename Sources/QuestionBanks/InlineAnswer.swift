/// What stands behind the question in the same line: `Is it? Yes.`
struct InlineAnswer {
  /// Where the question ends, behind its mark.
  var questionEnd: Int
  /// What follows, trimmed.
  var rest: Range<Int>
  /// It answers in its first word: "Yes", "It is", "Both".
  var isDirect = false
  /// It states something in a whole sentence.
  var isStatement = false

  /// The statement behind the first question that no question, order or situation follows.
  init?(_ text: ByteView) {
    var from = 0
    while let mark = ByteSearch.first(Byte.question, text, from..<text.count) {
      from = mark + 1
      guard from < text.count, text[from] == Byte.space else { continue }
      guard let start = text[from...].firstIndex(where: { $0 != Byte.space }) else { return nil }
      let end = InlineAnswer.sentenceEnd(text, start)
      if end <= text.count, text[end - 1] == Byte.question { continue }
      questionEnd = mark + 1
      rest = start..<text.count
      guard read(text, start..<end) else { return nil }
      return
    }
    return nil
  }

  /// Looks at the first sentence; whether it can be an answer or a remark.
  private mutating func read(_ text: ByteView, _ sentence: Range<Int>) -> Bool {
    let byte = text[sentence.lowerBound]
    let isEnclosed = byte == Byte.openParenthesis
    let isQuoted = text[sentence].starts(with: [0xE2, 0x80, 0x9C])
    // Pictures begin with these two.
    let isWord = Byte.isWord(byte) && byte != 0xE2 && byte != 0xF0
    guard isEnclosed || isQuoted || isWord else { return false }
    let evidence = QuestionEvidence(text.view(sentence))
    guard !evidence.startsAsking, !evidence.startsAcademicOrder, !evidence.startsSituation,
      !evidence.startsSubject, !evidence.hasOrder
    else { return false }
    var words: [PackedWord] = []
    for word in text[sentence].prefix(400).split(whereSeparator: { !Byte.isWord($0) }) {
      words.append(PackedWord(word.lazy.map(Byte.lowered)))
    }
    guard let first = words.first else { return false }
    isDirect = !isEnclosed && InlineAnswer.directWords.contains(first)
    let ends = text[rest.upperBound - 1]
    isStatement =
      words.count >= 5 && (ends == Byte.dot || ends == Byte.closeParenthesis)
      && words.contains { BareVerb.statementVerbs.contains($0) }
    if isStatement, !isEnclosed, restates(text, words) { isDirect = true }
    return !isEnclosed || isStatement
  }

  /// Whether the subject of a statement is one of the question: `What is a jib? A jib is a sail.`
  private func restates(_ text: ByteView, _ statement: [PackedWord]) -> Bool {
    guard
      let subject = statement.first(where: { !InlineAnswer.articles.contains($0) }),
      subject.count >= 3, QuestionWords.classes(subject).isEmpty
    else { return false }
    return text[..<questionEnd].suffix(400).split(whereSeparator: { !Byte.isWord($0) })
      .contains { PackedWord($0.lazy.map(Byte.lowered)) == subject }
  }

  private static let articles = Set(["a", "an", "the"].map { PackedWord($0.utf8) })

  /// Where a sentence ends, behind its mark.
  private static func sentenceEnd(_ text: ByteView, _ start: Int) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      index += 1
      let isMark = byte == Byte.dot || byte == Byte.question || byte == Byte.exclamation
      if isMark, index == text.count || text[index] == Byte.space { break }
    }
    return index
  }

  private static let directWords = Set(
    [
      "yes", "no", "not", "nope", "it", "they", "both", "none", "neither", "because", "depends",
      "sure", "usually", "never", "always",
    ].map { PackedWord($0.utf8) })
}
