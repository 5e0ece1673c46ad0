// Made by Eval/duplicates/fit.py --write. Change that.

/// The coefficients of ``PairModel``, in the order of ``PairFeature``.
enum PairCoefficients {
  static let firstBias = -4.858333
  static let secondBias = -3.329367
  /// Of the smaller and of the larger lead over other pairs.
  static let standing = (0.442453, 0.487048)
  /// The share of duplicates among pairs that are the same after normalization.
  static let exact = 0.984615
  /// The share of duplicates among pairs that a rule keeps apart.
  static let keptApart = 0.063091
  static let first: [Double] = [
    1.884525,  // overlap
    0.057393,  // leastCoverage
    1.083934,  // mostCoverage
    1.156593,  // sharedTopic
    -1.089211,  // substitution
    -2.374939,  // soleSubstitution
    -0.955944,  // slotSubstitution
    0.000000,  // scopeAdded
    1.934271,  // sameWords
    1.759160,  // synonymShare
    0.586617,  // acronym
    -1.822372,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -2.119988,  // notation
    0.000000,  // tail
    -0.817811,  // aspectConflict
    0.000000,  // aspectAdded
    0.117144,  // aspectOverlap
    -0.294240,  // tellingAdded
    -0.435387,  // tellingConflict
    -1.587494,  // tellingDifference
    0.345104,  // comparison
    -1.200167,  // answers
    2.322230,  // answerCosine
    1.426248,  // documentCosine
    1.012756,  // answerCoverage
    0.085863,  // oneAnswer
    0.000000,  // contextConflict
    -0.169394,  // contextAdded
  ]
  static let second: [Double] = [
    1.602307,  // overlap
    0.000000,  // leastCoverage
    0.018253,  // mostCoverage
    0.000000,  // sharedTopic
    -1.050310,  // substitution
    -2.032494,  // soleSubstitution
    -0.735286,  // slotSubstitution
    0.177437,  // scopeAdded
    0.814772,  // sameWords
    0.810075,  // synonymShare
    0.890772,  // acronym
    -1.585838,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -2.320874,  // notation
    0.000000,  // tail
    -0.318811,  // aspectConflict
    0.000000,  // aspectAdded
    0.193156,  // aspectOverlap
    -0.093598,  // tellingAdded
    -0.296294,  // tellingConflict
    -0.554020,  // tellingDifference
    0.000000,  // comparison
    -0.402281,  // answers
    0.158355,  // answerCosine
    1.563516,  // documentCosine
    0.550621,  // answerCoverage
    0.402236,  // oneAnswer
    0.000000,  // contextConflict
    -0.444131,  // contextAdded
  ]
}
