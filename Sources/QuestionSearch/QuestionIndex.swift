import IndexStorage
import InvertedIndex
import QuestionBanks
import TextAnalysis

/// An index of questions: look-ups, related questions, entries. Immutable and safe to share between
/// threads.
public struct QuestionIndex: Sendable {
  /// The engine's view, for callers who want documents and terms themselves.
  public let snapshot: Snapshot
  /// Where the index is; nil: in memory.
  let folder: IndexFolder?
  /// The folder that files are kept relative to, and the folder that they are shown from, both
  /// absolute; nil: files are shown as they are kept.
  private let folders: (base: String, current: String)?
  /// The way from the current folder to the base, where that lies in it or is it: the common case.
  private let way: String?

  init(_ snapshot: Snapshot, in folder: IndexFolder? = nil, base: String?) {
    self.snapshot = snapshot
    self.folder = folder
    folders = base.map { ($0, FilePath.currentFolder) }
    way = folders.flatMap { folders in
      let way = FilePath.relative(absolute: folders.base, to: folders.current)
      return way == "." ? "" : way.hasPrefix("..") ? nil : way + "/"
    }
  }

  /// Opens the index in a folder.
  ///
  /// - Throws: `QuestionSearchError` naming the file where the index is missing, damaged, or
  ///   written by another version.
  public static func open(_ folder: String) throws(QuestionSearchError) -> QuestionIndex {
    let path = IndexFolder(path: folder)
    guard try path.isThere() else { throw .noIndex(path: folder) }
    return try open(folder, base: FilePath.parent(ofExisting: folder))
  }

  static func open(_ folder: String, base: String?) throws(QuestionSearchError) -> QuestionIndex {
    do throws(IndexError) {
      let folder = IndexFolder(path: folder)
      return QuestionIndex(try Snapshot(folder), in: folder, base: base)
    } catch {
      throw .index(error)
    }
  }

  /// How many entries there are.
  public var entryCount: Int { snapshot.statistics.documentCount }

  /// The best questions for a text. Any text is a query.
  ///
  /// `"two words"` in quotes, straight or curly, ask for a phrase that a question must have, with
  /// `~2` behind them for a slop of 2 (see `Query.Phrase`); `regular*` asks for words that begin
  /// so. A quote without its other half is plain text. A query without words finds, where there is
  /// a filter, all entries that pass it, in the order of documents, with a score of 0.
  ///
  /// - Throws: `QuestionSearchError.index` where a part of the index that is needed is damaged.
  public func search(
    _ text: String, options: SearchOptions = SearchOptions()
  ) throws(QuestionSearchError) -> SearchResults {
    let read = QueryText(text)
    var query = AnalyzedQuery(read, analyzer: snapshot.analyzer)
    var corrections: [Correction] = []
    let searcher = Searcher(snapshot)
    if options.ranking.correctsSpelling {
      let correction = try engine { () throws(IndexError) in
        try SpellingCorrection(searcher).correct(text, of: query.query)
      }
      if let correction {
        query = AnalyzedQuery(QueryText(correction.text), analyzer: snapshot.analyzer)
        corrections = correction.corrections
      }
    }
    var results = try results(
      of: query, options: options, searcher, hasUnclosedQuote: read.hasUnclosedQuote)
    results.corrections = corrections
    return results
  }

  /// The names and scores of the best documents, without their entries: for runs.
  ///
  /// - Parameter depth: how many at the most.
  public func ranking(
    _ text: String, ranking: Ranking = .questions, depth: Int
  ) throws(QuestionSearchError) -> [(document: String, score: Double)] {
    try rankings([text], ranking: ranking, depth: depth, threads: 1)[0]
  }

