// Made by Eval/duplicates/fit.py --write. Change that.

/// The coefficients of ``PairModel``, in the order of ``PairFeature``.
enum PairCoefficients {
  static let firstBias = -4.967651
  static let secondBias = -3.449684
  /// Of the smaller and of the larger lead over other pairs.
  static let standing = (0.527257, 0.453064)
  /// The share of duplicates among pairs that are the same after normalization.
  static let exact = 0.982143
  /// The share of duplicates among pairs that a rule keeps apart.
  static let keptApart = 0.055147
  static let first: [Double] = [
    2.747011,  // overlap
    0.000000,  // leastCoverage
    1.658369,  // mostCoverage
    0.864882,  // sharedTopic
    -1.142963,  // substitution
    -3.746796,  // soleSubstitution
    -1.206375,  // slotSubstitution
    4.713020,  // sameWords
    1.996412,  // synonymShare
    0.850679,  // acronym
    -3.649811,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -2.446236,  // notation
    0.000000,  // tail
    -1.305814,  // aspectConflict
    0.000000,  // aspectAdded
    0.409897,  // aspectOverlap
    0.000000,  // comparison
    -1.792996,  // answers
    5.058482,  // answerCosine
    1.717805,  // documentCosine
    4.390124,  // answerCoverage
    -0.207607,  // oneAnswer
    0.000000,  // contextConflict
    0.000000,  // contextAdded
  ]
  static let second: [Double] = [
    2.407880,  // overlap
    0.000000,  // leastCoverage
    0.343719,  // mostCoverage
    0.000000,  // sharedTopic
    -0.986878,  // substitution
    -3.289717,  // soleSubstitution
    -0.991232,  // slotSubstitution
    3.647734,  // sameWords
    0.907556,  // synonymShare
    0.866518,  // acronym
    -2.754252,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    -0.167084,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -0.925574,  // notation
    0.000000,  // tail
    -0.457305,  // aspectConflict
    0.000000,  // aspectAdded
    0.409273,  // aspectOverlap
    0.000000,  // comparison
    -0.607310,  // answers
    1.408477,  // answerCosine
    1.622693,  // documentCosine
    2.173613,  // answerCoverage
    0.556573,  // oneAnswer
    0.000000,  // contextConflict
    0.000000,  // contextAdded
  ]
}
