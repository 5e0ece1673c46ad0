import QuestionBanks
import QuestionSearch
import TestSupport
import Testing

/// Questions like an entry or a text.
@Suite struct RelatedTests {
  private static let rewordings = [
    "How do glaciers carve valleys?", "In which way do glaciers carve out their valleys?",
    "By what means does a glacier carve a valley into rock?",
    "What lets moving glaciers carve such deep valleys?",
    "Glaciers carve valleys: what is the mechanism?",
  ]

  private func index() throws -> QuestionIndex {
    var builder = QuestionIndexBuilder()
    for (number, text) in Self.rewordings.enumerated() {
      builder.add(
        question: text, answer: "Ice freezes to the bed, plucks blocks and grinds the floor.",
        bank: number % 2 == 0 ? "ice" : "rock")
    }
    builder.add(
      question: "What is a moraine?", answer: "Debris that glaciers leave along valleys.",
      bank: "ice")
    builder.add(
      question: "Why are fjords deep?", answer: "Glaciers carve them below the sea.", bank: "rock")
    builder.add(
      question: "Why is a cirque round?",
      answer: "Glaciers turn in it, and the floor is ground deep.", bank: "rock")
    builder.add(question: "How does bread rise?", answer: "Yeast makes gas.", bank: "food")
    builder.add(question: "How do geysers work?", answer: "Water boils below.", bank: "rock")
    return try builder.index()
  }

  private func entry(_ index: QuestionIndex, _ text: String) throws -> Entry {
    var found: Entry?
    try index.forEachEntry { if $0.text == text { found = $0 } }
    return try #require(found)
  }

  @Test func sharedWordsAreThoseOfBothSides() throws {
    let index = try index()
    let moraine = try entry(index, "What is a moraine?")
    let results = try index.related(to: moraine.id)
    #expect(!results.hits.isEmpty)
    for hit in results.hits {
      let words = try #require(hit.sharedWords)
      let text = ([hit.entry.text, hit.entry.answer] as [String?]).compactMap { $0 }
        .joined(separator: " ").lowercased()
      #expect(words.allSatisfy(text.contains), "\(words)")
      #expect(!words.contains("what") && !words.contains("is"))
      #expect(words.count <= 8)
    }
    let valleys = try #require(results.hits.first { Self.rewordings.contains($0.entry.text) })
    let words = try #require(valleys.sharedWords)
    #expect(Set(words).isSubset(of: ["glaciers", "glacier", "valleys", "valley"]))
    #expect(words.count == 2)
    #expect(try index.search("moraine").hits.allSatisfy { $0.sharedWords == nil })
  }

  @Test func aDiverseListHasFewRewordingsBeforeOtherThings() throws {
    let index = try index()
    func texts(_ how: RelatedOptions, limit: Int) throws -> [String] {
      let found = try index.related(
        toText: "What do glaciers carve, and how deep?",
        options: SearchOptions(limit: limit, collapses: false), how)
      #expect(found.hits.map(\.rank) == Array(1..<found.hits.count + 1))
      return found.hits.map(\.entry.text)
    }
    let plain = try texts(.init(), limit: 5)
    let diverse = try texts(.init(isDiverse: true), limit: 5)
    func rewordings(_ texts: [String]) -> Int { texts.count(where: Self.rewordings.contains) }
    #expect(rewordings(plain) > rewordings(diverse), "\(plain) \(diverse)")
    // The best stays the best, and nothing is lost.
    #expect(diverse.first == plain.first)
    #expect(
      try Set(texts(.init(isDiverse: true), limit: 100)) == Set(texts(.init(), limit: 100)))
  }

  @Test func diverseListsAreDeterminedAndPrefixes() throws {
    let index = try index()
    for text in ["glaciers carve valleys", "deep", "how"] {
      func ids(_ limit: Int) throws -> [String] {
        try index.related(
          toText: text, options: SearchOptions(limit: limit), .init(isDiverse: true)
        ).hits.map(\.entry.id)
      }
      let all = try ids(10)
      for limit in 1...10 { #expect(try ids(limit) == Array(all.prefix(limit))) }
    }
  }

  @Test func acrossBanksFindsNothingOfItsOwn() throws {
    let index = try index()
    let moraine = try entry(index, "What is a moraine?")
    for isDiverse in [false, true] {
      let found = try index.related(
        to: moraine.id, RelatedOptions(acrossBanks: true, isDiverse: isDiverse))
      #expect(!found.hits.isEmpty && found.hits.allSatisfy { $0.entry.bank != "ice" })
    }
  }

  /// "When should we use one?" means what it stands below.
  @Test func aQuestionThatLeansOnAnotherIsRelatedByIt() throws {
    let subjects = ["bloom filter", "skip list", "radix tree", "hash ring", "ring buffer"]
    let bank =
      "# Bank\n\n"
      + subjects.map { subject in
        """
        1. What is a \(subject)?
           - When should we use one?
        2. Why does a database use a \(subject) to avoid reads?
        3. How large does a \(subject) grow?

        """
      }.joined()
    var builder = QuestionIndexBuilder()
    try builder.addBank(Array(bank.utf8), file: "bank.md", bank: "bank")
    let index = try builder.index()
    var leaning: [Entry] = []
    try index.forEachEntry { if $0.text == "When should we use one?" { leaning.append($0) } }
    #expect(leaning.count == subjects.count)
    for (entry, subject) in zip(leaning, subjects) {
      let related = try index.related(
        to: entry.id, options: SearchOptions(limit: 3, collapses: false)
      ).hits.map(\.entry.text)
      #expect(related.allSatisfy { $0.contains(subject) }, "\(subject): \(related)")
    }
  }

  @Test func anEntryIsFoundByItsPlace() throws {
    let index = try index()
    let moraine = try entry(index, "What is a moraine?")
    #expect(try index.entry(file: moraine.file, line: moraine.line)?.id != nil)
    #expect(try index.entry(file: "no such file", line: 1) == nil)
  }
}
