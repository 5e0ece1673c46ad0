import InvertedIndex

/// Small random collections in which a few words are frequent and many are rare.
public struct RandomCorpus {
  /// The fields' names.
  public let fieldNames: [String]
  /// One text a field for each document, words with single blanks between them.
  public let documents: [[String]]

  /// A collection of up to `maximum` documents.
  public init(maximum: Int, using generator: inout SeededGenerator) {
    let fieldCount = Int.random(in: 1...4, using: &generator)
    fieldNames = (0..<fieldCount).map { "f\($0)" }
    documents = (0..<Int.random(in: 1...maximum, using: &generator)).map { _ in
      (0..<fieldCount).map { _ in
        (0..<Int.random(in: 0...12, using: &generator))
          .map { _ in Self.word(using: &generator) }.joined(separator: " ")
      }
    }
  }

  /// A word: `w0` in every second place or so, `w59` seldom.
  public static func word(using generator: inout SeededGenerator) -> String {
    let uniform = Double.random(in: 0..<1, using: &generator)
    return "w\(Int(60 * uniform * uniform * uniform))"
  }

  /// Some words, some of them twice, some that no document has.
  public static func query(using generator: inout SeededGenerator) -> Query {
    var terms: [Query.Term] = []
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let word = Int.random(in: 0..<8, using: &generator) == 0 ? "absent" : word(using: &generator)
      guard !terms.contains(where: { $0.text == word }) else { continue }
      terms.append(
        Query.Term(
          word, frequency: Int.random(in: 1...3, using: &generator),
          boost: Bool.random(using: &generator) ? 1 : Double.random(in: 0...2, using: &generator)))
    }
    return Query(terms: terms)
  }

  /// How many families of models `model(using:kind:)` knows.
  public static let modelKinds = 10

  /// A model with random parameters, of a random family.
  public func model(using generator: inout SeededGenerator) -> ScoringModel {
    model(using: &generator, kind: Int.random(in: 0..<Self.modelKinds, using: &generator))
  }

  /// A model of that family, below `modelKinds`, with random parameters.
  public func model(using generator: inout SeededGenerator, kind: Int) -> ScoringModel {
    let k1 = Double.random(in: 0.1...3, using: &generator)
    let b = Double.random(in: 0...1, using: &generator)
    let delta = Double.random(in: 0...2, using: &generator)
    let counts = Int.random(in: 0..<4, using: &generator) > 0
    switch kind {
    case 0: return .bm25(BM25(k1: k1, b: b))
    case 1: return .bm25(BM25(.robertson, k1: k1, b: b))
    case 2: return .bm25(BM25(.atire, k1: k1, b: b))
    case 3: return .bm25l(BM25Delta(k1: k1, b: b, delta: delta, countsAbsentTerms: counts))
    case 4: return .bm25Plus(BM25Delta(k1: k1, b: b, delta: delta, countsAbsentTerms: counts))
    case 5: return .bm25Adaptive(BM25Adaptive(b: b))
    case 6: return .bm25f(BM25F(k1: k1, fields: fields(using: &generator)))
    case 7: return .tfidfCosine
    case 8: return .tfidfLucene
    default:
      return .tfidf(
        SMARTWeighting(
          document: Self.triple(using: &generator), query: Self.triple(using: &generator),
          slope: .random(in: 0...1, using: &generator),
          alpha: .random(in: 0...1, using: &generator)))
    }
  }

  private func fields(using generator: inout SeededGenerator) -> [BM25F.Field] {
    var fields: [BM25F.Field] = []
    for name in fieldNames where Bool.random(using: &generator) {
      fields.append(
        .init(
          name, weight: .random(in: 0...4, using: &generator),
          b: .random(in: 0...1, using: &generator)))
    }
    return fields
  }

  /// Any triple of SMART letters.
  public static func triple(using generator: inout SeededGenerator) -> SMARTTriple {
    SMARTTriple(
      SMARTTriple.TermFrequency.allCases.randomElement(using: &generator) ?? .natural,
      SMARTTriple.DocumentFrequency.allCases.randomElement(using: &generator) ?? .none,
      SMARTTriple.Normalization.allCases.randomElement(using: &generator) ?? .none)
  }

  /// The collection as the engine takes it, analyzed by `plain`.
  public func writer() throws -> IndexWriter {
    let writer = IndexWriter(fields: fieldNames, analyzer: .plain)
    for (number, fields) in documents.enumerated() {
      try writer.add(
        Document(name: "d\(number)", fields: fields, stored: Array("stored \(number)".utf8)))
    }
    return writer
  }
}
