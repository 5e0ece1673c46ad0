/// A question with what tells whether another is the same.
public struct DuplicateText: Sendable, Hashable {
  /// The question. Options and code stand on lines of their own behind the first.
  public var text: String
  /// The lead-in without which it is not understood.
  public var context: String?
  /// The answer, where there is one.
  public var answer: String?
  /// What it stands under, which tells fragments ("Advantages?") apart.
  public var section: String?

  /// A question of its parts.
  public init(
    _ text: String, context: String? = nil, answer: String? = nil, section: String? = nil
  ) {
    self.text = text
    self.context = context
    self.answer = answer
    self.section = section
  }

  /// All parts, byte for byte.
  var content: [UInt8] {
    var bytes: [UInt8] = []
    for part in [text, context, answer, section] {
      bytes.append(part == nil ? 0 : 1)
      bytes += Array((part ?? "").utf8)
      bytes.append(0xFF)
    }
    return bytes
  }

  var contentKey: UInt64 {
    var key: UInt64 = 0
    for part in [text, context, answer, section] {
      var part = part ?? ""
      key = part.withUTF8 { XXHash64.hash(UnsafeRawBufferPointer($0), seed: key) }
    }
    return key
  }

  /// The question with its lead-in and answer.
  var everything: String { [text, context, answer].compactMap { $0 }.joined(separator: "\n") }
}

/// A question taken apart with its lead-in and answer.
struct ComparedText: Sendable {
  let question: QuestionText
  let context: QuestionText?
  let section: QuestionText?
  var answer: TermVector?
  /// Acronyms that the question or its answer explains.
  let acronyms: [QuestionText.Acronym]
  /// How the answer begins, of a question that points at what stands beside it.
  let answerBeginning: String
  /// The question with its lead-in and answer.
  var document: TermVector?
  /// Depends on all that was given, byte for byte.
  let contentKey: UInt64
  /// Equal for texts that are the same after normalization, lead-ins included.
  let key: UInt64

  init(_ text: DuplicateText, _ analyzer: QuestionAnalyzer) {
    question = analyzer.analyze(text.text)
    func part(_ text: String?) -> QuestionText? {
      guard let text, text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
      let part = analyzer.analyze(text)
      return part.words.isEmpty ? nil : part
    }
    context = part(text.context)
    section = part(text.section)
    var key = question.key
    contentKey = text.contentKey
    acronyms = question.acronyms + AcronymMiner.acronyms(of: text.answer ?? "", analyzer)
    let isBare = Self.isBare(question)
    let lead = context ?? (isBare ? section : nil)
    if let lead { key = XXHash64.finish(key &* 31 ^ lead.key) }
    // What stands beside a question that points there is in its answer, if anywhere.
    if Self.pointsToAnswer(question), var answer = text.answer {
      key = answer.withUTF8 { XXHash64.hash(UnsafeRawBufferPointer($0), seed: key) }
      answerBeginning = answer.prefix(Self.beginningLength).split { $0.isWhitespace }
        .joined(separator: " ")
    } else {
      answerBeginning = ""
    }
    self.isBare = isBare
    self.key = key
  }

  private static let beginningLength = 60

  /// Whether what the question is about can be in its answer alone.
  var pointsToAnswer: Bool { Self.pointsToAnswer(question) }

  private static func pointsToAnswer(_ question: QuestionText) -> Bool {
    question.pointsAway && question.tail.isEmpty
  }

  /// Whether it hardly names a subject of its own, so that what it stands under counts.
  let isBare: Bool

  /// "How can it be prevented?" names what is prevented no more than "Advantages?" does.
  private static func isBare(_ question: QuestionText) -> Bool {
    guard question.words.count <= 6 else { return false }
    return !question.namesSubject
      || question.words.count { $0.role == .content } <= 1
        && question.words.contains { pronouns.contains($0.term) }
  }

  private static let pronouns = TermSet.of("it its they them their this these that")
}
