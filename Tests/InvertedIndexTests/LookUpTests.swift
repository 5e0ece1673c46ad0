import IndexStorage
import InvertedIndex
import TestSupport
import Testing

/// How often documents have terms, for those who ask before they search.
@Suite struct LookUpTests {
  /// Terms are bytes: letters that are canonically equal may be two terms.
  @Test func canonicallyEqualTermsAreTwo() throws {
    let words = ["caf\u{E9}", "cafe\u{301}"]
    let writer = IndexWriter(fields: ["text"], analyzer: .plain)
    for (number, word) in words.enumerated() {
      try writer.add(Document(name: "d\(number)", fields: ["\(word) corner"]))
    }
    let snapshot = try writer.snapshot()
    let searcher = Searcher(snapshot)
    for (asked, other) in [(0, 1), (1, 0)] {
      #expect(try searcher.documentFrequency(of: words[asked]) == 1)
      let query = Query(terms: [.init(words[other])])
      let hits = try searcher.search(query, model: .bm25(BM25())).hits
      #expect(try hits.map { try snapshot.name(of: $0.document) } == ["d\(other)"])
    }
  }

  /// What was asked changes no search, whatever the words and however many.
  @Test func askingChangesNoSearch() throws {
    var random = SeededGenerator(seed: 3)
    let writer = IndexWriter(fields: ["text"], analyzer: .plain)
    for number in 0..<200 {
      let words = (0..<8).map { _ in "w\(Int.random(in: 0..<150, using: &random))" }
      try writer.add(Document(name: "d\(number)", fields: [words.joined(separator: " ")]))
    }
    let snapshot = try writer.snapshot()
    let (asking, plain) = (Searcher(snapshot), Searcher(snapshot))
    for count in [1, 2, 16, 17, 64, 65, 100] {
      let terms = (0..<count).map { Query.Term("w\(($0 * 7 + count) % 160)") }
      for term in terms {
        let frequency = try asking.documentFrequency(of: term.text)
        #expect(try frequency == snapshot.documentFrequency(of: term.text))
      }
      let query = Query(terms: terms)
      let (one, other) = (
        try asking.search(query, model: .bm25(BM25())),
        try plain.search(query, model: .bm25(BM25()))
      )
      #expect(one.hits == other.hits)
    }
  }

  /// Whether all words are known; it changes no search either.
  @Test func queriesOfKnownWordsHaveAllWords() throws {
    let writer = IndexWriter(fields: ["text"], analyzer: .plain)
    try writer.add(Document(name: "d0", fields: ["one two three"]))
    try writer.add(Document(name: "d1", fields: ["two two four"]))
    let snapshot = try writer.snapshot()
    let searcher = Searcher(snapshot)
    for (text, hasAll) in [("", true), ("two four", true), ("two five", false), ("five", false)] {
      let query = searcher.query(text)
      #expect(try searcher.hasAllWords(of: query) == hasAll)
      #expect(try searcher.documentFrequency(of: "two") == 2)
      let hits = try searcher.search(query, model: .bm25(BM25())).hits
      #expect(try hits == snapshot.search(query, model: .bm25(BM25())).hits)
    }
    let phrase = searcher.phraseQuery("two three")
    #expect(try searcher.hasAllWords(of: phrase))
    #expect(try !searcher.hasAllWords(of: searcher.phraseQuery("two five")))
  }

