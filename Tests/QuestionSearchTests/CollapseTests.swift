import QuestionSearch
import TestSupport
import Testing

/// Copies of a question are one result.
@Suite struct CollapseTests {
  private static let question = "Why do kestrels hover over the meadow?"
  /// The same question, as different banks write it.
  private static let copies = [
    question, "why do kestrels HOVER over the meadow", "[E] Why do kestrels hover over the meadow?",
    "Why do kestrels hover over meadow?",
  ]
  private static let others = [
    "Why do kestrels avoid the forest?", "What does a meadow smell of?",
    "Do drones hover over the meadow?", "What do owls eat?",
  ]

  /// Each copy in a bank of its own, among others.
  private func index() throws -> QuestionIndex {
    var builder = QuestionIndexBuilder()
    for (number, text) in Self.copies.enumerated() {
      builder.add(
        question: text, answer: "To see voles.", bank: "bank \(number)", tags: ["t\(number % 2)"])
    }
    for text in Self.others { builder.add(question: text, answer: "So it is.", bank: "others") }
    return try builder.index()
  }

  /// A bank of copies, near copies and others, made from few words.
  private func randomIndex(_ random: inout SeededGenerator) throws -> QuestionIndex {
    var builder = QuestionIndexBuilder()
    var texts: [String] = []
    for number in 0..<120 {
      var text = SignedBank.question(using: &random)
      if number > 10, Int.random(in: 0..<2, using: &random) == 0 {
        text = texts.randomElement(using: &random) ?? text
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text = text.uppercased()
        case 1: text = "[M] " + text
        case 2: text = "Q\(number). " + text
        default: break
        }
      }
      texts.append(text)
      builder.add(question: text, answer: "An answer.", bank: "bank \(number % 5)")
    }
    return try builder.index()
  }

  private func options(
    _ limit: Int, collapses: Bool = true, filter: SearchFilter = SearchFilter()
  ) -> SearchOptions {
    SearchOptions(limit: limit, filter: filter, collapses: collapses)
  }

  @Test func copiesAreOneResultWithAllPlaces() throws {
    let index = try index()
    let found = try index.search("kestrels hover", options: options(10))
    let all = try index.search("kestrels hover", options: options(10, collapses: false))
    let hit = try #require(found.hits.first)
    #expect(hit.copies.count == 3)
    let places = [hit.entry.bank] + hit.copies.map(\.bank)
    #expect(Set(places) == Set((0..<4).map { "bank \($0)" }))
    #expect(!hit.copies.contains { $0.id == hit.entry.id })
    // The best of them is shown, with its score.
    #expect(hit.entry.id == all.hits.first?.entry.id && hit.score == all.hits.first?.score)
    #expect(found.hits.map(\.rank) == Array(1...found.hits.count))
    #expect(found.hits.dropFirst().allSatisfy { $0.copies.isEmpty })
    #expect(all.hits.count == found.hits.count + 3)
    #expect(all.hits.allSatisfy { $0.copies.isEmpty })
    #expect(found.matchCount == all.matchCount)
    // The number does not depend on how many results are wanted.
    for limit in 1...6 {
      let hit = try #require(
        try index.search("kestrels hover", options: options(limit)).hits.first)
      #expect(hit.copies.map(\.id) == found.hits[0].copies.map(\.id), "limit \(limit)")
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func aLowerLimitGivesTheFirstOfMore(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let index = try randomIndex(&random)
    for query in ["gradient descent", "what is entropy", "forest", "rate of learning matrix"] {
      let most = try index.search(query, options: options(200)).hits.map(\.entry.id)
      #expect(!most.isEmpty && Set(most).count == most.count)
      for limit in [1, 2, 3, 5, 8, 13, 40, 100] {
        let some = try index.search(query, options: options(limit)).hits
        #expect(
          some.map(\.entry.id) == Array(most.prefix(limit)), "seed \(seed): \(query), \(limit)")
        #expect(some.map(\.rank) == Array(1...some.count))
      }
    }
  }

  /// Beside the ranking with all copies: what is left out is a copy of something above it.
  @Test(arguments: [4, 5] as [UInt64])
  func whatIsNotShownIsACopyOfWhatIs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let index = try randomIndex(&random)
    for query in ["gradient descent", "what is entropy", "forest"] {
      let all = try index.search(query, options: options(200, collapses: false)).hits
      let found = try index.search(query, options: options(200)).hits
      let place = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.entry.id, $0) })
      var shown = 0
      var seen: [String: Int] = [:]
      for (number, hit) in found.enumerated() {
        seen[hit.entry.id] = number
        for copy in hit.copies where seen[copy.id] == nil { seen[copy.id] = number }
      }
      for hit in all {
        let group = try #require(seen[hit.entry.id], "seed \(seed): \(hit.entry.text)")
        if found[group].entry.id == hit.entry.id {
          #expect(found[group].score == hit.score && group == shown)
          shown += 1
        }
        #expect(try #require(place[found[group].entry.id]) <= place[hit.entry.id] ?? -1)
      }
      #expect(shown == found.count)
    }
  }

  @Test func anEntryIsNotRelatedToItsCopies() throws {
    let index = try index()
    let own = try index.search(Self.question, options: options(10, collapses: false)).hits
      .filter { $0.entry.bank.hasPrefix("bank") }.map(\.entry.id)
    #expect(own.count == 4)
    for id in own {
      let related = try index.related(to: id, options: options(10))
      #expect(related.hits.allSatisfy { !own.contains($0.entry.id) && $0.copies.isEmpty })
      #expect(related.hits.contains { $0.entry.text == Self.others[0] })
      #expect(related.matchCount == related.hits.count)
      let all = try index.related(to: id, options: options(10, collapses: false))
      #expect(Set(all.hits.map(\.entry.id)).intersection(own).count == 3)
    }
    // What has the very text is not related to it either, unless that is asked for.
    let text = try index.related(toText: Self.question.uppercased(), options: options(10))
    #expect(text.hits.allSatisfy { !own.contains($0.entry.id) })
    #expect(text.hits.contains { $0.entry.text == Self.others[0] })
    let all = try index.related(toText: Self.question, options: options(10, collapses: false))
    #expect(Set(own).isSubset(of: all.hits.map(\.entry.id)))
  }

  @Test func resultsPassTheFilter() throws {
    let index = try index()
    for (filter, count) in [
      (SearchFilter(banks: ["bank 1"]), 1), (SearchFilter(banks: ["bank 1", "others"]), 3),
      (SearchFilter(tags: ["t1"]), 1), (SearchFilter(banks: ["others"]), 2),
    ] {
      let found = try index.search("kestrels hover", options: options(10, filter: filter))
      #expect(found.hits.count == count, "\(filter)")
      for hit in found.hits {
        #expect(filter.banks.isEmpty || filter.banks.contains(hit.entry.bank))
        #expect(filter.tags.isEmpty || hit.entry.tags.contains("t1"))
      }
    }
    let tagged = try index.search(
      "kestrels hover", options: options(10, filter: SearchFilter(tags: ["t1"])))
    #expect(tagged.hits.first?.copies.allSatisfy { $0.tags.contains("t1") } == true)
    // A list of all that passes is no search: it shows every entry.
    let list = try index.search("", options: options(10, filter: SearchFilter(tags: ["t0", "t1"])))
    #expect(list.hits.count == 4 && list.hits.allSatisfy { $0.copies.isEmpty })
  }

  /// `copies` are all that the index has, whether or not the query finds them.
  @Test func copiesThatTheQueryDoesNotFindAreThereToo() throws {
    var builder = QuestionIndexBuilder()
    builder.add(question: "Why do kestrels hover over the meadow?", bank: "a")
    builder.add(question: "Why do ketsrels hover over the meadow?", bank: "b")
    let index = try builder.index()
    let both = try index.search("hover", options: options(10)).hits
    #expect(both.count == 1 && both[0].copies.count == 1)
    let hit = try #require(try index.search("kestrels", options: options(10)).hits.first)
    #expect(hit.copies.count == 1)
  }

  @Test func copiesFarBelowAreThereToo() throws {
    var builder = QuestionIndexBuilder()
    builder.add(question: Self.question, answer: "Kestrel, kestrel, kestrel.", bank: "a")
    builder.add(question: Self.question, bank: "b")
    for number in 0..<40 {
      builder.add(question: "Kestrel \(number)?", answer: "A kestrel.", bank: "c")
    }
    let index = try builder.index()
    let many = try index.search("kestrel meadow", options: options(50)).hits
    #expect(many.first?.copies.count == 1)
    for query in ["kestrel meadow", "kestrel"] {
      let expected = try index.search(query, options: options(50)).hits
      for limit in [1, 3, 20] {
        let found = try index.search(query, options: options(limit)).hits
        for (one, other) in zip(found, expected) {
          #expect(one.copies.map(\.id) == other.copies.map(\.id), "\(query), \(limit)")
        }
      }
    }
  }

  /// Numbers and signs are the question.
  @Test(arguments: [
    ("What is 2.5 percent of 40?", "What is 25 percent of 40?"),
    ("What is 8 / 2 worth in dollars?", "What is 8 - 2 worth in dollars?"),
    ("What does f(x, y) mean for birds?", "What does f(x.y) mean for birds?"),
    ("Is a key of a symmetric cipher long?", "Is a key of asymmetric cipher long?"),
  ])
  func whatDiffersInSignsIsNoCopy(_ a: String, _ b: String) throws {
    var builder = QuestionIndexBuilder()
    builder.add(question: a, bank: "a")
    builder.add(question: b, bank: "b")
    let found = try builder.index().search(a, options: options(10))
    #expect(found.hits.count == 2 && found.hits[0].copies.isEmpty)
  }

  @Test(arguments: [
    ("How many eggs in 2 weeks does a wren lay?", "How many eggs in 3 weeks does a wren lay?"),
    ("Which birds can fly in winter?", "Which birds can not fly in winter?"),
    ("What does P(A|B) mean for birds?", "What does P(B|A) mean for birds?"),
    ("What is C good for in birding?", "What is C++ good for in birding?"),
    ("What is the output of this code?", "What is the output of that code?"),
  ])
  func whatOnlyLooksAlikeIsNoCopy(_ a: String, _ b: String) throws {
    var builder = QuestionIndexBuilder()
    builder.add(question: a, bank: "a")
    builder.add(question: b, bank: "b")
    let found = try builder.index().search(a, options: options(10))
    #expect(found.hits.count == 2 && found.hits.allSatisfy { $0.copies.isEmpty })
  }
}
