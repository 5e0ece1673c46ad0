import IndexStorage
import InvertedIndex
import NearDuplicates
import QuestionBanks
import TextAnalysis

extension QuestionIndex {
  /// Compares new entries with those of the index, and with each other.
  ///
  /// Of the index only what may be the same is read: what signatures say, which are kept beside the
  /// segments and made where they are missing (`signatures(threads:)`), and nearest neighbors. How
  /// rare words are is asked of the whole index.
  ///
  /// - Returns: pairs of which at least one entry is new; the new entries come first, then those of
  ///   the index that were compared, in the order of their documents.
  public func duplicates(
    of new: [Entry], options: DuplicateOptions = DuplicateOptions()
  ) throws(QuestionSearchError) -> QuestionDuplicates {
    var own: Set<DocumentID> = []
    for entry in new {
      // What the index has from the very same place is no copy.
      guard
        let document = try engine({ () throws(IndexError) in
          try snapshot.document(named: entry.id)
        })
      else { continue }
      let known = try self.entry(document)
      if known.file == entry.file, known.line == entry.line { own.insert(document) }
    }
    return try duplicates(of: new, except: own, options)
  }

  /// How many of some entries of the index repeat others of it, but for small edits.
  ///
  /// - Parameter ids: the entries, such as those that an update added.
  public func repeatedCount(
    among ids: Set<String>, options: DuplicateOptions = DuplicateOptions()
  ) throws(QuestionSearchError) -> Int {
    var own: Set<DocumentID> = []
    for id in ids {
      if let document = try engine({ () throws(IndexError) in try snapshot.document(named: id) }) {
        own.insert(document)
      }
    }
    var entries: [Entry] = []
    for document in own.sorted(by: { $0.rawValue < $1.rawValue }) {
      entries.append(try entry(document))
    }
    let found = try duplicates(of: entries, except: own, options)
    let repeated = found.result.pairs.filter { pair in
      pair.second >= entries.count && [.exact, .near].contains(pair.duplicateClass)
    }
    // Of many equal entries one is compared.
    let texts = DuplicateTexts(entries.map { DuplicateText($0) }, threads: options.threads)
    let keys = Set(repeated.map { texts.key($0.first) })
    return entries.indices.count { keys.contains(texts.key($0)) }
  }

  /// - Parameter excluded: documents that are not compared, as those that the new entries are.
  private func duplicates(
    of new: [Entry], except excluded: Set<DocumentID>, _ options: DuplicateOptions
  ) throws(QuestionSearchError) -> QuestionDuplicates {
    // Equal ones are found by their keys: of many copies one is looked up.
    let distinct = DuplicateTexts(new.map { DuplicateText($0) }, threads: options.threads)
      .representatives
    let chosen = distinct.map { new[$0] }
    let found = try candidates(of: chosen, options).map { $0.filter { !excluded.contains($0) } }
    let documents = Set(found.flatMap { $0 }).sorted { $0.rawValue < $1.rawValue }
    let places = Dictionary(
      documents.enumerated().map { ($1, $0 + new.count) }, uniquingKeysWith: { first, _ in first })
    var entries = new
    for document in documents { entries.append(try entry(document)) }
    var statistics = DuplicateStatistics()
    var pairs = Set(
      try DuplicateSearch(options: options).candidates(chosen, &statistics)
        .map { CandidatePair(distinct[$0.first], distinct[$0.second]) })
    for (number, documents) in found.enumerated() {
      for document in documents {
        if let place = places[document] { pairs.insert(CandidatePair(distinct[number], place)) }
      }
    }
    let texts = DuplicateTexts(
      entries.map { DuplicateText($0) }, background: try background(entries),
      threads: options.threads)
    let finder = DuplicateFinder(threshold: options.threshold, threads: options.threads)
    let result = finder.find(texts, candidates: Array(pairs)).having { $0.first < new.count }
    statistics.neighborPairs += found.reduce(0) { $0 + $1.count }
    statistics.entries = new.count
    statistics.distinct = texts.representatives.count
    statistics.candidates = result.candidateCount
    return QuestionDuplicates(
      entries: entries, newCount: new.count, result: result, statistics: statistics)
  }

  /// For each new entry the documents that may be the same.
  private func candidates(
    of new: [Entry], _ options: DuplicateOptions
  ) throws(QuestionSearchError) -> [[DocumentID]] {
    let signatures = try signatures(threads: options.threads)
    let similar = signatures.candidates(
      of: signatures.analyzed(new.map(\.text), threads: options.threads),
      similarity: options.similarity, threads: options.threads)
    let search = NeighborSearch(
      limit: options.neighbors * Self.copiesPerNeighbor, threads: options.threads)
    let neighbors = try search.neighbors(
      of: new.map { NeighborSearch.query(for: $0) }, being: new.map { _ in nil }, in: snapshot)
    var candidates: [[DocumentID]] = []
    for (one, other) in zip(similar, neighbors) {
      candidates.append(Array(Set(one + (try different(other, limit: options.neighbors)))))
    }
    return candidates
  }

  /// So many times more neighbors are looked for, since some are copies of each other.
  private static let copiesPerNeighbor = 4

  /// The first of some documents that have different questions.
  private func different(
    _ documents: [DocumentID], limit: Int
  ) throws(QuestionSearchError) -> [DocumentID] {
    var texts: Set<[UInt8]> = []
    var kept: [DocumentID] = []
    for document in documents where kept.count < limit {
      let text = try engine { () throws(IndexError) in
        try snapshot.withStored(of: document) { reader throws(StorageError) in
          Array(try StoredEntry.text(&reader))
        }
      }
      if texts.insert(text).inserted { kept.append(document) }
    }
    return kept
  }

  /// How rare the words of some entries are in the index; nil where its terms are not those by
  /// which questions are compared.
  func background(
    _ entries: [Entry]
  ) throws(QuestionSearchError) -> WordBackground? {
    guard snapshot.analyzer == .english else { return nil }
    let session = AnalysisSession(.english)
    var tokens: [Token] = []
    for entry in entries { session.analyze(entry.text, into: &tokens) }
    var frequencies: [String: Int] = [:]
    try engine { () throws(IndexError) in
      for number in 0..<session.termCount {
        let term = session.term(UInt32(number))
        frequencies[term] = try snapshot.documentFrequency(of: term)
      }
    }
    return WordBackground(count: entryCount, frequencies: frequencies)
  }
}
