import Foundation
import InvertedIndex

/// Scores documents from the definitions, one document and one term at a time. Slow and obvious:
/// what the engine is compared with.
public struct ScoringOracle {
  /// Documents as fields of words, split at blanks.
  public let documents: [[[String]]]
  private let fieldNames: [String]

  /// An oracle over documents whose fields are words with single blanks between them.
  public init(_ documents: [[String]], fieldNames: [String]) {
    self.documents = documents.map { $0.map { $0.split(separator: " ").map(String.init) } }
    self.fieldNames = fieldNames
  }

  /// All documents that have a term of the query, with their scores: score descending, then number
  /// ascending.
  public func ranking(_ query: Query, _ model: ScoringModel) -> [(document: Int, score: Double)] {
    let terms = query.terms.filter { documentFrequency($0.text) > 0 }
    return documents.indices
      .filter { document in terms.contains { frequency($0.text, document) > 0 } }
      .map { ($0, score(terms, model, $0)) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }

  private var count: Double { Double(documents.count) }

  private func words(_ document: Int) -> [String] { documents[document].flatMap { $0 } }

  private func frequency(_ term: String, _ document: Int) -> Double {
    Double(words(document).filter { $0 == term }.count)
  }

  private func documentFrequency(_ term: String) -> Double {
    Double(documents.indices.filter { words($0).contains(term) }.count)
  }

  private func score(_ terms: [Query.Term], _ model: ScoringModel, _ document: Int) -> Double {
    switch model {
    case .bm25(let model): return bm25(terms, model, document)
    case .bm25f(let model): return bm25f(terms, model, document)
    case .tfidfCosine: return cosine(terms, document)
    case .tfidfLucene: return lucene(terms, document)
    }
  }

  private func bm25Idf(_ term: String) -> Double {
    let frequency = documentFrequency(term)
    return log(1 + (count - frequency + 0.5) / (frequency + 0.5))
  }

  private func bm25(_ terms: [Query.Term], _ model: BM25, _ document: Int) -> Double {
    let total = documents.indices.reduce(0.0) { $0 + Double(words($1).count) }
    let average = total == 0 ? 1 : total / count
    var score = 0.0
    for term in terms {
      let tf = frequency(term.text, document)
      guard tf > 0 else { continue }
      let length = 1 - model.b + model.b * Double(words(document).count) / average
      score +=
        Double(term.frequency) * term.boost * bm25Idf(term.text) * tf / (tf + model.k1 * length)
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

  private func cosine(_ terms: [Query.Term], _ document: Int) -> Double {
    let weights = terms.map { term in
      (1 + log(Double(term.frequency))) * term.boost * log(count / documentFrequency(term.text))
    }
    let queryLength = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard queryLength > 0 else { return 0 }
    let documentLength = Set(words(document)).reduce(0.0) {
      let weight = 1 + log(frequency($1, document))
      return $0 + weight * weight
    }.squareRoot()
    return zip(terms, weights).reduce(0.0) { sum, pair in
      let tf = frequency(pair.0.text, document)
      return tf > 0 ? sum + pair.1 / queryLength * (1 + log(tf)) / documentLength : sum
    }
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
