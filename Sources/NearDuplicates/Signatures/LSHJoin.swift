import IndexStorage
import Synchronization

/// Pairs of texts whose sets of shingles are at least so similar: most of them, found by signatures
/// (MinHash with banding), each verified exactly.
///
/// Where texts share many frequent shingles the exact join compares a number of pairs that grows
/// with the square of the texts; this grows with the texts.
public struct LSHJoin: Sendable {
  /// What texts are divided into.
  public let shingling: Shingling
  /// The least Jaccard similarity, above 0 and at most 1.
  public let threshold: Double
  /// How signatures are divided.
  public let banding: LSHBanding
  /// Where the sequence of hash functions begins.
  public let seed: UInt64
  /// How many threads work.
  public let threads: Int

  /// Of more texts than that in a bucket each is compared with so many of the next in order of
  /// size, so that no bucket takes the square of its texts.
  static let bucketLimit = 1000

  /// A join by that banding; without `threads`, as many as the machine runs.
  public init(
    shingling: Shingling, threshold: Double, banding: LSHBanding, seed: UInt64 = 1,
    threads: Int? = nil
  ) {
    precondition(threshold > 0 && threshold <= 1, "a threshold is above 0 and at most 1")
    precondition(banding.values <= 1024, "at most 1024 values in all bands")
    self.shingling = shingling
    self.threshold = threshold
    self.banding = banding
    self.seed = seed
    self.threads = min(max(threads ?? Threads.processorCount, 1), 64)
  }

  /// The groups of texts with equal sets, which are all found, and other pairs as
  /// ``SimilarityJoin`` gives them, of which each is found with the probability of ``banding``.
  public func run(_ texts: AnalyzedTexts) -> JoinResult {
    let measure = JoinMeasure(.jaccard, threshold: threshold)
    return run(JoinRecords(texts, shingling, measure, threads: threads), texts, measure)
  }

  func run(
    _ records: JoinRecords, _ texts: AnalyzedTexts, _ measure: JoinMeasure
  ) -> JoinResult {
    let threads = records.count < 1000 ? 1 : threads
    let table = signatures(records)
    let next = NextBand(banding.bands)
    let found = Threads.run(threads) { _ in
      var finder = BandFinder(records, table, PairVerifier(measure), banding)
      while let band = next.take() { finder.findPairs(band) }
      return finder
    }
    var statistics = JoinStatistics()
    statistics.texts = texts.count
    statistics.emptyTexts = records.emptyCount
    statistics.shingles = records.shingleCount
    statistics.comparedSets = records.count
    statistics.candidates = found.reduce(0) { $0 + $1.candidateCount }
    statistics.verified = found.reduce(0) { $0 + $1.verifier.mergedCount }
    let pairs = found.flatMap(\.pairs).sorted(by: SimilarPair.precedes)
    return JoinResult(groups: records.groups, pairs: pairs, statistics: statistics)
  }

  func signatures(_ records: JoinRecords) -> SignatureTable {
    let minHash = MinHash(count: JoinCost.roundedUp(banding.values), seed: seed)
    return SignatureTable(records, minHash, threads: threads)
  }
}

/// Deals out bands to threads, each once.
private final class NextBand: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int

  init(_ count: Int) { self.count = count }

  func take() -> Int? {
    let band = next.add(1, ordering: .relaxed).oldValue
    return band < count ? band : nil
  }
}

/// Finds the pairs that a band brings together and no band before it.
private struct BandFinder: @unchecked Sendable {
  private let records: JoinRecords
  private let table: SignatureTable
  private let banding: LSHBanding
  private(set) var verifier: PairVerifier
  private(set) var pairs: [SimilarPair] = []
  private(set) var candidateCount = 0
  private var places: [UInt64] = []

  init(
    _ records: JoinRecords, _ table: SignatureTable, _ verifier: PairVerifier,
    _ banding: LSHBanding
  ) {
    self.records = records
    self.table = table
    self.verifier = verifier
    self.banding = banding
  }

  mutating func findPairs(_ band: Int) {
    // The upper half of a key, then the record: records of a bucket stay in order of size.
    places.removeAll(keepingCapacity: true)
    places.reserveCapacity(records.count)
    for record in 0..<records.count {
      let key = table.key(record, band, rows: banding.rows)
      places.append((key &>> 32) &<< 32 | UInt64(record))
    }
    places.sort()
    for at in places.indices {
      let record = Int(places[at] & 0xFFFF_FFFF)
      let end = min(at + 1 + LSHJoin.bucketLimit, places.count)
      for later in at + 1..<max(end, at + 1) {
        guard places[later] >> 32 == places[at] >> 32 else { break }
        compare(Int(places[later] & 0xFFFF_FFFF), record, band)
      }
    }
  }

  private mutating func compare(_ larger: Int, _ smaller: Int, _ band: Int) {
    guard table.agree(larger, smaller, band, rows: banding.rows) else { return }
    for earlier in 0..<band where table.agree(larger, smaller, earlier, rows: banding.rows) {
      return
    }
    candidateCount += 1
    let pair = verifier.pair(records.records[larger], smaller: records.records[smaller])
    if let pair { pairs.append(pair) }
  }
}
