// Made by Eval/duplicates/fit.py --write. Change that.

/// The coefficients of ``PairModel``, in the order of ``PairFeature``.
enum PairCoefficients {
  static let firstBias = -4.880686
  static let secondBias = -3.527585
  /// Of the smaller and of the larger lead over other pairs.
  static let standing = (0.416917, 0.470209)
  /// The share of duplicates among pairs that are the same after normalization.
  static let exact = 0.984615
  /// The share of duplicates among pairs that a rule keeps apart.
  static let keptApart = 0.063091
  static let first: [Double] = [
    2.151088,  // overlap
    0.000000,  // leastCoverage
    0.881084,  // mostCoverage
    1.165739,  // sharedTopic
    -1.241578,  // substitution
    -3.215567,  // soleSubstitution
    -1.109722,  // slotSubstitution
    0.082671,  // scopeAdded
    1.927351,  // sameWords
    1.779009,  // synonymShare
    0.232708,  // acronym
    -3.841413,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -2.486814,  // notation
    0.000000,  // tail
    -0.827312,  // aspectConflict
    0.000000,  // aspectAdded
    0.144470,  // aspectOverlap
    -0.307032,  // tellingAdded
    -0.448284,  // tellingConflict
    -1.566623,  // tellingDifference
    0.263585,  // comparison
    -1.103009,  // answers
    2.041797,  // answerCosine
    1.793212,  // documentCosine
    0.925232,  // answerCoverage
    0.105912,  // oneAnswer
    0.000000,  // contextConflict
    -0.273170,  // contextAdded
  ]
  static let second: [Double] = [
    1.638217,  // overlap
    0.000000,  // leastCoverage
    0.024038,  // mostCoverage
    0.037997,  // sharedTopic
    -1.068602,  // substitution
    -2.801037,  // soleSubstitution
    -0.928307,  // slotSubstitution
    0.360563,  // scopeAdded
    0.792188,  // sameWords
    0.856829,  // synonymShare
    0.609182,  // acronym
    -2.787558,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -0.716689,  // notation
    0.000000,  // tail
    -0.261786,  // aspectConflict
    0.000000,  // aspectAdded
    0.237125,  // aspectOverlap
    -0.088714,  // tellingAdded
    -0.299747,  // tellingConflict
    -0.495233,  // tellingDifference
    0.015081,  // comparison
    -0.543119,  // answers
    0.472587,  // answerCosine
    1.677362,  // documentCosine
    0.576333,  // answerCoverage
    0.415064,  // oneAnswer
    0.000000,  // contextConflict
    -0.397238,  // contextAdded
  ]
}
