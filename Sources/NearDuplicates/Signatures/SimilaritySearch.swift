import IndexStorage

/// Finds pairs of texts of some Jaccard similarity by the way that is expected to take least.
public struct SimilaritySearch: Sendable {
  /// What texts are divided into.
  public let shingling: Shingling
  /// The least similarity, above 0 and at most 1.
  public let threshold: Double
  /// The least share of pairs at the threshold that must be found, on average; above 0 and at
  /// most 1, which is all.
  public let recall: Double
  /// How many pairs a text makes with those before it in order of size, the most similar ones; all
  /// of a thousand texts from one template would be half a million.
  public let partnerLimit: Int
  /// How many threads work.
  public let threads: Int

  /// Every so many texts one is looked up to estimate the work of the exact join.
  private static let sampling = 64

  /// A search; without `threads`, as many as the machine runs.
  public init(
    shingling: Shingling, threshold: Double, recall: Double = 1, partnerLimit: Int = .max,
    threads: Int? = nil
  ) {
    precondition(threshold > 0 && threshold <= 1, "a threshold is above 0 and at most 1")
    precondition(recall > 0 && recall <= 1, "a recall is above 0 and at most 1")
    self.shingling = shingling
    self.threshold = threshold
    self.recall = recall
    self.partnerLimit = max(partnerLimit, 1)
    self.threads = min(max(threads ?? Threads.processorCount, 1), 64)
  }

  /// What ``SimilarityJoin`` or ``LSHJoin`` finds, and which of them did.
  public func run(_ texts: AnalyzedTexts) -> (result: JoinResult, plan: JoinPlan) {
    let measure = JoinMeasure(.jaccard, threshold: threshold)
    let records = JoinRecords(texts, shingling, measure, threads: threads)
    let plan = plan(records, measure)
    switch plan.method {
    case .exact:
      let join = SimilarityJoin(shingling: shingling, threshold: threshold, threads: threads)
      return (join.run(records, texts, measure, partnerLimit: partnerLimit), plan)
    case .signatures(let banding):
      let join = LSHJoin(
        shingling: shingling, threshold: threshold, banding: banding, threads: threads)
      return (join.run(records, texts, measure), plan)
    }
  }

  /// Which share of the pairs a banding finds in these very texts, found out by the exact join for
  /// every `sampling`-th set, 1 for all.
  public func certify(
    _ texts: AnalyzedTexts, _ banding: LSHBanding, seed: UInt64 = 1, sampling: Int = 1
  ) -> RecallCertificate {
    precondition(sampling > 0, "every first set or fewer")
    let measure = JoinMeasure(.jaccard, threshold: threshold)
    let records = JoinRecords(texts, shingling, measure, threads: threads)
    let index = PrefixIndex(records, measure, threads: threads)
    let prober = PairProber(records, index, measure)
    let table = LSHJoin(
      shingling: shingling, threshold: threshold, banding: banding, seed: seed,
      threads: threads
    ).signatures(records)
    var place: [UInt32: Int] = [:]
    for record in 0..<records.count { place[records.records[record].text] = record }
    for record in stride(from: 0, to: records.count, by: sampling) {
      prober.probe(record..<record + 1)
    }
    var found = 0
    for pair in prober.pairs {
      guard let a = place[UInt32(pair.first)], let b = place[UInt32(pair.second)] else { continue }
      let isFound = (0..<banding.bands).contains { table.agree(a, b, $0, rows: banding.rows) }
      found += isFound ? 1 : 0
    }
    return RecallCertificate(
      banding: banding, threshold: threshold, pairs: prober.pairs.count, found: found,
      isSample: sampling > 1)
  }

  private func plan(_ records: JoinRecords, _ measure: JoinMeasure) -> JoinPlan {
    let index = PrefixIndex(records, measure, threads: threads)
    let prober = PairProber(records, index, measure)
    var keys = 0
    for record in 0..<records.count {
      keys += Int(records.records[record].kept)
      if record % Self.sampling == 0 { prober.probe(record..<record + 1) }
    }
    let scale = Double(Self.sampling)
    let exact = JoinCost.join(
      lookups: Double(prober.lookupCount) * scale, postings: Double(prober.scannedCount) * scale,
      candidates: Double(prober.candidateCount) * scale)
    let expected = Double(prober.scannedCount) * scale
    let shingles = Double(keys) / Double(max(records.count, 1))
    guard recall < 1,
      let banding = LSHBanding.cheapest(
        similarity: threshold, recall: recall, texts: records.count, shingles: shingles)
    else {
      return JoinPlan(
        method: .exact, exactCost: exact, signatureCost: nil, expectedPostings: expected)
    }
    let cost = JoinCost.lsh(texts: Double(records.count), shingles: shingles, banding: banding)
    return JoinPlan(
      method: cost < exact ? .signatures(banding) : .exact, exactCost: exact,
      signatureCost: cost, expectedPostings: expected)
  }
}
