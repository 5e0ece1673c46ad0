import Foundation
import InvertedIndex

/// Scores documents from the definitions, one document and one term at a time. Slow and obvious:
/// what the engine is compared with.
public struct ScoringOracle {
  /// Documents as fields of words, split at blanks.
  public let documents: [[[String]]]
  private let fieldNames: [String]
  /// The mean length of a document, all fields together.
  private let averageLength: Double

  /// An oracle over documents whose fields are words with single blanks between them.
  public init(_ documents: [[String]], fieldNames: [String]) {
    self.documents = documents.map { $0.map { $0.split(separator: " ").map(String.init) } }
    self.fieldNames = fieldNames
    let total = documents.joined().reduce(0.0) { $0 + Double($1.split(separator: " ").count) }
    averageLength = total == 0 ? 1 : total / Double(documents.count)
  }

  /// All documents that have a term of the query, with their scores: score descending, then number
  /// ascending.
  public func ranking(_ query: Query, _ model: ScoringModel) -> [(document: Int, score: Double)] {
    rankingOfAll(query, model).filter { entry in
      query.terms.contains { frequency($0.text, entry.document) > 0 }
    }
  }

  /// All documents with their scores by the full formula, whether they match or not: score
  /// descending, then number ascending.
  public func rankingOfAll(
    _ query: Query, _ model: ScoringModel
  ) -> [(document: Int, score: Double)] {
    let terms = query.terms.filter { documentFrequency($0.text) > 0 }
    return documents.indices
      .map { ($0, score(terms, model, $0)) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }

  var count: Double { Double(documents.count) }

  func words(_ document: Int) -> [String] { documents[document].flatMap { $0 } }

  func frequency(_ term: String, _ document: Int) -> Double {
    Double(words(document).filter { $0 == term }.count)
  }

  func documentFrequency(_ term: String) -> Double {
    Double(documents.indices.filter { words($0).contains(term) }.count)
  }

  private func score(_ terms: [Query.Term], _ model: ScoringModel, _ document: Int) -> Double {
    switch model {
    case .bm25(let model): return bm25(terms, model, document)
    case .bm25f(let model): return bm25f(terms, model, document)
    case .bm25l(let model): return bm25l(terms, model, document)
    case .bm25Plus(let model): return bm25Plus(terms, model, document)
    case .bm25Adaptive(let model): return bm25Adaptive(terms, model, document)
    case .tfidf(let model): return smart(terms, model, document)
    case .tfidfLucene: return lucene(terms, document)
    }
  }

  private func bm25Idf(_ term: String) -> Double {
    let frequency = documentFrequency(term)
    return log(1 + (count - frequency + 0.5) / (frequency + 0.5))
  }

  private func bm25(_ terms: [Query.Term], _ model: BM25, _ document: Int) -> Double {
    var score = 0.0
    for term in terms {
      let tf = frequency(term.text, document)
      guard tf > 0 else { continue }
      let df = documentFrequency(term.text)
      let saturated = tf / (tf + model.k1 * lengthPart(document, b: model.b))
      let weight = Double(term.frequency) * term.boost
      switch model.variant {
      case .lucene: score += weight * bm25Idf(term.text) * saturated
      case .robertson: score += weight * log((count - df + 0.5) / (df + 0.5)) * saturated
      case .atire: score += weight * log(count / df) * (model.k1 + 1) * saturated
      }
    }
    return score
  }

  /// `1 − b + b · dl / avgdl`.
  func lengthPart(_ document: Int, b: Double) -> Double {
    1 - b + b * Double(words(document).count) / averageLength
  }

  private func bm25l(_ terms: [Query.Term], _ model: BM25Delta, _ document: Int) -> Double {
    var score = 0.0
    for term in terms {
      let tf = frequency(term.text, document)
      guard tf > 0 || model.countsAbsentTerms else { continue }
      let c = tf == 0 ? 0 : tf / lengthPart(document, b: model.b)
      score +=
        Double(term.frequency) * term.boost
        * log((count + 1) / (documentFrequency(term.text) + 0.5))
        * (model.k1 + 1) * (c + model.delta) / (model.k1 + c + model.delta)
    }
    return score
  }

  private func bm25Plus(_ terms: [Query.Term], _ model: BM25Delta, _ document: Int) -> Double {
    var score = 0.0
    for term in terms {
      let tf = frequency(term.text, document)
      guard tf > 0 || model.countsAbsentTerms else { continue }
      let saturated =
        tf == 0
        ? 0 : (model.k1 + 1) * tf / (tf + model.k1 * lengthPart(document, b: model.b))
      score +=
        Double(term.frequency) * term.boost * log((count + 1) / documentFrequency(term.text))
        * (saturated + model.delta)
    }
    return score
  }

  private func bm25f(_ terms: [Query.Term], _ model: BM25F, _ document: Int) -> Double {
    var score = 0.0
    for term in terms {
      var weighted = 0.0
      for (field, name) in fieldNames.enumerated() {
        let parameters = model.fields.first { $0.name == name } ?? BM25F.Field(name)
        let lengths = documents.map { Double($0[field].count) }.filter { $0 > 0 }
        guard !lengths.isEmpty else { continue }
        let average = lengths.reduce(0, +) / Double(lengths.count)
        let words = documents[document][field]
        let tf = Double(words.filter { $0 == term.text }.count)
        weighted +=
          parameters.weight * tf
          / (1 - parameters.b + parameters.b * Double(words.count) / average)
      }
      guard weighted > 0 else { continue }
      score +=
        Double(term.frequency) * term.boost * bm25Idf(term.text) * weighted / (model.k1 + weighted)
    }
    return score
  }

  private func lucene(_ terms: [Query.Term], _ document: Int) -> Double {
    terms.reduce(0.0) { sum, term in
      let tf = frequency(term.text, document)
      guard tf > 0 else { return sum }
      let idf = 1 + log((count + 1) / (documentFrequency(term.text) + 1))
      return sum + Double(term.frequency) * term.boost * tf.squareRoot() * idf * idf
        / Double(words(document).count).squareRoot()
    }
  }
}
