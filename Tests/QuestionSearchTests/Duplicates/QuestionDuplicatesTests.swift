import QuestionSearch
import TestSupport
import Testing

/// Duplicates among the entries of an index, and of new entries in one.
@Suite struct QuestionDuplicatesTests {
  /// The texts of pairs of a class.
  private func texts(_ found: QuestionDuplicates, _ kinds: DuplicateClass...) -> Set<[String]> {
    Set(
      found.pairs(all: true).filter { kinds.contains($0.pair.duplicateClass) }
        .map { [$0.first.text, $0.second.text] })
  }

  private func check(_ found: QuestionDuplicates) {
    #expect(found.newCount == 10 && found.entries.count == 10)
    #expect(
      texts(found, .exact) == [
        ["Why do kestrels hover over meadows?", "why do KESTRELS hover over meadows"]
      ])
    #expect(
      texts(found, .near) == [
        ["How far do swifts fly in a year?", "How far do the swifts fly in a year?"]
      ])
    #expect(
      texts(found, .contrast).contains([
        "How many eggs does a wren lay in 2 weeks?", "How many eggs does a wren lay in 3 weeks?",
      ]))
    #expect(found.duplicates.count == 2 && found.clusters.count == 2)
    #expect(found.statistics.entries == 10 && found.statistics.distinct == 9)
    #expect(found.statistics.candidates > 0 && !found.statistics.plan.isEmpty)
  }

  @Test func anIndexIsComparedWithItself() throws {
    let bank = try DuplicateBank()
    let found = try bank.open().duplicates()
    check(found)
    // Of what the index keeps: its banks may be gone.
    try bank.removeBanks()
    check(try bank.open().duplicates())
    var entries: [Entry] = []
    try bank.open().forEachEntry { entries.append($0) }
    #expect(found.entries.map(\.id) == entries.map(\.id))
    let among = try QuestionDuplicates(among: entries)
    check(among)
    #expect(
      among.pairs(all: true).map(\.pair.probability)
        == found.pairs(all: true).map(\.pair.probability))
  }

  @Test func anIndexInMemoryIsComparedToo() throws {
    var builder = QuestionIndexBuilder()
    for text in DuplicateBank.birds { builder.add(question: text, answer: "So.", bank: "a") }
    for text in DuplicateBank.more { builder.add(question: text, answer: "So.", bank: "b") }
    let index = try builder.index()
    check(try index.duplicates())
    #expect(index.recallCertificate == nil)
    let certification = try index.certify(similarity: 0.6)
    #expect(!certification.isKept && index.recallCertificate == nil)
    #expect((0...1).contains(certification.certificate.recall))
    let new = try index.duplicates(of: DuplicateBank.entries(["What do owls eat in winter"]))
    #expect(new.duplicates.map(\.duplicateClass) == [.exact])
  }

  @Test func newEntriesAreComparedWithAnIndexAlone() throws {
    let bank = try DuplicateBank()
    try bank.removeBanks()
    #expect(try !bank.names.contains { $0.hasSuffix(".qsg") })
    let new = DuplicateBank.entries([
      "What do owls eat in winter?", "What is wingspan of an albatross?",
      "How many eggs does a wren lay in 4 weeks?", "How are violins tuned?",
      "how are violins tuned",
    ])
    let found = try bank.open().duplicates(of: new)
    #expect(try bank.names.contains { $0.hasSuffix(".qsg") })
    #expect(found.newCount == 5)
    #expect(found.entries.prefix(5).map(\.id) == new.map(\.id))
    #expect(
      texts(found, .exact) == [
        [new[0].text, new[0].text], [new[3].text, new[4].text],
      ])
    #expect(texts(found, .near) == [[new[1].text, "What is the wingspan of an albatross?"]])
    #expect(texts(found, .contrast).count { $0[0] == new[2].text } >= 2)
    // Pairs of the index alone are no news.
    #expect(found.result.pairs.allSatisfy { $0.first < found.newCount })
    #expect(found.result.clusters.allSatisfy { $0.members[0] < found.newCount })
    // Only what may be the same is read of the index, in the order of documents.
    let rest = found.entries.dropFirst(5)
    #expect(Set(rest.map(\.id)).count == rest.count && rest.count <= 10)
  }

  @Test func theNumberOfThreadsMakesNoDifference() throws {
    let bank = try DuplicateBank()
    var random = SeededGenerator(seed: 41)
    try bank.write((0..<90).map { _ in SignedBank.question(using: &random) }, to: "many.md")
    try bank.update()
    let index = try bank.open()
    let new = DuplicateBank.entries((0..<20).map { _ in SignedBank.question(using: &random) })
    var expected: [[String]]?
    for threads in [1, 2, 3] {
      var options = DuplicateOptions()
      options.threads = threads
      options.threshold = 0.3
      let found = [
        try index.duplicates(options: options), try index.duplicates(of: new, options: options),
      ]
      let lines = found.map { found in
        found.pairs(all: true).map {
          "\($0.first.id) \($0.second.id) \($0.pair.duplicateClass) \($0.pair.probability)"
            + " \($0.cluster ?? 0) \($0.pair.reasons)"
        } + found.clusters.map { "\($0.number) \($0.members.map(\.id))" }
      }
      #expect(lines.allSatisfy { !$0.isEmpty })
      #expect(expected == nil || lines == expected, "\(threads) threads")
      expected = lines
    }
  }

  /// What is shown: the surest class first, in it the most probable.
  @Test func pairsAreShownBySureness() throws {
    let found = try DuplicateBank().open().duplicates()
    let all = found.pairs(all: true)
    let order = DuplicateClass.allCases
    let ranks = all.map { order.firstIndex(of: $0.pair.duplicateClass) ?? -1 }
    #expect(ranks == ranks.sorted() && Set(ranks).count >= 3)
    for kind in order {
      let probabilities = all.filter { $0.pair.duplicateClass == kind }.map(\.pair.probability)
      #expect(probabilities == probabilities.sorted(by: >))
    }
    let some = found.pairs(all: false)
    #expect(some.map(\.first.id) == all.prefix(some.count).map(\.first.id))
    #expect(some.allSatisfy { $0.pair.isDuplicate && $0.cluster != nil })
    #expect(all.dropFirst(some.count).allSatisfy { $0.cluster == nil })
    for cluster in found.clusters {
      #expect(cluster.members.contains { $0.id == cluster.representative.id })
    }
    #expect(found.clusters.map(\.number) == Array(1...found.clusters.count))
  }

  @Test func noEntriesHaveNoDuplicates() throws {
    let none = try QuestionDuplicates(among: [])
    #expect(none.duplicates.isEmpty && none.clusters.isEmpty && none.entries.isEmpty)
    let new = try DuplicateBank().open().duplicates(of: [])
    #expect(new.duplicates.isEmpty && new.newCount == 0)
    let odd = DuplicateBank.entries(["?!", "...", "", "\u{1}", "?"])
    #expect(try QuestionDuplicates(among: odd).duplicates.isEmpty)
    #expect(try DuplicateBank().open().duplicates(of: odd).duplicates.isEmpty)
  }
}
