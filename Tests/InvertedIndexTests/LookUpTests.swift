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
