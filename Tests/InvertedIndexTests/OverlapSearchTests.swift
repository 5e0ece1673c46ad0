import InvertedIndex
import TestSupport
import Testing

/// Documents that share enough words with a text, against a look at every document.
@Suite struct OverlapSearchTests {
  @Test(arguments: 0..<60)
  func overlapsAreThoseOfEveryDocument(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(9100 + seed))
    let vocabulary = [4, 30, 150][seed % 3]
    let fields = 1 + seed % 2
    let index = try RandomIndex(
      fields: fields, documents: [60, 900][seed / 3 % 2], segments: 1 + seed % 3,
      vocabulary: vocabulary, using: &generator)
    for _ in 0..<40 {
      let words = Set(
        (0..<Int.random(in: 1...9, using: &generator)).map { _ in
          Int.random(in: 0..<20, using: &generator) == 0
            ? "absent" : RandomIndex.word(vocabulary, using: &generator)
        }
      ).sorted()
      let split = Int.random(in: 0...words.count, using: &generator)
      let leading = Array(words[..<split])
      let least = Int.random(in: 0...words.count + 1, using: &generator)
      let field = Int.random(in: 0..<fields, using: &generator)
      let filter = RandomIndex.filter(using: &generator)
      let expected = index.words.keys.sorted().filter { number in
        let own = Set(index.words[number]?[field] ?? [])
        return own.intersection(words).count >= max(least, 1) && !own.isDisjoint(with: leading)
          && index.passes(DocumentID(rawValue: number), filter)
      }
      let overlap = TermOverlap(
        leading: leading, others: Array(words[split...]), least: least, field: field)
      let found = try index.snapshot.documents(overlap, matching: filter).map(\.rawValue)
      #expect(found == expected, "seed \(seed): \(words), \(split), \(least)")
    }
  }

  /// Of a text with more words than are looked for, no document is missed.
  @Test func longTextsFindTheirCopy() throws {
    let writer = IndexWriter(fields: ["f"], analyzer: .plain)
    let words = (0..<3000).map { "w\($0)" }
    for (name, some) in [("a", words[...]), ("b", words[1300...]), ("c", words[..<1]), ("d", [])] {
      try writer.add(Document(name: name, fields: [some.joined(separator: " ")]))
    }
    let overlap = TermOverlap(leading: words, others: [], least: 1700, field: 0)
    let found = try writer.snapshot().documents(overlap)
    #expect(found.map(\.rawValue) == [0, 1])
  }
}