  /// A phrase of deleted documents is none.
  @Test func phrasesAreThoseOfLiveDocuments() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = try IndexWriter(folder, fields: ["text"], analyzer: .plain)
    for (number, text) in ["hot dog bun", "dog hot", "cold dog"].enumerated() {
      try writer.add(Document(name: "\(number)", fields: [text]), group: "\(number)")
      try writer.commit()
    }
    func has(_ words: String...) throws -> Bool {
      try Snapshot(folder).hasPhrase(Query.Phrase(words))
    }
    #expect(try has("hot", "dog") && has("dog", "bun") && has("cold", "dog") && has("dog"))
    #expect(try !has("hot", "bun") && !has("cold", "hot") && !has("cat"))
    try writer.delete(group: "0")
    try writer.commit()
    #expect(try !has("hot", "dog") && !has("dog", "bun") && has("dog", "hot"))
  }

  /// The terms of a letter that documents have, wherever these are, each with their number.
  @Test(arguments: [1, 3]) func termsOfALetterAreThoseOfTheDocuments(segments: Int) throws {
    var random = SeededGenerator(seed: 11)
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = try IndexWriter(folder, fields: ["text"], analyzer: .plain)
    var counts: [String: Int] = [:]
    for segment in 0..<segments {
      for number in 0..<200 >> (2 * segment) {
        var words: Set<String> = [String(repeating: "a", count: number == 0 ? 33 : 32)]
        for _ in 0..<6 {
          let letters = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            "abc".randomElement(using: &random) ?? "a"
          }
          words.insert(String(letters))
        }
        let name = "\(segment)-\(number)"
        try writer.add(
          Document(name: name, fields: [words.sorted().joined(separator: " ")]),
          group: number % 5 == 3 ? "gone\(segment)" : "kept\(segment)")
        if number % 5 != 3 { for word in words { counts[word, default: 0] += 1 } }
      }
      try writer.commit()
    }
    for segment in 0..<segments { try writer.delete(group: "gone\(segment)") }
    try writer.commit()
    let snapshot = try Snapshot(folder)
    for letter in "abcd" {
      let expected = counts.filter { $0.key.first == letter && $0.key.count < 33 }
      // Twice: the second time from memory.
      for _ in 0..<2 {
        let list = try snapshot.terms(beginningWith: [letter.asciiValue ?? 0])
        let terms = (0..<list.count).map { String(decoding: list.term($0), as: UTF8.self) }
        #expect(terms == expected.keys.sorted())
        #expect(list.count == expected.count && !list.isTooLarge)
        for (place, term) in terms.enumerated() {
          #expect(list.documentFrequency(place) == expected[term])
        }
        for prefix in ["\(letter)", "\(letter)a", "\(letter)bc", "\(letter)d", "e"] {
          let places = list.places(beginningWith: Array(prefix.utf8))
          #expect(terms.indices.filter { terms[$0].hasPrefix(prefix) } == Array(places))
          var visited: [String] = []
          list.forEach(in: places) { place, term in
            #expect(term.elementsEqual(list.term(place)))
            visited.append(String(decoding: term, as: UTF8.self))
          }
          #expect(visited == Array(terms[places]))
        }
      }
    }
  }

  /// Deleted documents count for nothing.
  @Test func termsThatBeginSoCountLiveDocuments() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = try IndexWriter(folder, fields: ["text"], analyzer: .plain)
    for number in 0..<9 {
      try writer.add(
        Document(name: "d\(number)", fields: [number == 0 ? "momentum" : "moment motor"]),
        group: "g\(number)")
      if number == 4 { try writer.commit() }
    }
    try writer.commit()
    _ = try writer.delete(group: "g0")
    _ = try writer.delete(group: "g8")
    try writer.commit()
    let snapshot = try Snapshot(folder)
    var counts: [String: Int] = [:]
    try snapshot.forEachTerm(beginningWith: Array("mo".utf8)) { term in
      term.last != UInt8(ascii: "r")
    } _: { term, frequency in
      counts[String(decoding: term, as: UTF8.self), default: 0] += frequency
    }
    #expect(counts == ["momentum": 0, "moment": 7])
    #expect(try snapshot.documents(having: "momentum", limit: 5).isEmpty)
    let first = try snapshot.documents(having: "moment", limit: 5)
    #expect(first.count == 5)
    #expect(try snapshot.documents(having: "moment", limit: 50).count == 7)
  }

  /// A searcher makes of a text the query that anybody makes of it, however long, and whatever was
  /// asked before. Words stand in it where they come first.
  @Test func queriesAreThoseOfTheText() throws {
    var random = SeededGenerator(seed: 9)
    let writer = IndexWriter(fields: ["text"], analyzer: .english)
    try writer.add(Document(name: "d", fields: ["one two three"]))
    let searcher = Searcher(try writer.snapshot())
    for count in [0, 1, 5, 31, 32, 33, 34, 200, 5_000, 3, 40, 20_000, 7] {
      let words = (0..<count).map { _ in "w\(Int.random(in: 0..<max(count, 4), using: &random))" }
      let query = searcher.query(words.joined(separator: " "))
      var counts: [String: Int] = [:]
      var order: [String] = []
      for word in words {
        counts[word, default: 0] += 1
        if counts[word] == 1 { order.append(word) }
      }
      #expect(query.terms.map(\.text) == order)
      #expect(query.terms.map(\.frequency) == order.map { counts[$0] })
    }
  }
}
