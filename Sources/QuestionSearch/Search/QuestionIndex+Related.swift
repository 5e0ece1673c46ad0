import InvertedIndex
import QuestionBanks
import TextAnalysis

/// How related questions are looked for, beside how to search.
public struct RelatedOptions: Sendable {
  /// Whether only questions of other banks than the entry's are found.
  public var acrossBanks: Bool
  /// Whether a question that is like one before it comes later: see `DiverseChoice`.
  public var isDiverse: Bool

  /// Questions of all banks, the best first.
  public init(acrossBanks: Bool = false, isDiverse: Bool = false) {
    self.acrossBanks = acrossBanks
    self.isDiverse = isDiverse
  }
}

extension QuestionIndex {
  /// Questions like an entry: its question, context, answer and tags are the query. Itself is not
  /// found, nor are its copies where results are collapsed.
  ///
  /// - Throws: `QuestionSearchError.noEntry` where there is no entry of that id.
  public func related(
    to id: String, options: SearchOptions = SearchOptions(), _ how: RelatedOptions = .init()
  ) throws(QuestionSearchError) -> SearchResults {
    guard let document = try document(id) else { throw .noEntry(id: id) }
    let entry = try self.entry(document)
    var options = options
    if how.acrossBanks {
      let wanted = options.filter.banks
      options.filter.banks = try otherBanks(than: entry.bank).filter {
        wanted.isEmpty || wanted.contains($0)
      }
      // A filter without banks would ask for all of them.
      if options.filter.banks.isEmpty {
        return SearchResults(hits: [], matchCount: 0, isQueryEmpty: false, hasUnclosedQuote: false)
      }
    }
    return try related(to: entry, document, options, how)
  }

  /// Questions like a text: all of it is words. Questions that are the text itself are left out as
  /// an entry's copies are.
  public func related(
    toText text: String, options: SearchOptions = SearchOptions(), _ how: RelatedOptions = .init()
  ) throws(QuestionSearchError) -> SearchResults {
    let entry = Entry(
      bank: "", file: "", line: 1, lineEnd: 1, byteStart: 0, byteEnd: text.utf8.count,
      kind: .question, text: QueryText.withoutNumber(text))
    return try related(to: entry, nil, options, how)
  }

  private func related(
    to entry: Entry, _ document: DocumentID?, _ options: SearchOptions, _ how: RelatedOptions
  ) throws(QuestionSearchError) -> SearchResults {
    var options = options
    // What has all words of an answer is not its text.
    options.ranking.putsSameTextFirst = false
    // An entry's words, of all its parts, stand in no order.
    options.ranking.proximity = 0
    options.ranking.exactForms = 0
    let query = AnalyzedQuery(entry, analyzer: snapshot.analyzer)
    // What has no words is like nothing; a filter alone would list all that pass.
    guard !query.query.isEmpty else {
      return SearchResults(hits: [], matchCount: 0, isQueryEmpty: true, hasUnclosedQuote: false)
    }
    return try results(
      of: query, options: options, Searcher(snapshot), likeDocument: document, source: entry,
      areDiverse: how.isDiverse)
  }

  /// The names of all banks but one.
  private func otherBanks(than bank: String) throws(QuestionSearchError) -> [String] {
    let groups = try engine { () throws(IndexError) in try snapshot.groups() }
    let banks = Set(groups.compactMap { EntryGroup(named: $0.name).bank })
    return banks.filter { $0 != bank }.sorted()
  }

  /// The entry that stands at a line of a file: the last that begins there or before. Nil where the
  /// file has none so early, or is not in the index (`hasFile`).
  public func entry(file: String, line: Int) throws(QuestionSearchError) -> Entry? {
    var found: Entry?
    for group in try groups(ofFile: file) {
      for document in group.documents {
        let entry = try self.entry(document)
        if entry.line <= line, entry.line >= found?.line ?? 0 { found = entry }
      }
    }
    return found
  }

  /// Whether the index has entries of a file: as files are shown, or by another way to the same.
  public func hasFile(_ file: String) throws(QuestionSearchError) -> Bool {
    try !groups(ofFile: file).isEmpty
  }

  private func groups(ofFile file: String) throws(QuestionSearchError) -> [IndexGroup] {
    let wanted = FilePath.absolute(file, base: FilePath.currentFolder)
    return try engine { () throws(IndexError) in try snapshot.groups() }.filter { group in
      guard let kept = EntryGroup(named: group.name).file else { return false }
      let shown = shown(kept)
      return shown == file || FilePath.absolute(shown, base: FilePath.currentFolder) == wanted
    }
  }
}
