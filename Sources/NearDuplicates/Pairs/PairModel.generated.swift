// Made by Eval/duplicates/fit.py --write. Change that.

/// The coefficients of ``PairModel``, in the order of ``PairFeature``.
enum PairCoefficients {
  static let firstBias = -4.742075
  static let secondBias = -3.511853
  /// Of the smaller and of the larger lead over other pairs.
  static let standing = (0.428922, 0.583297)
  /// The share of duplicates among pairs that are the same after normalization.
  static let exact = 0.984615
  /// The share of duplicates among pairs that a rule keeps apart.
  static let keptApart = 0.056140
  static let first: [Double] = [
    3.494899,  // overlap
    0.000000,  // leastCoverage
    0.446677,  // mostCoverage
    1.034514,  // sharedTopic
    -1.200207,  // substitution
    -3.658483,  // soleSubstitution
    -1.183613,  // slotSubstitution
    2.224596,  // sameWords
    1.888523,  // synonymShare
    0.012319,  // acronym
    -3.784489,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    -0.132031,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -2.284632,  // notation
    0.000000,  // tail
    -1.202358,  // aspectConflict
    0.000000,  // aspectAdded
    0.308094,  // aspectOverlap
    -0.176095,  // tellingAdded
    -0.191795,  // tellingConflict
    -2.541547,  // tellingDifference
    0.045732,  // comparison
    -1.215813,  // answers
    1.732031,  // answerCosine
    1.658978,  // documentCosine
    2.345336,  // answerCoverage
    -0.141844,  // oneAnswer
    0.000000,  // contextConflict
    -1.515674,  // contextAdded
  ]
  static let second: [Double] = [
    2.528907,  // overlap
    0.000000,  // leastCoverage
    0.000000,  // mostCoverage
    0.000000,  // sharedTopic
    -1.031568,  // substitution
    -3.012974,  // soleSubstitution
    -0.903615,  // slotSubstitution
    1.023454,  // sameWords
    0.734226,  // synonymShare
    0.178971,  // acronym
    -2.735137,  // numbers
    0.000000,  // numberAdded
    0.000000,  // negation
    -0.089803,  // opposites
    0.000000,  // swapped
    0.000000,  // names
    -0.402536,  // notation
    0.000000,  // tail
    -0.295122,  // aspectConflict
    0.000000,  // aspectAdded
    0.316741,  // aspectOverlap
    0.000000,  // tellingAdded
    -0.169673,  // tellingConflict
    -0.856102,  // tellingDifference
    0.000000,  // comparison
    -0.584516,  // answers
    0.328528,  // answerCosine
    1.146332,  // documentCosine
    1.524059,  // answerCoverage
    0.402784,  // oneAnswer
    0.000000,  // contextConflict
    -1.118670,  // contextAdded
  ]
}
