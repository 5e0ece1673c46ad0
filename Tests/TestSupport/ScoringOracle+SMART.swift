import Foundation
import InvertedIndex

extension ScoringOracle {
  /// The inner product of a query's and a document's SMART vectors.
  func smart(_ terms: [Query.Term], _ model: SMARTWeighting, _ document: Int) -> Double {
    guard !terms.isEmpty else { return 0 }
    var boosts: [String: Double] = [:]
    var frequencies: [String: Double] = [:]
    for term in terms {
      boosts[term.text] = term.boost
      frequencies[term.text] = Double(term.frequency)
    }
    let query = vector(frequencies, boosts, model.query, model)
    var words: [String: Double] = [:]
    for word in self.words(document) { words[word, default: 0] += 1 }
    let other = vector(words, [:], model.document, model)
    return query.keys.sorted().reduce(0) { $0 + (query[$1] ?? 0) * (other[$1] ?? 0) }
  }

  /// Normalized weights of terms with those frequencies.
  private func vector(
    _ frequencies: [String: Double], _ boosts: [String: Double], _ triple: SMARTTriple,
    _ model: SMARTWeighting
  ) -> [String: Double] {
    guard !frequencies.isEmpty else { return [:] }
    let values = Array(frequencies.values)
    let mean = values.reduce(0, +) / Double(values.count)
    let most = values.max() ?? 0
    var weights: [String: Double] = [:]
    for (term, tf) in frequencies {
      let first: Double
      switch triple.termFrequency.rawValue {
      case "n": first = tf
      case "l": first = 1 + log(tf)
      case "a": first = 0.5 + 0.5 * tf / most
      case "b": first = 1
      case "L": first = (1 + log(tf)) / (1 + log(mean))
      default: first = 1 + log(1 + log(tf))
      }
      let df = documentFrequency(term)
      let second: Double
      switch triple.documentFrequency.rawValue {
      case "n": second = 1
      case "t": second = log(count / df)
      default: second = df < count ? max(0, log((count - df) / df)) : 0
      }
      weights[term] = first * second * (boosts[term] ?? 1)
    }
    let divisor: Double
    switch triple.normalization.rawValue {
    case "n": divisor = 1
    case "c":
      divisor = weights.keys.sorted().reduce(0) { $0 + pow(weights[$1] ?? 0, 2) }.squareRoot()
    case "u":
      let total = documents.indices.reduce(0.0) { $0 + Double(Set(words($1)).count) }
      divisor = (1 - model.slope) * total / count + model.slope * Double(frequencies.count)
    default:
      let size = frequencies.reduce(0.0) { $0 + $1.value * Double($1.key.utf8.count) }
      divisor = pow(size, model.alpha)
    }
    return weights.mapValues { divisor == 0 ? 0 : $0 / divisor }
  }
}
