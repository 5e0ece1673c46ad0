/// What two questions have in common and what keeps them apart.
public struct PairEvidence: Sendable {
  /// Whether the questions are the same after normalization, lead-ins included.
  public internal(set) var isExact = false
  /// The values of ``PairFeature``, in the order of its cases.
  public internal(set) var values: [Double]
  /// Reasons to keep the questions apart.
  public internal(set) var contrasts: [Contrast]
  /// Words that are taken for each other though written otherwise: "CNN = convolutional neural
  /// network".
  public internal(set) var equivalents: [Equivalent]
  /// Jaccard similarity of words (stems).
  public internal(set) var wordJaccard: Double
  /// Jaccard similarity of runs of five characters.
  public internal(set) var characterJaccard: Double
  /// Edit similarity of the questions without case and punctuation.
  public internal(set) var editSimilarity = 0.0
  /// The share of the words of the shorter question that the longer one has.
  public internal(set) var containment: Double

  /// The value of a feature.
  public subscript(feature: PairFeature) -> Double {
    get { values[Self.places[feature] ?? 0] }
    set { values[Self.places[feature] ?? 0] = newValue }
  }

  /// Whether the questions look alike, so that what differs is what counts.
  public var isAlike: Bool { self[.overlap] >= 0.4 || wordJaccard >= 0.5 || isExact }

  /// Whether a rule keeps the questions apart, whatever else speaks for them.
  public var isKeptApart: Bool { isAlike && contrasts.contains(where: \.isDecisive) }

  /// Whether only small edits lie between the questions: all words that name things are the same
  /// but for their form, and the texts are alike letter by letter.
  var isNear: Bool {
    self[.sameWords] > 0 && self[.synonymShare] == 0 && self[.acronym] == 0
      && (editSimilarity >= 0.75 || characterJaccard >= 0.55)
  }

  /// Whether one question may stand for the other: the same, or but for small edits, and nothing
  /// speaks against it. No probability is asked.
  public var isCopy: Bool {
    !isKeptApart && (isExact || isNear && contrasts.isEmpty && self[.tellingDifference] == 0)
  }

  /// The same seen from the other question.
  var mirrored: PairEvidence {
    var evidence = self
    evidence.contrasts = contrasts.map(\.mirrored)
    evidence.equivalents = equivalents.map { Equivalent(first: $0.second, second: $0.first) }
    return evidence
  }

  static let places = Dictionary(
    uniqueKeysWithValues: PairFeature.allCases.enumerated().map { ($1, $0) })

  /// Words of both questions that are taken for each other.
  public struct Equivalent: Sendable, Hashable, CustomStringConvertible {
    /// The words of the first question.
    public let first: String
    /// The words of the second question.
    public let second: String

    /// Both with a sign between.
    public var description: String { "\(first) = \(second)" }
  }

  /// Evidence without values.
  init() {
    values = Array(repeating: 0, count: PairFeature.allCases.count)
    contrasts = []
    equivalents = []
    (wordJaccard, characterJaccard, containment) = (0, 0, 0)
  }
}