  /// What `ranking` gives for each of many texts, in their order, whatever the number of threads.
  ///
  /// - Parameter threads: how many work at the same time; nil: as many as the machine runs.
  public func rankings(
    _ texts: [String], ranking: Ranking = .questions, depth: Int, threads: Int? = nil
  ) throws(QuestionSearchError) -> [[(document: String, score: Double)]] {
    try engine { () throws(IndexError) in
      try snapshot.concurrentMap(texts, threads: threads) { searcher, text throws(IndexError) in
        let query = try searcher.query(QueryText.withoutNumber(text), for: ranking)
        var ranked: [(document: String, score: Double)] = []
        for hit in try searcher.search(query, ranking: ranking, limit: depth).hits {
          ranked.append((try searcher.snapshot.name(of: hit.document), hit.score))
        }
        return ranked
      }
    }
  }

  /// The entry of that id, or nil.
  public func entry(_ id: String) throws(QuestionSearchError) -> Entry? {
    guard let document = try document(id) else { return nil }
    return try entry(document)
  }

  /// Finds what rankings need beside the index and keeps it there: what `qsearch index` does, so
  /// that no query has to wait for it. See `Snapshot.prepareRanking()`.
  public func prepareRanking() throws(QuestionSearchError) {
    try engine { () throws(IndexError) in try snapshot.prepareRanking() }
  }

  /// Checks every byte of the index.
  public func verify() throws(QuestionSearchError) {
    try engine { () throws(IndexError) in try snapshot.verify() }
  }

  /// Reads all files of the index in a folder and says what was found; see `IndexCheck`.
  public static func check(_ folder: String) throws(QuestionSearchError) -> IndexCheck {
    let path = IndexFolder(path: folder)
    // Without a manifest there may be segments of one, which is damage.
    guard
      try path.hasIndex()
        || path.names().contains(where: {
          IndexWriter.isOwnFile($0, in: path) && $0 != WriterLock.fileName
        })
    else { throw .noIndex(path: folder) }
    do throws(IndexError) {
      return try IndexCheck(path)
    } catch {
      throw .index(error)
    }
  }

  /// What was indexed, as paths from the current folder; empty where the caller added questions.
  public func sources() throws(QuestionSearchError) -> [String] {
    do throws(StorageError) {
      return try IndexAttachment(snapshot.attachment, path: "the manifest's list of sources")
        .sources.map { shown($0.path) }
    } catch {
      throw .index(.storage(error))
    }
  }

  /// Calls `body` with every entry in canonical order.
  public func forEachEntry(_ body: (Entry) -> Void) throws(QuestionSearchError) {
    let groups = try engine { () throws(IndexError) in try snapshot.groups() }
    for group in groups { for document in group.documents { body(try entry(document)) } }
  }

  /// - Parameters:
  ///   - searcher: of this index's snapshot.
  ///   - document: the document that is left out and that the query is made of.
  ///   - source: the entry that results are to be like: its copies are none of them.
  ///   - areDiverse: whether what is like a better result comes later.
  func results(
    of analyzed: AnalyzedQuery, options: SearchOptions, _ searcher: Searcher,
    likeDocument document: DocumentID? = nil,
    source: Entry? = nil, areDiverse: Bool = false, hasUnclosedQuote: Bool = false
  ) throws(QuestionSearchError) -> SearchResults {
    let query = analyzed.query
    let finder = try PassageFinder(analyzed, in: snapshot)
    var wide = options
    if areDiverse { wide.limit = max(options.limit, DiverseChoice.candidates) }
    var (groups, matchCount) = try groups(query, wide, searcher, like: document, source: source)
    if areDiverse {
      groups = try engine { () throws(IndexError) in
        try DiverseChoice(snapshot).choose(max(options.limit, 0), of: groups)
      }
    }
    var hits: [Hit] = []
    for (index, group) in groups.enumerated() {
      let (hit, entry) = (group.hit, group.entry)
      let explanation =
        options.explains
        ? try engine { () throws(IndexError) in
          try snapshot.explain(query, ranking: options.ranking, hit: group.hit)
        } : nil
      hits.append(
        Hit(
          rank: index + 1, score: hit.score, entry: entry,
          highlights: finder.highlights(in: entry.text),
          passage: (entry.answer ?? entry.context ?? entry.hint).map { finder.passage(of: $0) },
          explanation: explanation, copies: group.copies.map(\.entry),
          sharedWords: source == nil ? nil : finder.sharedWords(with: entry),
          isNear: hit.isNear))
    }
    return SearchResults(
      hits: hits, matchCount: matchCount, isQueryEmpty: query.isEmpty,
      hasUnclosedQuote: hasUnclosedQuote)
  }

