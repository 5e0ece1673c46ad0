/// BM25 over weighted fields: frequencies are put together before they saturate.
///
/// `idf · t / (k1 + t)` with `t = Σ_f w_f · tf_f / (1 − b_f + b_f · len_f / avglen_f)` ("simple
/// BM25F": Zaragoza et al. 2004; Robertson and Zaragoza 2009, section 3.6) and Lucene's idf of
/// documents that have the term in any field. `avglen_f` is the mean over documents that have the
/// field, so that a bank without answers does not make every answer look long.
public struct BM25F: Sendable, Hashable {
  /// How one field counts.
  public struct Field: Sendable, Hashable {
    /// The field's name in the index.
    public let name: String
    /// How many occurrences in a field of weight 1 one occurrence here is worth; zero or more.
    public var weight: Double
    /// How much the field's length counts, from 0 to 1.
    public var b: Double

    /// A field, of weight 1 and with BM25's usual length part if nothing else is said.
    public init(_ name: String, weight: Double = 1, b: Double = 0.75) {
      precondition(weight.isFinite && weight >= 0, "a weight is a finite number, zero or more")
      precondition((0...1).contains(b), "b is a number from 0 to 1")
      self.name = name
      self.weight = weight
      self.b = b
    }
  }

  /// How slowly further occurrences of a term stop counting; above zero.
  public var k1: Double
  /// Parameters of fields, each named once; a field that is not named has weight 1 and b 0.75.
  public var fields: [Field]

  /// All fields alike, unless they are named.
  public init(k1: Double = 1.2, fields: [Field] = []) {
    precondition(k1.isFinite && k1 >= 0, "k1 is a finite number, zero or more")
    self.k1 = k1
    self.fields = fields
  }

  struct Scorer: TermScorer {
    struct Column {
      let weight: Double
      /// The divisor of a frequency in a field of a length is `base + slope · length`.
      private let base: Double
      private let slope: Double

      init(_ field: Field, averageLength: Double) {
        weight = field.weight
        base = 1 - field.b
        // No document has a field whose mean is 0, and 0 / 0 is no number.
        slope = averageLength > 0 ? field.b / averageLength : 0
      }

      /// What one occurrence is worth in a field of a length.
      @inline(__always)
      func factor(length: UInt32) -> Double { weight / (base + slope * Double(length)) }

      /// A frequency's worth in a field of a length.
      @inline(__always)
      func normalized(_ frequency: UInt32, length: UInt32) -> Double {
        Double(frequency) * factor(length: length)
      }
    }

    let query: Double
    let idf: Double
    let k1: Double
    let columns: [Column]
    let lengths: FieldLengths

    func parts(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> TermParts {
      var plain = 0.0
      for (field, column) in columns.enumerated() {
        plain += column.weight * Double(frequencies[field])
      }
      let normalized = normalized(frequencies, document: document)
      return TermParts(
        query: query, idf: idf, document: saturated(normalized),
        length: normalized > 0 ? plain / normalized : 1)
    }

    func factor(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> Double {
      saturated(normalized(frequencies, document: document))
    }

    @inline(__always)
    private func normalized(
      _ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int
    ) -> Double {
      columns.withUnsafeBufferPointer { columns in
        var normalized = 0.0
        // Most terms are in one field of a document, and a division costs as much as all the rest.
        for field in 0..<columns.count where frequencies[field] > 0 {
          normalized += columns[field].normalized(
            frequencies[field], length: lengths.length(field: field, document: document))
        }
        return normalized
      }
    }

    /// What the weighted frequencies of all fields come to.
    @inline(__always)
    func saturated(_ normalized: Double) -> Double {
      // With no weight at all the quotient would be 0 / 0, with a length that no writer makes ∞ /
      // ∞.
      normalized > 0 ? (normalized.isFinite ? normalized / (k1 + normalized) : 1) : 0
    }
  }

  func scorers(_ context: ScoringContext) -> [Scorer] {
    let columns = context.statistics.fields.map { field in
      Scorer.Column(
        fields.first { $0.name == field.name } ?? Field(field.name),
        averageLength: field.averageLength)
    }
    return context.terms.map { term in
      Scorer(
        query: Double(term.term.frequency) * term.term.boost,
        idf: BM25.idf(
          documentFrequency: term.documentFrequency,
          documentCount: context.statistics.documentCount),
        k1: k1, columns: columns, lengths: context.lengths)
    }
  }
}
