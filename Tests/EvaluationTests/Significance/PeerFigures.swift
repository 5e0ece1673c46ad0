import Foundation
import TestSupport

/// Figures of scipy, scikit-learn and statsmodels (`Eval/peers/paired_statistics.py`).
struct PeerFigures: Decodable {
  struct Comparison: Decodable {
    let baseline: [Double]
    let system: [Double]
    let t: Double
    let tProbability: Double
    let exactProbability: Double?
    let randomProbability: Double?
    let bootstrap: Bootstrap?

    enum CodingKeys: String, CodingKey {
      case baseline, system, t, bootstrap
      case tProbability = "t p"
      case exactProbability = "exact p"
      case randomProbability = "random p"
    }
  }

  struct Bootstrap: Decodable {
    let mean: Double
    let standardized: Double
    let meanPercentile: [Double]
    let meanAccelerated: [Double]
    let standardizedPercentile: [Double]
    let standardizedAccelerated: [Double]

    enum CodingKeys: String, CodingKey {
      case mean, standardized
      case meanPercentile = "mean percentile"
      case meanAccelerated = "mean bca"
      case standardizedPercentile = "standardized percentile"
      case standardizedAccelerated = "standardized bca"
    }
  }

  struct Clustering: Decodable {
    let predicted: [Int]
    let actual: [Int]
    let bCubed: [Double]
    let pairs: [Int]
    let exactClusters: [Double]

    enum CodingKeys: String, CodingKey {
      case predicted, actual
      case bCubed = "b-cubed"
      case pairs = "tn fp fn tp"
      case exactClusters = "exact clusters"
    }
  }

  struct Detection: Decodable {
    let labels: [Int]
    let scores: [Double]
    let averagePrecision: Double
    let brier: Double
    let ece: Double
    let thresholds: [Double]
    let precision: [Double]
    let recall: [Double]

    enum CodingKeys: String, CodingKey {
      case labels, scores, brier, ece, thresholds, precision, recall
      case averagePrecision = "average precision"
    }
  }

  struct Correction: Decodable {
    let p: [Double]
    let holm: [Double]
    let benjaminiHochberg: [Double]

    enum CodingKeys: String, CodingKey {
      case p, holm
      case benjaminiHochberg = "benjamini-hochberg"
    }
  }

  struct Distributions: Decodable {
    let student: [[Double]]
    let normal: [[Double]]
    let normalQuantile: [[Double]]

    enum CodingKeys: String, CodingKey {
      case student, normal
      case normalQuantile = "normal quantile"
    }
  }

  let comparisons: [Comparison]
  let clusterings: [Clustering]
  let detections: [Detection]
  let corrections: [Correction]
  let distributions: Distributions

  /// The stored figures.
  static func stored() throws -> PeerFigures {
    let path = Repository.root + "/Eval/peers/paired_statistics.json"
    return try JSONDecoder().decode(
      PeerFigures.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

/// Whether two figures agree to 1e-9 of the second, or to 1e-13.
func agrees(_ a: Double?, _ b: Double) -> Bool {
  guard let a else { return false }
  return abs(a - b) <= max(1e-13, 1e-9 * abs(b))
}
