/// A term's part of a document's score, under one model. Parts add up to the score.
protocol TermScorer {
  /// The factors of the part of a document that has the term with these frequencies, one a field.
  func parts(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> TermParts

  /// The factors of the part of any document that lacks the term; nil where that has none. It does
  /// not depend on the document, or every document would have to be scored.
  var absentParts: TermParts? { get }
}

/// The factors of a term's part of a score; their product is the part.
struct TermParts {
  /// What the query gives: the term's frequency there, boosts, the query's normalization.
  let query: Double
  /// Inverse document frequency.
  let idf: Double
  /// What the document's frequencies and lengths give.
  let document: Double
  /// How the document's length counts; the meaning is the model's.
  let length: Double

  /// The part itself.
  @inline(__always)
  var product: Double { query * idf * document }
}

extension TermScorer {
  var absentParts: TermParts? { nil }

  /// The part itself.
  @inline(__always)
  func score(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> Double {
    parts(frequencies, document: document).product
  }
}

extension UnsafeMutableBufferPointer<UInt32> {
  /// The frequency over all fields together.
  @inline(__always)
  var total: Double { reduce(0) { $0 + Double($1) } }
}

/// What scorers of one query share.
struct ScoringContext {
  /// A term of the query that the index has.
  struct Term {
    let term: Query.Term
    let documentFrequency: Int

    /// The term's frequency in the query and its boost.
    var queryWeight: Double { Double(term.frequency) * term.boost }
  }

  let statistics: CollectionStatistics
  let lengths: FieldLengths
  let terms: [Term]
}
