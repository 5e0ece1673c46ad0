// Made by Eval/duplicates/fit.py --write. Change that.

/// The coefficients of ``PairModel``, in the order of ``PairFeature``.
enum PairCoefficients {
  static let firstBias = -4.869536
  static let secondBias = -3.367444
  /// Of the smaller and of the larger lead over other pairs.
  static let standing = (0.429305, 0.502541)
  /// The share of duplicates among pairs that are the same after normalization.
  static let exact = 0.983607
  /// The share of duplicates among pairs that a rule keeps apart.
  static let keptApart = 0.063091
  static let first: [Double] = [
    1.966041,  // overlap
    0.025499,  // leastCoverage
    1.087180,  // mostCoverage
    1.122453,  // sharedTopic
    -1.067545,  // substitution
    -2.458415,  // soleSubstitution
    -0.950644,  // slotSubstitution
    0.000000,  // scopeAdded
    1.913790,  // sameWords
    1.751247,  // synonymShare
    0.275489,  // acronym
    -1.835523,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -2.139217,  // notation
    0.000000,  // tail
    -0.782840,  // aspectConflict
    0.000000,  // aspectAdded
    0.148660,  // aspectOverlap
    -0.290637,  // tellingAdded
    -0.431742,  // tellingConflict
    -1.581348,  // tellingDifference
    0.377082,  // comparison
    -1.218176,  // answers
    2.375970,  // answerCosine
    1.342518,  // documentCosine
    1.049435,  // answerCoverage
    0.087146,  // oneAnswer
    0.000000,  // contextConflict
    -0.153965,  // contextAdded
  ]
  static let second: [Double] = [
    1.614889,  // overlap
    0.000000,  // leastCoverage
    0.008880,  // mostCoverage
    0.000000,  // sharedTopic
    -1.016499,  // substitution
    -2.116491,  // soleSubstitution
    -0.731347,  // slotSubstitution
    0.157451,  // scopeAdded
    0.824202,  // sameWords
    0.809847,  // synonymShare
    0.652475,  // acronym
    -1.597545,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -2.341441,  // notation
    0.000000,  // tail
    -0.273144,  // aspectConflict
    0.000000,  // aspectAdded
    0.207553,  // aspectOverlap
    -0.096851,  // tellingAdded
    -0.294717,  // tellingConflict
    -0.529585,  // tellingDifference
    0.027531,  // comparison
    -0.408039,  // answers
    0.195544,  // answerCosine
    1.533097,  // documentCosine
    0.541536,  // answerCoverage
    0.399539,  // oneAnswer
    0.000000,  // contextConflict
    -0.397985,  // contextAdded
  ]
}
