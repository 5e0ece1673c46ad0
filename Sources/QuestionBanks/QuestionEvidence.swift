/// What a text shows of being a question. Computed on clean bytes, in one pass.
struct QuestionEvidence: Sendable {
  /// The strength with which the words alone speak for a question.
  enum Strength: Int, Sendable, Comparable {
    case none
    /// An order for work, or a subject that is asked for ("pros and cons of").
    case weak
    /// An order for knowledge, or an interrogative without a mark.
    case medium
    /// A question mark ends a sentence.
    case strong

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  private(set) var endsWithQuestionMark = false
  /// A sentence that ends in `?` and does not begin as an order.
  private(set) var hasQuestion = false
  private(set) var hasQuestionMark = false
  private(set) var startsInterrogative = false
  /// Begins with a verb or preposition that begins questions, and the sentence ends with a mark.
  private(set) var startsAuxiliary = false
  private(set) var startsAcademicOrder = false
  private(set) var startsOrder = false
  /// Some sentence, or the clause after a comma of a situation, begins as an order.
  private(set) var hasOrder = false
  private(set) var startsScenario = false
  /// Begins with "Suppose", "You have", "There are": a situation of its own.
  private(set) var startsSituation = false
  private(set) var startsSubject = false
  /// A statement follows the last question: the text answers itself.
  private(set) var isSelfAnswered = false
  var wordCount: Int { Int(words) }
  private var words: UInt32 = 0

  /// The form of the first sentence that demands something, set-ups skipped.
  private var firstDemand: EntryKind?

  /// Sets up a situation and stops without a demand.
  var isUnfinished: Bool {
    startsScenario && !hasOrder && !hasQuestionMark && !endsSentence
  }
  private var endsSentence = false

  /// Begins as a question or an order does.
  var startsAsking: Bool { startsInterrogative || startsOrder || startsAuxiliary }

  var strength: Strength {
    if hasQuestion || (hasQuestionMark && (endsWithQuestionMark || startsInterrogative)) {
      return .strong
    }
    if startsAcademicOrder || startsInterrogative { return .medium }
    if startsOrder || startsSubject || (startsScenario && hasOrder) { return .weak }
    return .none
  }

  /// The kind that the words speak for; `fallback` for a bare subject.
  func kind(fallback: EntryKind) -> EntryKind {
    if let firstDemand { return firstDemand }
    if hasQuestion { return .question }
    if hasOrder { return .prompt }
    if hasQuestionMark || startsInterrogative { return .question }
    return fallback
  }

  /// Reads a clean text.
  init(_ text: ByteView) {
    read(text)
  }

  private mutating func read(_ text: ByteView) {
    var walker = SentenceWalker(text)
    var isFirst = true
    while let sentence = walker.next() {
      add(sentence, isFirst: isFirst)
      isFirst = false
    }
    endsSentence = text.last == Byte.dot || text.last == Byte.exclamation
    // Scripts without blanks: about three characters make a word.
    var wide = 0
    if ByteSearch.firstWide(text, 0..<text.count) < text.count {
      for byte in text.buffer { wide &+= byte >= 0xE3 && byte <= 0xED ? 1 : 0 }
    }
    words = UInt32(clamping: max(walker.wordCount, wide / 3))
    if wide > 0 { addWideScript(text) }
    startsSubject = QuestionEvidence.startsSubject(text)
  }

  private static func startsSubject(_ text: ByteView) -> Bool {
    guard let first = text.first.map(Byte.lowered), Byte.isLetter(first),
      QuestionWords.subjectLetters >> UInt32(first & 0x1F) & 1 != 0
    else { return false }
    for beginning in QuestionWords.subjectBeginnings
    where beginning[0] == first && beginning.count <= text.count {
      if zip(text, beginning).allSatisfy({ Byte.lowered($0) == $1 }) { return true }
    }
    return false
  }

  private mutating func addWideScript(_ text: ByteView) {
    if WideScript.orders(text) {
      startsAcademicOrder = true
      hasOrder = true
    } else if WideScript.asks(text) {
      startsInterrogative = true
    }
  }

  private mutating func add(_ sentence: SentenceWalker.Sentence, isFirst: Bool) {
    let word = sentence.first
    let isSituation = word.contains(.scenario)
    let clauseIsOrder = sentence.clauses.union(sentence.joined).isOrder
    let clauseAsks = sentence.clauses.contains(.interrogative)
    if isFirst {
      startsInterrogative = word.contains(.interrogative)
      startsAuxiliary = sentence.endsWithQuestionMark && word.contains(.auxiliary)
      startsAcademicOrder = word.contains(.academicOrder)
      startsOrder = word.isOrder
      startsScenario = isSituation
      startsSituation = word.contains(.situation)
    }
    endsWithQuestionMark = sentence.endsWithQuestionMark
    hasQuestionMark = hasQuestionMark || sentence.endsWithQuestionMark
    isSelfAnswered =
      hasQuestionMark && !sentence.endsWithQuestionMark
      && !(word.isOrder || word.contains(.interrogative) || clauseIsOrder
        || word.contains(.situation))
    let ordersByClause = isSituation && clauseIsOrder && !clauseAsks
    hasOrder = hasOrder || word.isOrder || ordersByClause
    if firstDemand == nil {
      // "You shuffle and pick" only tells; after a comma, "find" demands.
      let demandsByClause =
        ordersByClause && sentence.clauses.isOrder
      if (word.isOrder && !isSituation) || demandsByClause {
        firstDemand = .prompt
      } else if sentence.endsWithQuestionMark {
        firstDemand = .question
      }
    }
    if sentence.endsWithQuestionMark {
      hasQuestion = hasQuestion || !(word.isOrder || ordersByClause)
    }
  }
}
