#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The probability that two questions are the same: logistic regression over ``PairFeature``, in
/// two steps.
///
/// The first step looks at the pair alone. The second also sees its standing: how far it is ahead
/// of what else each question might be the same as. The coefficients are in
/// `PairModel.generated.swift`; `Eval/duplicates/fit.py` fits them.
enum PairModel {
  /// What the steps make of a pair's features, standing left out, in log-odds.
  struct Scores: Sendable {
    var first: Double
    var second: Double
    /// Whether a rule keeps the questions apart.
    var isKeptApart: Bool
  }

  /// The largest lead that counts, in log-odds.
  static let largestLead = 4.0

  /// Both steps for some evidence.
  static func scores(_ evidence: PairEvidence) -> Scores {
    var scores = Scores(
      first: PairCoefficients.firstBias, second: PairCoefficients.secondBias,
      isKeptApart: evidence.isKeptApart)
    for (place, value) in evidence.values.enumerated() where value != 0 {
      scores.first += PairCoefficients.first[place] * value
      scores.second += PairCoefficients.second[place] * value
    }
    // Rules come before weights: such a pair is no rival of others either.
    if scores.isKeptApart { scores.first = min(scores.first, -largestLead) }
    return scores
  }

  /// The probability of a pair.
  ///
  /// - Parameter standing: its lead over the best other pair of each question, the smaller first.
  static func probability(
    _ scores: Scores, standing: (least: Double, most: Double)
  ) -> Double {
    let sum =
      scores.second + PairCoefficients.standing.0 * standing.least
      + PairCoefficients.standing.1 * standing.most
    let probability = 1 / (1 + exp(-sum))
    // In proportion, so that what is kept apart still has an order.
    return scores.isKeptApart ? probability * PairCoefficients.keptApart : probability
  }

  /// The probability of a pair that is the same after normalization.
  static func exactProbability(isKeptApart: Bool) -> Double {
    isKeptApart ? PairCoefficients.keptApart : PairCoefficients.exact
  }
}
