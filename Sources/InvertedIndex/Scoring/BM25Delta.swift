/// What BM25L and BM25+ take: BM25's parameters and the δ that each of them adds.
public struct BM25Delta: Sendable, Hashable {
  /// How slowly further occurrences of a term stop counting; zero or more.
  public var k1: Double
  /// How much a document's length counts, from 0 to 1.
  public var b: Double
  /// What is added, zero or more: to normalized frequencies by BM25L, to their part by BM25+.
  public var delta: Double
  /// Whether a document has a term's constant part where it lacks the term; see `BM25L` and
  /// `BM25Plus`.
  public var countsAbsentTerms: Bool

  /// BM25's usual k1 and b, if nothing else is said.
  public init(
    k1: Double = 1.2, b: Double = 0.75, delta: Double, countsAbsentTerms: Bool = true
  ) {
    precondition(k1.isFinite && k1 >= 0, "k1 is a finite number, zero or more")
    precondition((0...1).contains(b), "b is a number from 0 to 1")
    precondition(delta.isFinite && delta >= 0, "delta is a finite number, zero or more")
    self.k1 = k1
    self.b = b
    self.delta = delta
    self.countsAbsentTerms = countsAbsentTerms
  }
}
