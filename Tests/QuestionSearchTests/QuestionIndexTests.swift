import QuestionSearch
import TestSupport
import Testing

@Suite struct QuestionIndexTests {
  @Test func theBestQuestionsComeFirstWithTheirParts() throws {
    let index = try SampleIndex.builder().index()
    let results = try index.search("waggle dances")
    #expect(results.hits.map(\.rank) == [1, 2])
    #expect(results.matchCount == 2)
    let first = try #require(results.hits.first)
    #expect(first.entry.text == "What does the angle of the waggle dance mean?")
    #expect(first.entry.bank == "bees")
    #expect(first.score > results.hits[1].score)
    #expect(first.explanation == nil)
    let words = first.highlights.map {
      String(decoding: Array(first.entry.text.utf8)[$0.range], as: UTF8.self)
    }
    #expect(words == ["waggle", "dance"])
  }

  /// Whatever else has its words more often.
  @Test func theTextOfAQuestionFindsItFirst() throws {
    let index = try SampleIndex.builder().index()
    for entry in SampleIndex.builder().identifiedEntries() {
      for text in [entry.text, "17. " + entry.text.uppercased(), entry.text.dropLast() + " ?!"] {
        #expect(try index.search(text).hits.first?.entry.text == entry.text)
        let name = try index.ranking(text, depth: 1).first?.document
        #expect(try index.entry(#require(name))?.text == entry.text)
      }
    }
  }

  /// Only words that no question has, and that are apart from all others, are replaced.
  @Test(arguments: [
    ("async writes", ["async > asynchronous"]),
    ("Dead lock in asynchronous code", ["Dead lock > deadlock"]),
    (
      "asynchronuos deadlcok",
      [
        "asynchronuos > asynchronous",
        "deadlcok > deadlock",
      ]
    ),
    ("deadlockfree", ["deadlockfree > deadlock free"]),
    ("page lock", []), ("lock dead page", []), ("hash map", []), ("zzzzzz", []), ("async*", []),
    ("deadlock", []), ("ASYNC", []), ("", []),
  ])
  func wordsAreCorrectedByTheIndex(_ text: String, _ expected: [String]) throws {
    var builder = QuestionIndexBuilder()
    for text in [
      "What is an asynchronous write?", "When are asynchronous calls free of deadlock?",
      "How is a deadlock found?", "What does a page lock keep out?", "What is a pagelock?",
      "Why is a pagelock free?", "Which letter is dead?",
    ] {
      builder.add(question: text, bank: "locks")
    }
    let found = try builder.index().search(text).corrections
    #expect(found.map { "\($0.word) > \($0.replacement)" } == expected)
  }

  @Test func limitsArePrefixes() throws {
    let index = try SampleIndex.builder().index()
    let all = try index.search("the dance of bees is how", options: SearchOptions(limit: 100)).hits
    for limit in 1...all.count {
      let hits = try index.search(
        "the dance of bees is how", options: SearchOptions(limit: limit)
      ).hits
      #expect(hits.map(\.entry.id) == all.prefix(limit).map(\.entry.id))
    }
  }

  @Test func relatedQuestionsLeaveTheEntryOut() throws {
    let index = try SampleIndex.builder().index()
    for entry in SampleIndex.builder().identifiedEntries() {
      let related = try index.related(to: entry.id).hits
      #expect(!related.contains { $0.entry.id == entry.id })
    }
    let dance = try #require(try index.search("why do bees dance").hits.first)
    let related = try index.related(to: dance.entry.id).hits
    #expect(related.first?.entry.text == "What does the angle of the waggle dance mean?")
    #expect(throws: QuestionSearchError.self) { try index.related(to: "nothing") }
  }

  @Test(arguments: ["", "   ", "?!", "-", "\"", "a:(^`", "AND OR NOT", "🙂", "\u{0}\u{1B}[2J", "'{"])
  func anyTextIsAQuery(text: String) throws {
    let results = try SampleIndex.builder().index().search(text)
    #expect(results.hits.count <= results.matchCount)
  }

  @Test func randomBytesAndLongTextsAreQueries() throws {
    var generator = SeededGenerator(seed: 41)
    let index = try SampleIndex.builder().index()
    for _ in 0..<200 {
      let bytes = generator.bytes(Int.random(in: 0..<200, using: &generator))
      _ = try index.search(String(decoding: bytes, as: UTF8.self))
    }
    let words = (0..<20_000).map { "w\($0 % 997)" }.joined(separator: " ")
    _ = try index.search(words + " bees")
  }

  @Test func technicalTermsAreFoundAsTypedAndInParts() throws {
    let index = try SampleIndex.builder().index()
    for query in ["k-means", "kmeans", "C++", "c++", "means"] {
      #expect(try index.search(query).hits.first?.entry.bank == "odd", "\(query)")
    }
    #expect(try index.search("templates").hits.count == 1)
  }

  @Test func explanationsAddUp() throws {
    let index = try SampleIndex.builder().index()
    for model in ["bm25f", "bm25", "tfidf", "tfidf:lucene"] {
      let options = SearchOptions(ranking: try Ranking.named(model), explains: true)
      for hit in try index.search("the dance of the bees", options: options).hits {
        let explanation = try #require(hit.explanation)
        #expect(abs(explanation.parts.reduce(0) { $0 + $1.contribution } - hit.score) < 1e-9)
      }
    }
  }

  @Test func runsHoldIdsAndFallingScores() throws {
    let index = try SampleIndex.builder().index()
    var lines = ""
    try index.run(
      [TopicQuery(id: "1", text: "bees dance"), TopicQuery(id: "2", text: "nothing here")],
      RunSpecification(depth: 10, tag: "t")
    ) { lines += $0 }
    let rows = lines.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(row.count == 6 && row[0] == "1" && row[1] == "Q0" && row[5] == "t")
      #expect(try index.entry(String(row[2])) != nil)
    }
  }

  @Test func aSnapshotAnswersManyThreadsAlike() async throws {
    let index = try SampleIndex.builder().index()
    let expected = try index.search("waggle dance").hits
    try await withThrowingTaskGroup(of: [Hit].self) { group in
      for _ in 0..<8 { group.addTask { try index.search("waggle dance").hits } }
      for try await hits in group { #expect(hits == expected) }
    }
  }

  @Test func theDefaultRankingHasAName() throws {
    #expect(try Ranking.named("Questions") == .questions)
    var changed = Ranking.questions
    (changed.latent, changed.correctsSpelling) = (0.2, false)
    #expect(try Ranking.named("questions:latent=0.2,spelling=0") == changed)
    #expect(try Ranking.named("questions:question=9") != .questions)
    #expect(try Ranking.named(Ranking.questions.description) == .questions)
    #expect(throws: QuestionSearchError.self) { try Ranking.named("questions:nothing=1") }
  }
}
