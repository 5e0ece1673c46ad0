import TestSupport
import Testing

@testable import NearDuplicates

@Suite struct BandScanTests {
  private static let shingling = Shingling.words(1)
  private static let minHash = MinHash(count: 16, seed: 1)

  private func rows(_ texts: [String]) -> (texts: AnalyzedTexts, rows: SignatureRows) {
    let texts = AnalyzedTexts.plain(texts)
    return (texts, SignatureRows(texts, Self.shingling, Self.minHash, threads: 2))
  }

  @Test func signaturesOfManyTextsAreThoseOfEach() {
    var random = SeededGenerator(seed: 4)
    let (texts, rows) = rows(NaiveJoin.randomTexts(200, &random) + [""])
    for number in 0..<texts.count {
      let set = ShingleSet(texts, number, Self.shingling)
      #expect(rows[number] == Self.minHash.signature(of: set))
    }
  }

  /// One scan, and several of parts, beside a comparison of all; with a limit that is reached.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func scansOfPartsComeToTheSameAsANaiveOne(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (old, kept) = rows(NaiveJoin.randomTexts(300, &random))
    let (texts, new) = rows((0..<20).map { old[$0 * 7] } + ["", "unheard"])
    let banding = LSHBanding(bands: 5, rows: 2)
    let table = BandTable(texts, new, banding)
    let limit = 6
    let dead: Set<Int> = [7, 14, 250]
    let expected = (0..<texts.count).map { text -> [UInt32] in
      guard !texts[text].isEmpty else { return [] }
      let own = new[text].values
      let found = (0..<old.count).filter { number in
        !dead.contains(number)
          && (0..<banding.bands).contains { band in
            (band * 2..<band * 2 + 2).allSatisfy { own[$0] == kept[number].values[$0] }
          }
      }
      func equal(_ number: Int) -> Int { zip(own, kept[number].values).count { $0 == $1 } }
      return found.sorted { (-equal($0), $0) < (-equal($1), $1) }.prefix(limit)
        .map { UInt32($0 + 1000) }.sorted()
    }
    #expect(expected.contains { $0.count == limit }, "seed \(seed)")
    for cuts in [[0, 300], [0, 100, 101, 300], [0, 0, 299, 300]] {
      let scans = zip(cuts, cuts.dropFirst()).map { lower, upper in
        var scan = BandScan(table, limit: limit)
        scan.beginBlock()
        scan.run(kept.bytes, lower..<upper, first: 1000) { !dead.contains($0) }
        return scan
      }
      #expect(BandScan.joined(scans, limit: limit) == expected, "seed \(seed), \(cuts)")
    }
  }

  /// Of very many copies in a block only the first are looked at.
  @Test func aHugeBucketIsBounded() {
    let count = BandScan.bucketLimit + 500
    let (_, kept) = rows(Array(repeating: "why", count: count))
    let (texts, new) = rows(["why"])
    let table = BandTable(texts, new, LSHBanding(bands: 4, rows: 4))
    var scan = BandScan(table, limit: count)
    scan.beginBlock()
    scan.run(kept.bytes, 0..<count, first: 0) { _ in true }
    #expect(
      BandScan.joined([scan], limit: count) == [(0..<UInt32(BandScan.bucketLimit)).map { $0 }])
    scan.beginBlock()
    scan.run(kept.bytes, 0..<100, first: count) { _ in true }
    #expect(BandScan.joined([scan], limit: 2 * count)[0].count == BandScan.bucketLimit + 100)
  }
}
