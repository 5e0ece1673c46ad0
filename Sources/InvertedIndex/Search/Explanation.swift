/// Why a document has its score: one part a phrase, term and beginning of a word, in the order of
/// the query.
public struct Explanation: Sendable, Hashable {
  /// One term's part.
  public struct Part: Sendable, Hashable {
    /// The term, as the analyzer makes it; of a phrase its terms in quotes, of a beginning with a
    /// star behind it.
    public let term: String
    /// How often it stands in each field, in the order of the index's fields; nowhere where the
    /// model counts a term that the document lacks.
    public let frequencies: [Int]
    /// Documents that have it.
    public let documentFrequency: Int
    /// The model's inverse document frequency; of two SMART triples the product of both sides'.
    public let idf: Double
    /// What the query gives: the term's frequency there, boosts, normalization.
    public let queryPart: Double
    /// What the document's frequencies and lengths give.
    public let documentPart: Double
    /// How the document's length counts in `documentPart`; above 1 lowers BM25's scores, for
    /// TF-IDF it is the factor itself.
    public let lengthPart: Double
    /// `idf · queryPart · documentPart`: what the term adds to the score.
    public let contribution: Double
  }

  /// What stands for a term where nearness in the latent space adds to the score.
  public static let nearness = "(nearness)"
  /// What stands for a term where words that stand beside each other in the query stand near each
  /// other in the document.
  public static let proximity = "(proximity)"
  /// What stands for a term where a document has words of the query in their very form.
  public static let exactForms = "(exact forms)"
  /// What stands for a term where a document's text is the query's: what puts it first, and its
  /// nearness.
  public static let sameText = "(same text)"

  /// The parts. They add up to `score`.
  public let parts: [Part]
  /// The document's score.
  public let score: Double
}
