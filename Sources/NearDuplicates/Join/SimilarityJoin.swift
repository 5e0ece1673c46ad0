import IndexStorage
import Synchronization

/// All pairs of texts whose sets of shingles are at least so similar, exactly.
///
/// A prefix-filter join in the manner of PPJoin (Xiao, Wang, Lin and Yu 2008): with shingles in
/// ascending frequency, two similar sets have one of their first few in common. Filters by size, by
/// position and by bitmap leave few candidates, and each of those is compared in full. Sets that
/// are equal are compared once. What comes of it depends neither on the number of threads nor, but
/// for the numbers of texts, on their order.
///
/// Sets are compared by 56 bits of each shingle's 64-bit hash: "exact" leaves out a collision
/// within one pair, of which there is one in 10¹³ pairs of questions.
public struct SimilarityJoin: Sendable {
  /// What texts are divided into.
  public let shingling: Shingling
  /// How similarity is measured.
  public let measure: SetMeasure
  /// The least similarity, above 0 and at most 1.
  public let threshold: Double
  /// How many threads work.
  public let threads: Int

  /// A join by that shingling and measure; without `threads`, as many as the machine runs.
  public init(
    shingling: Shingling, measure: SetMeasure = .jaccard, threshold: Double, threads: Int? = nil
  ) {
    precondition(threshold > 0 && threshold <= 1, "a threshold is above 0 and at most 1")
    self.shingling = shingling
    self.measure = measure
    self.threshold = threshold
    self.threads = min(max(threads ?? Threads.processorCount, 1), 64)
  }

  /// The groups of texts with equal sets, and all other pairs among one text of each set.
  ///
  /// Cost: some passes over the bytes, then as much as there are texts that share rare shingles.
  public func run(_ texts: AnalyzedTexts) -> JoinResult {
    let measure = JoinMeasure(measure, threshold: threshold)
    return run(JoinRecords(texts, shingling, measure, threads: threads), texts, measure)
  }

  /// Joins records that were made of texts.
  func run(
    _ records: JoinRecords, _ texts: AnalyzedTexts, _ measure: JoinMeasure,
    partnerLimit: Int = .max
  ) -> JoinResult {
    let threads = records.count < 1000 ? 1 : threads
    let index = PrefixIndex(records, measure, threads: threads)
    let next = NextChunk(count: records.count)
    let probers = Threads.run(threads) { _ in
      let prober = PairProber(records, index, measure, partnerLimit: partnerLimit)
      while let chunk = next.take() { prober.probe(chunk) }
      return prober
    }
    var pairs = probers[0].pairs
    for prober in probers.dropFirst() { pairs += prober.pairs }
    pairs.sort(by: SimilarPair.precedes)
    var statistics = JoinStatistics()
    statistics.texts = texts.count
    statistics.emptyTexts = records.emptyCount
    statistics.shingles = records.shingleCount
    statistics.comparedSets = records.count
    statistics.postings = index.postingCount
    statistics.scanned = probers.reduce(0) { $0 + $1.scannedCount }
    statistics.candidates = probers.reduce(0) { $0 + $1.candidateCount }
    statistics.verified = probers.reduce(0) { $0 + $1.mergedCount }
    return JoinResult(groups: records.groups, pairs: pairs, statistics: statistics)
  }
}

/// Deals out ranges of records to threads, each once.
private final class NextChunk: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int
  private let length: Int

  init(count: Int) {
    self.count = count
    length = min(max(count / 256, 16), 4096)
  }

  func take() -> Range<Int>? {
    let start = next.add(length, ordering: .relaxed).oldValue
    return start < count ? start..<min(start + length, count) : nil
  }
}
