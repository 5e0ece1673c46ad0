import NearDuplicates
import QuestionBanks

/// What merging banks comes to: which questions are kept, which are joined to them, and why. A
/// value; nothing is written.
public struct MergePlan: Sendable {
  /// How banks are merged.
  public struct Options: Sendable {
    /// From which probability on questions are one. Of pairs of real banks below 0.9 that were read
    /// one in five was one question, of those above nine in ten (`Eval/reports/merge.md`).
    public var threshold = 0.9
    /// The bank that stays as it is; only others are trimmed.
    public var protected: String?
    /// What people decided on pairs.
    public var decisions = Decisions()
    /// How many threads compare; nil: as many as the machine runs.
    public var threads: Int?

    /// The defaults.
    public init() {}
  }

  /// A question that went into another.
  public struct Join: Sendable {
    /// The entry as it was given.
    public let entry: Entry
    /// Its place among ``MergePlan/entries``.
    public let keeper: Int
    /// How it is to the question that stands for it.
    public let duplicateClass: DuplicateClass
    /// The probability that they are one.
    public let probability: Double
    /// Why.
    public let reasons: [String]
    /// How its answer is to that of the question that stands for it; nil where one has none.
    public let answer: AnswerRelation?
  }

  /// The entries as they were given, in canonical order.
  public let input: [Entry]
  /// The merged bank.
  public let entries: [MergedEntry]
  /// For each entry given its place in the merged bank.
  public let places: [Int]
  /// The entries that were joined to others, in canonical order.
  public let joins: [Join]
  /// Pairs of merged entries that look alike and were kept apart, by their places.
  public let leftApart: [(first: Int, second: Int, reasons: [String])]

  /// Answers that contradict each other.
  public var conflicts: [MergedEntry.Conflict] { entries.flatMap(\.conflicts) }

  /// Plans the merging of entries with their ids; the order in which they are given makes no
  /// difference.
  ///
  /// Entries are compared again after they were joined, until nothing more is: merging the outcome
  /// once more changes nothing.
  public init(
    _ given: [Entry], options: Options = Options()
  ) throws(QuestionSearchError) {
    var run = MergeRun(given, options)
    run.joinKnownContent()
    while try run.joinDuplicates() {}
    let outcome = run.outcome()
    input = run.input
    (entries, places, joins, leftApart) = (
      outcome.entries, outcome.places, outcome.joins, outcome.leftApart
    )
  }

  /// Whether the account is right: as many entries as were given are kept or joined, and each is
  /// among the sources of the entry that stands for it. Empty where all is well.
  public var faults: [String] {
    var faults: [String] = []
    let kept = input.count - joins.count
    if kept != entries.count {
      faults.append("\(input.count) entries in, \(entries.count) kept, \(joins.count) joined")
    }
    let reached = entries.map { Set($0.entry.sources.map(\.identity)) }
    for (number, entry) in input.enumerated() {
      let wanted = entry.sources.isEmpty ? [EntrySource(entry, merge: 1)] : entry.sources
      for source in wanted where !reached[places[number]].contains(source.identity) {
        faults.append("\(entry.file):\(entry.line): not among the sources of what stands for it")
      }
    }
    return faults
  }
}
