/// How duplicates are looked for.
public struct DuplicateOptions: Sendable {
  /// The probability from which on a pair counts as the same question: above 0, at most 1.
  public var threshold = 0.5
  /// How many neighbors by BM25F each question is compared with.
  public var neighbors = 20
  /// The Jaccard similarity of runs of five characters from which on two questions are compared,
  /// neighbors or not.
  public var similarity = 0.6
  /// How many threads work; nil: as many as the machine runs.
  public var threads: Int?

  /// What suits banks of questions.
  public init() {}
}
