// Made by Eval/duplicates/fit.py --write. Change that.

/// The coefficients of ``PairModel``, in the order of ``PairFeature``.
enum PairCoefficients {
  static let firstBias = -4.856742
  static let secondBias = -3.331836
  /// Of the smaller and of the larger lead over other pairs.
  static let standing = (0.436134, 0.497026)
  /// The share of duplicates among pairs that are the same after normalization.
  static let exact = 0.985075
  /// The share of duplicates among pairs that a rule keeps apart.
  static let keptApart = 0.069832
  static let first: [Double] = [
    1.775470,  // overlap
    0.119705,  // leastCoverage
    1.113060,  // mostCoverage
    1.125961,  // sharedTopic
    -1.054238,  // substitution
    -2.407498,  // soleSubstitution
    -0.947462,  // slotSubstitution
    0.000000,  // scopeAdded
    1.994984,  // sameWords
    1.762783,  // synonymShare
    0.598142,  // acronym
    -1.853271,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    0.000000,  // notation
    0.000000,  // tail
    -0.825964,  // aspectConflict
    0.000000,  // aspectAdded
    0.108428,  // aspectOverlap
    -0.297363,  // tellingAdded
    -0.430181,  // tellingConflict
    -1.442994,  // tellingDifference
    0.343550,  // comparison
    -1.193021,  // answers
    2.297996,  // answerCosine
    1.458051,  // documentCosine
    1.003533,  // answerCoverage
    0.087817,  // oneAnswer
    0.000000,  // contextConflict
    -0.211219,  // contextAdded
  ]
  static let second: [Double] = [
    1.629130,  // overlap
    0.002786,  // leastCoverage
    0.000000,  // mostCoverage
    0.000000,  // sharedTopic
    -1.013517,  // substitution
    -2.064757,  // soleSubstitution
    -0.727383,  // slotSubstitution
    0.173376,  // scopeAdded
    0.821700,  // sameWords
    0.793991,  // synonymShare
    0.899074,  // acronym
    -1.511485,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -0.066395,  // notation
    0.000000,  // tail
    -0.320024,  // aspectConflict
    0.000000,  // aspectAdded
    0.198902,  // aspectOverlap
    -0.089024,  // tellingAdded
    -0.285640,  // tellingConflict
    -0.434515,  // tellingDifference
    0.000000,  // comparison
    -0.382225,  // answers
    0.103229,  // answerCosine
    1.553123,  // documentCosine
    0.551208,  // answerCoverage
    0.400050,  // oneAnswer
    0.000000,  // contextConflict
    -0.493782,  // contextAdded
  ]
}
