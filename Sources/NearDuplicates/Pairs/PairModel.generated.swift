// Made by Eval/duplicates/fit.py --write. Change that.

/// The coefficients of ``PairModel``, in the order of ``PairFeature``.
enum PairCoefficients {
  static let firstBias = -5.058667
  static let secondBias = -3.451452
  /// Of the smaller and of the larger lead over other pairs.
  static let standing = (0.509521, 0.527702)
  /// The share of duplicates among pairs that are the same after normalization.
  static let exact = 0.982143
  /// The share of duplicates among pairs that a rule keeps apart.
  static let keptApart = 0.055351
  static let first: [Double] = [
    2.060031,  // overlap
    0.000000,  // leastCoverage
    1.793136,  // mostCoverage
    0.000000,  // wordJaccard
    0.000000,  // characterJaccard
    0.000000,  // editSimilarity
    0.000000,  // order
    0.599607,  // sharedTopic
    0.000000,  // leastRest
    0.000000,  // mostRest
    -1.123802,  // substitution
    -3.678498,  // soleSubstitution
    -1.140713,  // slotSubstitution
    0.000000,  // addition
    5.050047,  // sameWords
    2.073397,  // synonymShare
    1.186160,  // acronym
    -3.603809,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -2.460724,  // notation
    0.000000,  // tail
    -1.098627,  // aspectConflict
    0.000000,  // aspectAdded
    0.319826,  // aspectOverlap
    0.000000,  // comparison
    -1.686117,  // answers
    5.019443,  // answerCosine
    2.444207,  // documentCosine
    1.673386,  // answerCoverage
    -0.111879,  // oneAnswer
    0.000000,  // contextConflict
    0.000000,  // contextAdded
  ]
  static let second: [Double] = [
    2.048962,  // overlap
    0.000000,  // leastCoverage
    0.253069,  // mostCoverage
    0.000000,  // wordJaccard
    0.000000,  // characterJaccard
    0.000000,  // editSimilarity
    0.000000,  // order
    0.000000,  // sharedTopic
    0.000000,  // leastRest
    0.000000,  // mostRest
    -0.918041,  // substitution
    -3.189043,  // soleSubstitution
    -0.926926,  // slotSubstitution
    0.000000,  // addition
    3.878275,  // sameWords
    0.847242,  // synonymShare
    1.014694,  // acronym
    -2.759862,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    -0.136776,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -0.688429,  // notation
    0.000000,  // tail
    -0.351505,  // aspectConflict
    0.000000,  // aspectAdded
    0.376035,  // aspectOverlap
    0.000000,  // comparison
    -0.582572,  // answers
    0.952052,  // answerCosine
    1.719867,  // documentCosine
    1.760789,  // answerCoverage
    0.355159,  // oneAnswer
    0.000000,  // contextConflict
    0.000000,  // contextAdded
  ]
}
