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
  public internal(set) var equivalents: [String]
  /// Jaccard similarity of words (stems).
  public internal(set) var wordJaccard: Double
  /// Jaccard similarity of runs of five characters.
  public internal(set) var characterJaccard: Double
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

  static let places = Dictionary(
    uniqueKeysWithValues: PairFeature.allCases.enumerated().map { ($1, $0) })

  /// Evidence without values.
  init() {
    values = Array(repeating: 0, count: PairFeature.allCases.count)
    contrasts = []
    equivalents = []
    (wordJaccard, characterJaccard, containment) = (0, 0, 0)
  }
}
