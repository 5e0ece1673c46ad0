// Made by Eval/duplicates/fit.py --write. Change that.

/// The coefficients of ``PairModel``, in the order of ``PairFeature``.
enum PairCoefficients {
  static let firstBias = -4.862070
  static let secondBias = -3.340069
  /// Of the smaller and of the larger lead over other pairs.
  static let standing = (0.430046, 0.503802)
  /// The share of duplicates among pairs that are the same after normalization.
  static let exact = 0.984615
  /// The share of duplicates among pairs that a rule keeps apart.
  static let keptApart = 0.070621
  static let first: [Double] = [
    1.809234,  // overlap
    0.085172,  // leastCoverage
    1.099883,  // mostCoverage
    1.138911,  // sharedTopic
    -1.058992,  // substitution
    -2.408029,  // soleSubstitution
    -0.949708,  // slotSubstitution
    0.000000,  // scopeAdded
    1.995677,  // sameWords
    1.764930,  // synonymShare
    0.600535,  // acronym
    -1.855768,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    0.000000,  // notation
    0.000000,  // tail
    -0.821720,  // aspectConflict
    0.000000,  // aspectAdded
    0.115636,  // aspectOverlap
    -0.298310,  // tellingAdded
    -0.430810,  // tellingConflict
    -1.573931,  // tellingDifference
    0.345374,  // comparison
    -1.195511,  // answers
    2.296592,  // answerCosine
    1.469252,  // documentCosine
    1.005790,  // answerCoverage
    0.085428,  // oneAnswer
    0.000000,  // contextConflict
    -0.243608,  // contextAdded
  ]
  static let second: [Double] = [
    1.583656,  // overlap
    0.000000,  // leastCoverage
    0.014424,  // mostCoverage
    0.000000,  // sharedTopic
    -1.022918,  // substitution
    -2.059838,  // soleSubstitution
    -0.732306,  // slotSubstitution
    0.179114,  // scopeAdded
    0.854314,  // sameWords
    0.798296,  // synonymShare
    0.890945,  // acronym
    -1.624656,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    0.000000,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -0.070703,  // notation
    0.000000,  // tail
    -0.321491,  // aspectConflict
    0.000000,  // aspectAdded
    0.197852,  // aspectOverlap
    -0.092753,  // tellingAdded
    -0.288142,  // tellingConflict
    -0.541676,  // tellingDifference
    0.000000,  // comparison
    -0.386299,  // answers
    0.104354,  // answerCosine
    1.571278,  // documentCosine
    0.546634,  // answerCoverage
    0.399625,  // oneAnswer
    0.000000,  // contextConflict
    -0.485120,  // contextAdded
  ]
}
