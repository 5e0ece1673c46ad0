import InvertedIndex
import NearDuplicates
import QuestionBanks
import TextAnalysis

/// Looks for duplicates among the entries of an index: pairs that share runs of characters, found
/// by a join, and pairs that ask the same in other words, found among nearest neighbors.
struct DuplicateSearch {
  let options: DuplicateOptions
  /// What was found out of signatures on these questions. Where they miss more than one in a
  /// hundred all pairs are looked for instead.
  var certificate: RecallCertificate?

  /// The share of similar pairs that must be found.
  private static let recall = 0.99
  /// How many pairs of similar texts an entry makes with those that are no longer.
  private static let partnerLimit = 40

  /// Compares entries with each other.
  func run(_ entries: [Entry]) throws(QuestionSearchError) -> QuestionDuplicates {
    let texts = DuplicateTexts(entries.map { DuplicateText($0) }, threads: options.threads)
    let distinct = texts.representatives
    var statistics = DuplicateStatistics()
    let pairs = try candidates(distinct.map { entries[$0] }, &statistics)
      .map { CandidatePair(distinct[$0.first], distinct[$0.second]) }
    let finder = DuplicateFinder(threshold: options.threshold, threads: options.threads)
    let result = finder.find(texts, candidates: pairs)
    statistics.entries = entries.count
    statistics.distinct = distinct.count
    statistics.candidates = result.candidateCount
    return QuestionDuplicates(
      entries: entries, newCount: entries.count, result: result, statistics: statistics)
  }

  /// Pairs of entries, no two of which have the same text, that may ask the same.
  func candidates(
    _ entries: [Entry], _ statistics: inout DuplicateStatistics
  ) throws(QuestionSearchError) -> [CandidatePair] {
    let (similar, plan) = SimilaritySearch(
      shingling: .characters(5), threshold: options.similarity, recall: recall,
      partnerLimit: Self.partnerLimit, threads: options.threads
    ).run(QuestionSignatures.analyzed(entries.map(\.text), .english, options.threads))
    var pairs: Set<CandidatePair> = []
    similar.forEachPair(limit: 1000) { pairs.insert(CandidatePair($0.first, $0.second)) }
    statistics.similarPairs = pairs.count
    statistics.plan = plan.description
    let neighbors = try neighborPairs(entries)
    statistics.neighborPairs = neighbors.count
    return pairs.union(neighbors).sorted()
  }

  private var recall: Double {
    guard let certificate, certificate.threshold <= options.similarity else { return Self.recall }
    return certificate.recall < Self.recall ? 1 : Self.recall
  }

  /// Each entry with its nearest neighbors, by an index of these entries alone: in one with all
  /// copies the neighbors of a question would be its copies.
  private func neighborPairs(
    _ entries: [Entry]
  ) throws(QuestionSearchError) -> Set<CandidatePair> {
    let snapshot: Snapshot
    // By content: equal scores go by the order of documents.
    let order = entries.indices.sorted { Self.isBefore(entries[$0], entries[$1]) }
    do throws(IndexError) {
      let writer = IndexWriter(fields: EntryField.names, analyzer: .english)
      for number in order {
        var document = Document(entries[number])
        document.name = String(number)
        document.stored = []
        document.attributes = []
        try writer.add(document, group: "")
      }
      snapshot = try writer.snapshot()
    } catch {
      throw .index(error)
    }
    let search = NeighborSearch(limit: options.neighbors, threads: options.threads)
    let found = try search.neighbors(
      of: order.map { NeighborSearch.query(for: entries[$0]) },
      being: order.indices.map { DocumentID(rawValue: UInt32($0)) }, in: snapshot)
    var pairs: Set<CandidatePair> = []
    for (place, neighbors) in found.enumerated() {
      for neighbor in neighbors {
        pairs.insert(CandidatePair(order[place], order[Int(neighbor.rawValue)]))
      }
    }
    return pairs
  }

  private static func isBefore(_ a: Entry, _ b: Entry) -> Bool {
    for (one, other) in [(a.text, b.text), (a.context ?? "", b.context ?? "")]
    where !one.utf8.elementsEqual(other.utf8) {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return (a.answer ?? "").utf8.lexicographicallyPrecedes((b.answer ?? "").utf8)
  }
}

extension QuestionIndex {
  /// Looks for duplicates among all entries.
  ///
  /// Cost: some passes over the texts, a search for each entry, and some 20 comparisons of each.
  /// Memory: some nine kilobytes for each entry, with answers more.
  public func duplicates(
    options: DuplicateOptions = DuplicateOptions()
  ) throws(QuestionSearchError) -> QuestionDuplicates {
    var entries: [Entry] = []
    try forEachEntry { entries.append($0) }
    return try DuplicateSearch(options: options, certificate: recallCertificate).run(entries)
  }
}

extension QuestionDuplicates {
  /// Looks for duplicates among entries, as `QuestionIndex.duplicates(options:)` does.
  public init(
    among entries: [Entry], options: DuplicateOptions = DuplicateOptions()
  ) throws(QuestionSearchError) {
    self = try DuplicateSearch(options: options).run(entries)
  }
}
