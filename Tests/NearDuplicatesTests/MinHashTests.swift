import Foundation
import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct MinHashTests {
  private func set(_ text: String, _ shingling: Shingling = .words(1)) -> ShingleSet {
    ShingleSet(AnalyzedTexts.plain([text]), 0, shingling)
  }

  /// The rows of the table of `Index/FORMAT.md`.
  @Test func signaturesAreThoseOfTheDocument() throws {
    let path = Repository.root + "/Index/FORMAT.md"
    let document = try String(contentsOfFile: path, encoding: .utf8)
    let rest = document.components(separatedBy: "<!-- signatures: tests read this table -->")
    let rows = try #require(rest.last).split(separator: "\n").prefix { $0.hasPrefix("|") }
    #expect(rows.count == 5)
    for row in rows.dropFirst(2) {
      let cells = row.split(separator: "|").map { $0.filter { $0 != "`" } }
      let text = cells[0].trimmingCharacters(in: .whitespaces)
      let values = cells[1].split(separator: " ").compactMap { UInt32($0, radix: 16) }
      let signature = MinHash(count: 16, seed: 1).signature(of: set(text))
      #expect(Array(signature.values.prefix(8)) == values, "\(text)")
    }
  }

  @Test func valuesAreTheLeastOfEachFunction() {
    // By the definition, one value after the other.
    let shingles = set("why does the loss not fall").hashes.map { UInt32($0 >> 32) }
    var random = SeededGenerator(seed: 77)
    let expected = (0..<48).map { _ in
      let a = UInt32(random.next() >> 32) | 1
      let b = UInt32(random.next() >> 32)
      return shingles.map { a &* $0 &+ b }.min() ?? .max
    }
    let minHash = MinHash(count: 48, seed: 77)
    #expect(minHash.signature(of: set("why does the loss not fall")).values == expected)
    #expect(minHash.signature(of: set("")).values == [UInt32](repeating: .max, count: 48))
  }

  /// The mean of the estimates and their spread over many functions, for several similarities.
  @Test func theErrorIsWhatTheorySays() {
    for (common, own) in [(10, 45), (30, 35), (50, 25), (80, 10)] {
      let similarity = Double(common) / Double(common + 2 * own)
      let shared = (0..<common).map { "c\($0)" }
      let a = set((shared + (0..<own).map { "a\($0)" }).joined(separator: " "))
      let b = set((shared + (0..<own).map { "b\($0)" }).joined(separator: " "))
      let k = 128
      let errors = (1...400 as ClosedRange<UInt64>).map { seed in
        let minHash = MinHash(count: k, seed: seed)
        return minHash.signature(of: a).estimatedSimilarity(to: minHash.signature(of: b))
          - similarity
      }
      let mean = errors.reduce(0, +) / Double(errors.count)
      let deviation = (errors.map { $0 * $0 }.reduce(0, +) / Double(errors.count)).squareRoot()
      let expected = (similarity * (1 - similarity) / Double(k)).squareRoot()
      // Linear functions are not quite min-wise independent: a bias of a hundredth is allowed.
      #expect(abs(mean) < 0.012, "J \(similarity): bias \(mean)")
      #expect((0.8...1.35).contains(deviation / expected), "\(similarity): \(deviation / expected)")
    }
  }

  @Test func bandingsFindWhatTheyPromise() throws {
    for (similarity, recall) in [(0.7, 0.99), (0.5, 0.9), (0.9, 0.999), (1, 0.5)] {
      let banding = try #require(
        LSHBanding.cheapest(similarity: similarity, recall: recall, texts: 100_000))
      #expect(banding.probability(at: similarity) >= recall)
      #expect(banding.values <= 1024)
    }
    #expect(LSHBanding.cheapest(similarity: 0.001, recall: 0.9999, texts: 10) == nil)
    let fixed = LSHBanding(bands: 32, rows: 4)
    #expect(abs(fixed.probability(at: 0.7) - 0.99985) < 0.00002)
    let few = LSHBanding.cheapest(similarity: 0.7, recall: 0.95, texts: 1000)
    let many = LSHBanding.cheapest(similarity: 0.7, recall: 0.95, texts: 10_000_000)
    #expect(try #require(many).rows >= #require(few).rows)
  }

  @Test func candidatesOfSignaturesAreVerifiedAndMostArePresent() throws {
    var random = SeededGenerator(seed: 8)
    let texts = AnalyzedTexts.plain(NaiveJoin.randomTexts(800, &random))
    let shingling = Shingling.characters(3)
    let exact = SimilarityJoin(shingling: shingling, threshold: 0.6, threads: 1).run(texts)
    let banding = try #require(
      LSHBanding.cheapest(similarity: 0.6, recall: 0.95, texts: texts.count))
    let join = LSHJoin(shingling: shingling, threshold: 0.6, banding: banding, threads: 2)
    let found = join.run(texts)
    #expect(Set(found.pairs).isSubset(of: Set(exact.pairs)))
    #expect(Double(found.pairs.count) >= 0.93 * Double(exact.pairs.count))
    #expect(found.groups == exact.groups)
    let one = LSHJoin(shingling: shingling, threshold: 0.6, banding: banding, threads: 1)
    #expect(one.run(texts).pairs == found.pairs)

    let search = SimilaritySearch(shingling: shingling, threshold: 0.6, threads: 2)
    let certificate = search.certify(texts, banding)
    #expect(certificate.pairs == exact.pairs.count)
    #expect(certificate.found == found.pairs.count)
    let sample = search.certify(texts, banding, sampling: 3)
    #expect(sample.pairs < certificate.pairs)
    #expect(sample.interval.contains(certificate.recall))
  }

  @Test func aSearchForAllPairsIsExact() {
    var random = SeededGenerator(seed: 21)
    let texts = AnalyzedTexts.plain(NaiveJoin.randomTexts(500, &random))
    let all = SimilaritySearch(shingling: .words(2), threshold: 0.7).run(texts)
    #expect(all.plan.method == .exact)
    #expect(all.plan.signatureCost == nil)
    let exact = SimilarityJoin(shingling: .words(2), threshold: 0.7).run(texts)
    #expect(all.result.pairs == exact.pairs)
    let most = SimilaritySearch(shingling: .words(2), threshold: 0.7, recall: 0.9).run(texts)
    #expect(most.plan.signatureCost != nil)
    #expect(!most.plan.description.isEmpty)
  }

  @Test func wilsonsIntervalIsThatOfTheFormula() {
    let certificate = RecallCertificate(
      banding: LSHBanding(bands: 8, rows: 4), threshold: 0.7, pairs: 100, found: 95,
      isSample: true)
    #expect(abs(certificate.interval.lowerBound - 0.8882) < 0.0005)
    #expect(abs(certificate.interval.upperBound - 0.9785) < 0.0005)
  }
}
