import NearDuplicates
import TestSupport
import Testing

@Suite struct PairSimilarityTests {
  /// The distance by the textbook's table.
  private func naiveDistance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let value = min(row[j] + 1, row[j + 1] + 1, diagonal + (left == right ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = value
      }
    }
    return row[b.count]
  }

  @Test func editSimilarityIsThatOfTheTable() {
    #expect(EditSimilarity.similarity("kitten", "sitting") == 1 - 3.0 / 7)
    #expect(EditSimilarity.similarity("", "") == 1)
    #expect(EditSimilarity.similarity("", "abcd") == 0)
    var random = SeededGenerator(seed: 11)
    for _ in 0..<120 {
      let length = [5, 64, 65, 130, 200].randomElement(using: &random) ?? 5
      let a = randomText(Int.random(in: 0...length, using: &random), &random)
      let b =
        Bool.random(using: &random) ? edited(a, &random) : randomText(length, &random)
      let longest = max(a.unicodeScalars.count, b.unicodeScalars.count)
      let distance = naiveDistance(a, b)
      let expected = longest == 0 ? 1 : 1 - Double(distance) / Double(longest)
      #expect(EditSimilarity.similarity(a, b) == expected, "\(a) | \(b)")
      #expect(EditSimilarity.similarity(b, a) == expected)
      let bounded = EditSimilarity.similarity(a, b, least: 0.8) ?? 0
      #expect(expected >= 0.8 ? bounded == expected : bounded < 0.8, "\(a) | \(b)")
    }
  }

  @Test func veryLongTextsAreComparedWhereTheyDifferOrNotAtAll() {
    let long = String(repeating: "abcdefgh ", count: 100_000)
    #expect(EditSimilarity.similarity(long + "x" + long, long + "y" + long) ?? 0 > 0.9999)
    let other = String(repeating: "ijklmnop ", count: 100_000)
    #expect(EditSimilarity.similarity(long, other) == nil)
    #expect(EditSimilarity.similarity(long, "z", least: 0.5) ?? 1 < 0.5)
  }

  @Test func setSimilaritiesAreThoseOfTheDefinition() {
    var random = SeededGenerator(seed: 12)
    let strings = NaiveJoin.randomTexts(60, &random)
    let texts = AnalyzedTexts.plain(strings)
    for shingling in [Shingling.words(1), .words(2), .characters(5)] {
      let sets = strings.indices.map { ShingleSet(texts, $0, shingling) }
      let naive = strings.map { NaiveJoin.shingles($0, shingling) }
      for a in sets.indices {
        for b in sets.indices where !naive[a].isEmpty && !naive[b].isEmpty {
          let common = Double(naive[a].intersection(naive[b]).count)
          #expect(sets[a].jaccard(sets[b]) == common / Double(naive[a].union(naive[b]).count))
          let least = Double(min(naive[a].count, naive[b].count))
          #expect(sets[a].containment(sets[b]) == common / least)
          let weight = { (hash: UInt64) in Double(hash % 1000) / 7 }
          let weighted = sets[a].weightedOverlap(sets[b], weight: weight)
          #expect(weighted == sets[b].weightedOverlap(sets[a], weight: weight))
          #expect(sets[a].weightedOverlap(sets[b]) { _ in 1 } == sets[a].jaccard(sets[b]))
          #expect((sets[a] == sets[b]) == (sets[a].jaccard(sets[b]) == 1))
        }
      }
    }
  }

  @Test func textsWithoutShinglesAreEqualToEachOtherAlone() {
    let texts = AnalyzedTexts.plain(["", " ", "a"])
    let sets = (0..<3).map { ShingleSet(texts, $0, .words(1)) }
    #expect(sets[0].jaccard(sets[1]) == 1)
    #expect(sets[0].containment(sets[2]) == 0)
    #expect(sets[0].weightedOverlap(sets[1]) { _ in 0 } == 1)
    #expect(sets[0].weightedOverlap(sets[2]) { _ in 0 } == 0)
  }

  private func randomText(_ length: Int, _ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    let letters = Array("abcλ漢 ".unicodeScalars)
    for _ in 0..<length { text.append(letters.randomElement(using: &random) ?? "a") }
    return String(text)
  }

  private func edited(_ text: String, _ random: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 0...6, using: &random) where !scalars.isEmpty {
      let place = Int.random(in: 0..<scalars.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: scalars.remove(at: place)
      case 1: scalars[place] = "q"
      default: scalars.insert("r", at: place)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
