import QuestionSearch
import TestSupport
import Testing

/// Filters against their definition, on entries of all kinds.
@Suite struct SearchFilterTests {
  private static let entries: [Entry] = (0..<60).map { number in
    Entry(
      bank: ["birds", "trees"][number % 2], file: "f\(number % 4).md", line: number + 1,
      lineEnd: number + 1, byteStart: 0, byteEnd: 1,
      kind: [EntryKind.question, .prompt, .topic][number % 3], text: "owl number \(number)",
      difficulty: [nil, .easy, .medium, .hard][number % 4],
      answer: number % 5 == 0 ? nil : "An answer of \(number).",
      tags: (0..<number % 3).map { "tag \($0)" }, origin: number % 7 == 0 ? "A Book" : nil)
  }

  private static let filters: [SearchFilter] = [
    SearchFilter(), SearchFilter(banks: ["birds"]), SearchFilter(banks: ["birds", "trees"]),
    SearchFilter(banks: ["Birds"]), SearchFilter(levels: [.easy, .hard]),
    SearchFilter(kinds: [.prompt]), SearchFilter(tags: ["tag 1"]),
    SearchFilter(tags: ["tag 0", "none"]), SearchFilter(origins: ["A Book"]),
    SearchFilter(hasAnswer: true),
    SearchFilter(banks: ["trees"], levels: [.easy], kinds: [.question, .topic], hasAnswer: true),
    SearchFilter(levels: [.medium], tags: ["tag 0"], origins: ["A Book"]),
  ]

  private func passes(_ entry: Entry, _ filter: SearchFilter) -> Bool {
    (filter.banks.isEmpty || filter.banks.contains(entry.bank))
      && (filter.levels.isEmpty || entry.difficulty.map(filter.levels.contains) == true)
      && (filter.kinds.isEmpty || filter.kinds.contains(entry.kind))
      && (filter.tags.isEmpty || entry.tags.contains(where: filter.tags.contains))
      && (filter.origins.isEmpty || entry.origin.map(filter.origins.contains) == true)
      && (!filter.hasAnswer || entry.answer != nil)
  }

  private func index() throws -> QuestionIndex {
    var builder = QuestionIndexBuilder()
    builder.add(Self.entries)
    return try builder.index()
  }

  /// By words alone: nearness goes by the best of those that pass.
  @Test(arguments: filters)
  func onlyEntriesThatPassAreFound(filter: SearchFilter) throws {
    let index = try index()
    let words = Ranking(.questions)
    for query in ["owl", "answer owl", "\"owl number\"", "numb*", "nothing"] {
      let all = try index.search(query, options: SearchOptions(limit: 100, ranking: words)).hits
      let expected = all.filter { passes($0.entry, filter) }
      for limit in [1, 2, 5, 100] {
        let found = try index.search(
          query, options: SearchOptions(limit: limit, ranking: words, filter: filter))
        #expect(found.matchCount == expected.count)
        #expect(found.hits.map(\.entry.id) == expected.prefix(limit).map(\.entry.id))
        #expect(found.hits.map(\.score) == expected.prefix(limit).map(\.score))
      }
    }
  }

  @Test(arguments: filters)
  func anEmptyQueryListsWhatPassesInOrder(filter: SearchFilter) throws {
    let index = try index()
    var expected: [String] = []
    try index.forEachEntry { if passes($0, filter), !filter.isEmpty { expected.append($0.id) } }
    for query in ["", " ?! ", "\"\""] {
      let found = try index.search(query, options: SearchOptions(limit: 7, filter: filter))
      #expect(found.isQueryEmpty)
      #expect(found.hits.map(\.entry.id) == Array(expected.prefix(7)))
      #expect(found.matchCount == expected.count)
      #expect(found.hits.allSatisfy { $0.score == 0 })
    }
  }

  @Test func relatedEntriesPassTheFilter() throws {
    let index = try index()
    let id = try #require(try index.search("owl number 9").hits.first?.entry.id)
    let options = SearchOptions(limit: 100, filter: SearchFilter(levels: [.hard]))
    let found = try index.related(to: id, options: options)
    #expect(!found.hits.isEmpty)
    #expect(found.hits.allSatisfy { $0.entry.difficulty == .hard && $0.entry.id != id })
    let text = try index.related(toText: "\"owl\" \"which no other has\"", options: options)
    #expect(text.hits.count == 15)
  }

  /// An attribute that is longer than an index holds makes no entry unreadable.
  @Test func longTagsAreLeftOut() throws {
    var builder = QuestionIndexBuilder()
    builder.add(
      question: "owl", bank: "b", tags: ["short", String(repeating: "x", count: 70_000)])
    let index = try builder.index()
    let options = SearchOptions(filter: SearchFilter(tags: ["short"]))
    #expect(try index.search("owl", options: options).hits.count == 1)
  }

  @Test func rankingsAreTheSameWithAnyNumberOfThreads() throws {
    let index = try index()
    let texts = (0..<50).map { "owl \($0) answer \"number" }
    for threads in [nil, 1, 3, 16] {
      let found = try index.rankings(texts, depth: 5, threads: threads)
      for (text, ranking) in zip(texts, found) {
        let expected = try index.ranking(text, depth: 5)
        #expect(ranking.map(\.document) == expected.map(\.document))
        #expect(ranking.map(\.score) == expected.map(\.score))
      }
    }
  }
}
