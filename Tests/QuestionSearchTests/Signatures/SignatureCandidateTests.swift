@testable import QuestionSearch
import TestSupport
import Testing

/// What signatures find, beside a comparison of all signatures with each other.
@Suite struct SignatureCandidateTests {
  private static func signature(_ texts: AnalyzedTexts, _ number: Int) -> MinHashSignature {
    MinHash(count: QuestionSignatures.valueCount, seed: 1)
      .signature(of: ShingleSet(texts, number, QuestionSignatures.shingling))
  }

  /// The documents of an index and their signatures, made of their texts.
  private static func signatures(
    _ index: QuestionIndex
  ) throws -> [(document: DocumentID, text: String, values: [UInt32])] {
    var documents: [DocumentID] = []
    index.snapshot.forEachDocument { documents.append($0) }
    let texts = try documents.map { document in
      try #require(try index.entry(try index.snapshot.name(of: document))).text
    }
    let builder = AnalyzedTextsBuilder()
    let session = AnalysisSession(index.snapshot.analyzer)
    for text in texts { builder.append(text, session) }
    let analyzed = AnalyzedTexts.joined([builder])
    return documents.indices.map {
      (documents[$0], texts[$0], signature(analyzed, $0).values)
    }
  }

  private static func agree(_ a: [UInt32], _ b: [UInt32], _ banding: LSHBanding) -> Bool {
    (0..<banding.bands).contains { band in
      (band * banding.rows..<(band + 1) * banding.rows).allSatisfy { a[$0] == b[$0] }
    }
  }

  @Test func aQuestionFindsItsCopyAndItsLike() throws {
    let index = try SampleIndex.builder().index()
    let signatures = try index.signatures()
    #expect(!signatures.areKept)
    #expect(signatures.byteCount == 4 * index.entryCount * QuestionSignatures.valueCount)
    let texts = signatures.analyzed([
      "Why do bees dance?", "What does an angle of the waggle dance mean?", "Unlike all.", "", "?!",
    ])
    let found = signatures.candidates(of: texts, similarity: 0.6)
    let names = try found.map { try $0.map { try index.snapshot.name(of: $0) } }
    let entries = try names.map { try $0.map { try #require(try index.entry($0)).text } }
    #expect(entries[0] == ["Why do bees dance?"])
    #expect(entries[1] == ["What does the angle of the waggle dance mean?"])
    #expect(Array(entries[2...]) == [[], [], []])
  }

  /// Several segments and deleted documents, several bandings and numbers of threads.
  @Test(arguments: [1, 2] as [UInt64])
  func candidatesAreThoseOfANaiveComparison(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bank = try SignedBank()
    for part in 0..<4 {
      for file in 0..<3 {
        try bank.write(
          (0..<30).map { _ in SignedBank.question(using: &random) }, to: "\(part)\(file).md")
      }
      try bank.update()
    }
    try bank.write(["What is left of the forest?"], to: "11.md")
    try bank.update()
    let index = try bank.open()
    #expect(index.snapshot.deletedCount > 0 && index.snapshot.segmentCount > 1)
    let signatures = try index.signatures(threads: 1)
    #expect(signatures.areKept)
    let again = try index.signatures(threads: 3)

    let old = try Self.signatures(index)
    var new = (0..<15).map { _ in SignedBank.question(using: &random) } + ["", "What is"]
    let copies = old.shuffled(using: &random).prefix(8).map(\.text)
    new += copies
    let texts = signatures.analyzed(new)
    let own = new.indices.map { Self.signature(texts, $0).values }
    for similarity in [0.05, 0.5, 0.8, 1] {
      let banding = signatures.banding(similarity: similarity)
      #expect(banding.values <= QuestionSignatures.valueCount)
      let expected = new.indices.map { text in
        texts[text].isEmpty
          ? [] : old.filter { Self.agree($0.values, own[text], banding) }.map(\.document)
      }
      for threads in [1, 2, 3] {
        for signatures in [signatures, again] {
          let found = signatures.candidates(of: texts, similarity: similarity, threads: threads)
          #expect(found == expected, "seed \(seed), similarity \(similarity), threads \(threads)")
        }
      }
      // Every exact copy is a candidate.
      for (text, documents) in zip(copies, expected.suffix(copies.count)) {
        let wanted = Set(old.filter { $0.text == text }.map(\.document))
        #expect(wanted.isSubset(of: documents) && !wanted.isEmpty, "seed \(seed): \(text)")
      }
    }
  }

  @Test func whatTheValuesCannotReachIsSaid() throws {
    let signatures = try SampleIndex.builder().index().signatures()
    let wide = signatures.banding(similarity: 0.7)
    #expect(wide.probability(at: 0.7) >= 0.99)
    let out = signatures.banding(similarity: 0.02, recall: 0.99)
    #expect(out == LSHBanding(bands: QuestionSignatures.valueCount, rows: 1))
    #expect(out.probability(at: 0.02) < 0.99)
    for bands in 1...32 {
      for rows in 1...32 where bands * rows <= QuestionSignatures.valueCount {
        let other = LSHBanding(bands: bands, rows: rows)
        #expect(other.probability(at: 0.02) <= out.probability(at: 0.02))
      }
    }
  }

  /// More copies than are given, spread over threads.
  @Test func ofManyCopiesTheFirstAreGiven() throws {
    var builder = QuestionIndexBuilder()
    let limit = QuestionSignatures.candidateLimit
    let copy = "What is the entropy of a coin?"
    for number in 0..<limit * 8 / 5 {
      builder.add(question: number % 3 == 0 ? "Unlike number \(number)?" : copy, bank: "b")
    }
    let index = try builder.index()
    let signatures = try index.signatures()
    let texts = signatures.analyzed([copy, "Unlike number 0?", copy])
    var copies: [DocumentID] = []
    try index.snapshot.forEachDocument { document in
      let entry = try index.entry(try index.snapshot.name(of: document))
      if entry?.text == copy { copies.append(document) }
    }
    #expect(copies.count > limit)
    let one = signatures.candidates(of: texts, similarity: 0.9, threads: 1)
    #expect(one[0] == Array(copies.prefix(limit)) && one[2] == one[0])
    #expect(one[1].count > 0 && one[1].count <= limit)
    for threads in [2, 5] {
      let found = signatures.candidates(of: texts, similarity: 0.9, threads: threads)
      #expect(found == one, "\(threads) threads")
    }
  }

  @Test func documentsWithoutStoredTextAreNobodysLike() throws {
    let writer = IndexWriter(fields: ["question", "context", "answer", "tags"])
    try writer.add(Document(name: "bare", fields: ["why", "", "", ""]))
    let index = QuestionIndex(try writer.snapshot(), base: nil)
    let signatures = try index.signatures()
    let texts = signatures.analyzed(["why", ""])
    #expect(signatures.candidates(of: texts, similarity: 0.5) == [[], []])
  }
}
