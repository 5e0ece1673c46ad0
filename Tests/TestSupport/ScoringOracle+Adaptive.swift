import Foundation
import InvertedIndex

extension ScoringOracle {
  /// BM25-adpt from its definition; k1 by a fine scan instead of the engine's coarse one.
  func bm25Adaptive(_ terms: [Query.Term], _ model: BM25Adaptive, _ document: Int) -> Double {
    var score = 0.0
    for term in terms {
      let tf = frequency(term.text, document)
      guard tf > 0 else { continue }
      let gains = gains(term.text, b: model.b)
      let k1 = adaptiveK1(gains)
      score +=
        Double(term.frequency) * term.boost * gains[1] * (k1 + 1) * tf
        / (tf + k1 * lengthPart(document, b: model.b))
    }
    return score
  }

  /// `G⁰ … Gᵀ`.
  private func gains(_ term: String, b: Double) -> [Double] {
    let normalized = documents.indices.map { frequency(term, $0) / lengthPart($0, b: b) }
    func documentFrequency(_ r: Int) -> Double {
      switch r {
      case 0: return count
      case 1: return self.documentFrequency(term)
      default: return Double(normalized.filter { $0 >= Double(r) - 0.5 }.count)
      }
    }
    func gain(_ r: Int) -> Double {
      log2((documentFrequency(r + 1) + 0.5) / (documentFrequency(r) + 1))
        - log2((documentFrequency(1) + 0.5) / (count + 1))
    }
    var last = 1
    while last < 254, documentFrequency(last + 1) > 0, last < 3 || gain(last) <= gain(last + 1) {
      last += 1
    }
    return (0...last).map(gain)
  }

  private func adaptiveK1(_ gains: [Double]) -> Double {
    guard gains[1] > 0, gains.count > 2 else { return 0.001 }
    let points = gains.enumerated().dropFirst(2).map { (Double($0.offset), $0.element / gains[1]) }
    func error(_ k1: Double) -> Double {
      points.reduce(0) { sum, point in
        let difference = point.1 - (k1 + 1) * point.0 / (k1 + point.0)
        return sum + difference * difference
      }
    }
    // d/dk1 of (k1 + 1) · r / (k1 + r) is r · (r − 1) / (k1 + r)².
    func slope(_ k1: Double) -> Double {
      points.reduce(0) { sum, point in
        let (r, gain) = point
        return sum - 2 * (gain - (k1 + 1) * r / (k1 + r)) * r * (r - 1) / pow(k1 + r, 2)
      }
    }
    let step = 9.999 / 5000
    let scan = (0...5000).map { 0.001 + Double($0) * step }
    let best = scan.min { error($0) < error($1) } ?? 0.001
    var (lower, upper) = (max(best - step, 0.001), min(best + step, 10))
    if slope(lower) >= 0 { return lower }
    if slope(upper) <= 0 { return upper }
    for _ in 0..<200 {
      let middle = (lower + upper) / 2
      if slope(middle) < 0 { lower = middle } else { upper = middle }
    }
    return lower
  }
}
