// Made by Eval/duplicates/fit.py --write. Change that.

/// The coefficients of ``PairModel``, in the order of ``PairFeature``.
enum PairCoefficients {
  static let firstBias = -4.827247
  static let secondBias = -3.488925
  /// Of the smaller and of the larger lead over other pairs.
  static let standing = (0.425465, 0.485146)
  /// The share of duplicates among pairs that are the same after normalization.
  static let exact = 0.984615
  /// The share of duplicates among pairs that a rule keeps apart.
  static let keptApart = 0.063091
  static let first: [Double] = [
    1.870828,  // overlap
    0.049947,  // leastCoverage
    1.111545,  // mostCoverage
    1.180339,  // sharedTopic
    -1.073544,  // substitution
    -2.438338,  // soleSubstitution
    -0.946099,  // slotSubstitution
    0.000000,  // scopeAdded
    1.928025,  // sameWords
    1.771749,  // synonymShare
    0.281374,  // acronym
    -1.837955,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -1.984662,  // notation
    0.000000,  // tail
    -0.862802,  // aspectConflict
    0.000000,  // aspectAdded
    0.117359,  // aspectOverlap
    -0.305706,  // tellingAdded
    -0.443681,  // tellingConflict
    -1.580011,  // tellingDifference
    0.315460,  // comparison
    -1.199842,  // answers
    2.330705,  // answerCosine
    1.397311,  // documentCosine
    1.000496,  // answerCoverage
    0.089946,  // oneAnswer
    0.000000,  // contextConflict
    -0.154337,  // contextAdded
  ]
  static let second: [Double] = [
    1.620098,  // overlap
    0.000000,  // leastCoverage
    0.141869,  // mostCoverage
    0.000000,  // sharedTopic
    -1.017497,  // substitution
    -2.149505,  // soleSubstitution
    -0.782572,  // slotSubstitution
    0.149727,  // scopeAdded
    0.809534,  // sameWords
    0.867614,  // synonymShare
    0.652246,  // acronym
    -1.683132,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -2.169024,  // notation
    0.000000,  // tail
    -0.297113,  // aspectConflict
    0.000000,  // aspectAdded
    0.205167,  // aspectOverlap
    -0.093124,  // tellingAdded
    -0.307369,  // tellingConflict
    -0.530052,  // tellingDifference
    0.022770,  // comparison
    -0.562690,  // answers
    0.462969,  // answerCosine
    1.517901,  // documentCosine
    0.619754,  // answerCoverage
    0.411860,  // oneAnswer
    0.000000,  // contextConflict
    -0.400092,  // contextAdded
  ]
}