  /// The results with their copies, and how many questions match.
  private func groups(
    _ query: Query, _ options: SearchOptions, _ searcher: Searcher, like document: DocumentID?,
    source: Entry?
  ) throws(QuestionSearchError) -> ([HitGroups.Group], Int) {
    var options = options
    let wanted = min(max(options.limit, 0), Int(UInt32.max))
    guard options.collapses, !query.isEmpty else {
      let found = try found(query, options, searcher, like: document)
      var groups: [HitGroups.Group] = []
      for hit in found.hits {
        groups.append(HitGroups.Group(hit: hit, entry: try entry(hit.document)))
      }
      return (groups, found.matchCount ?? groups.count)
    }
    // Copies stand near each other: some results more than wanted show most of them.
    options.limit = wanted + Self.lookAhead
    while true {
      let found = try found(query, options, searcher, like: document)
      var gathered = HitGroups(self, source: source)
      for hit in found.hits { try gathered.add(hit) }
      let isAll = found.hits.count < options.limit
      if gathered.groups.count >= wanted || isAll {
        try gathered.complete(
          limit: wanted, excluding: document.map { [$0] } ?? [],
          matching: options.filter.isEmpty ? nil : options.filter.documentFilter)
        let count = (found.matchCount ?? found.hits.count) - gathered.copiesOfSource
        return (gathered.groups, count)
      }
      options.limit *= 4
    }
  }

  /// How many results more than wanted are looked at for copies.
  private static let lookAhead = 10

  private func found(
    _ query: Query, _ options: SearchOptions, _ searcher: Searcher, like document: DocumentID?
  ) throws(QuestionSearchError) -> SearchResult {
    let filter = options.filter.isEmpty ? nil : options.filter.documentFilter
    guard filter == nil || snapshot.hasAttributes else { throw .noAttributes }
    return try engine { () throws(IndexError) in
      guard let filter, query.isEmpty else {
        return try searcher.search(
          query, ranking: options.ranking, limit: options.limit,
          excluding: document.map { [$0] } ?? [], matching: filter, countsMatches: true,
          of: document)
      }
      let all = try snapshot.documents(matching: filter, limit: options.limit)
      return SearchResult(
        hits: all.documents.map { SearchHit(document: $0, score: 0) }, matchCount: all.count)
    }
  }

  func document(_ id: String) throws(QuestionSearchError) -> DocumentID? {
    try engine { () throws(IndexError) in try snapshot.document(named: id) }
  }

  /// The entry that a document is, with its file as it is shown.
  func entry(_ document: DocumentID) throws(QuestionSearchError) -> Entry {
    var entry = try engine { () throws(IndexError) in try snapshot.entry(document) }
    entry.file = shown(entry.file)
    return entry
  }

  func shown(_ path: String) -> String {
    if let way, !path.utf8.starts(with: "..".utf8), path.utf8.first != UInt8(ascii: "/") {
      return way.isEmpty ? path : way + path
    }
    return folders.map { FilePath.shown(path, base: $0.base, current: $0.current) } ?? path
  }

  func engine<R>(_ body: () throws(IndexError) -> R) throws(QuestionSearchError) -> R {
    do throws(IndexError) {
      return try body()
    } catch {
      throw .index(error)
    }
  }
}
