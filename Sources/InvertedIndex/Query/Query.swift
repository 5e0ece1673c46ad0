import TextAnalysis

/// What is looked for: terms and beginnings of terms, any or all of which a document has, and
/// phrases, all of which it has.
///
/// Where there are phrases, terms and beginnings that may be missing only rank what has all
/// phrases.
public struct Query: Sendable, Hashable {
  /// A term of the index, as its analyzer makes them.
  public struct Term: Sendable, Hashable {
    /// The term.
    public let text: String
    /// How often it stands in the query; at least 1.
    public var frequency: Int
    /// A factor on its part of every score; 1 leaves the model's score as it is.
    public var boost: Double
    /// How it is written in the query, the first time; nil where that is not known or does not
    /// matter. Results may differ by it, and so terms do.
    package var form: WrittenForm?
    /// Whether the term says nothing of a subject: asked for many times a search.
    package let isFunctionWord: Bool
    /// Whether it says little of one: rankings weigh it less.
    let isCommon: Bool

    /// A term that stands in the query `frequency` times.
    public init(_ text: String, frequency: Int = 1, boost: Double = 1) {
      precondition(frequency >= 1, "a term of a query stands in it at least once")
      precondition(boost.isFinite && boost >= 0, "a boost is a finite number, zero or more")
      self.text = text
      isFunctionWord = FunctionWords.contains(text)
      isCommon = isFunctionWord || CommonWords.contains(text)
      self.frequency = frequency
      self.boost = boost
    }
  }

  /// Which documents match.
  public enum Match: Sendable, Hashable {
    /// Those that have any of the terms and beginnings.
    case any
    /// Those that have all of the terms and beginnings.
    case all
  }

  /// The terms, each once.
  public var terms: [Term]
  /// Phrases that a document has to have.
  public var phrases: [Phrase] = []
  /// Beginnings of terms.
  public var prefixes: [Prefix] = []
  /// Which documents match.
  public var match: Match

  /// A query of terms that are different from each other.
  public init(
    terms: [Term] = [], phrases: [Phrase] = [], prefixes: [Prefix] = [], match: Match = .any
  ) {
    self.terms = terms
    self.phrases = phrases
    self.prefixes = prefixes
    self.match = match
  }

  /// The words of a text, analyzed. Any text is a query; one without words has no terms.
  public init(_ text: String, analyzer: Analyzer, match: Match = .any) {
    let session = AnalysisSession(analyzer)
    var tokens: [Token] = []
    session.analyze(text, into: &tokens)
    self.init(tokens, of: session, written: WrittenForm.all(tokens, in: text))
    self.match = match
  }

  /// The terms of tokens that `session` made, in order of their numbers there: in a session that
  /// was new, of first appearance.
  public init(_ tokens: [Token], of session: AnalysisSession) {
    var frequencies = [Int](repeating: 0, count: session.termCount)
    for token in tokens { frequencies[Int(token.term)] += 1 }
    terms = frequencies.indices.filter { frequencies[$0] > 0 }
      .map { Term(session.term(UInt32($0)), frequency: frequencies[$0]) }
    match = .any
  }

  /// The terms of tokens, each with the form in which it stands first.
  ///
  /// - Parameter forms: of each token.
  package init(_ tokens: [Token], of session: AnalysisSession, written forms: [WrittenForm]) {
    self.init(tokens, of: session)
    var first = [WrittenForm?](repeating: nil, count: session.termCount)
    var numbers: [Int] = []
    for (token, form) in zip(tokens, forms) where first[Int(token.term)] == nil {
      first[Int(token.term)] = form
      numbers.append(Int(token.term))
    }
    // Terms stand in the order of their numbers.
    for (place, number) in numbers.sorted().enumerated() { terms[place].form = first[number] }
  }

  /// No document can match.
  public var isEmpty: Bool { terms.isEmpty && phrases.isEmpty && prefixes.isEmpty }
}
