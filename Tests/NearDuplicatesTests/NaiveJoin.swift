import NearDuplicates
import TestSupport

/// The join as its definition says: every pair of texts, with sets of strings.
enum NaiveJoin {
  static func shingles(_ text: String, _ shingling: Shingling) -> Set<String> {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let whole = words.joined(separator: " ")
    guard !words.isEmpty else { return [] }
    let width = shingling.width
    switch shingling.unit {
    case .words:
      guard words.count >= width else { return [whole] }
      return Set((0...words.count - width).map { words[$0..<$0 + width].joined(separator: " ") })
    case .characters:
      let scalars = Array(whole.unicodeScalars)
      guard scalars.count >= width else { return [whole] }
      return Set(
        (0...scalars.count - width).map { start in
          var shingle = String.UnicodeScalarView()
          shingle.append(contentsOf: scalars[start..<start + width])
          // Canonically equivalent strings are equal in Swift, but not their scalars.
          return shingle.map { String($0.value, radix: 16) }.joined(separator: "-")
        })
    }
  }

  static func pairs(
    _ texts: [String], _ shingling: Shingling, _ measure: SetMeasure, threshold: Double
  ) -> [SimilarPair] {
    let sets = texts.map { shingles($0, shingling) }
    var pairs: [SimilarPair] = []
    for a in sets.indices {
      for b in sets.indices.dropFirst(a + 1) where !sets[a].isEmpty && !sets[b].isEmpty {
        let common = sets[a].intersection(sets[b]).count
        let whole =
          measure == .jaccard
          ? sets[a].union(sets[b]).count : min(sets[a].count, sets[b].count)
        let similarity = Double(common) / Double(whole)
        if similarity >= threshold { pairs.append(SimilarPair(a, b, similarity: similarity)) }
      }
    }
    return pairs
  }

  /// Texts of few words, some of them edits of others, some empty, copied or very long.
  static func randomTexts(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    let vocabulary = (0..<60).map { _ in
      String(
        (0..<Int.random(in: 1...6, using: &random)).map { _ in
          "abcdeéжλ漢".randomElement(using: &random) ?? "a"
        })
    }
    var texts: [String] = []
    for _ in 0..<count {
      if !texts.isEmpty, Bool.random(using: &random), let old = texts.randomElement(using: &random)
      {
        var words = old.split(separator: " ").map(String.init)
        for _ in 0..<Int.random(in: 0...2, using: &random) where !words.isEmpty {
          let place = Int.random(in: 0..<words.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: words.remove(at: place)
          case 1: words[place] = vocabulary[Int.random(in: 0..<60, using: &random)]
          default: words.insert(vocabulary[Int.random(in: 0..<60, using: &random)], at: place)
          }
        }
        texts.append(words.joined(separator: " "))
      } else {
        let length = Int.random(in: 0..<20, using: &random) == 0 ? 60 : 14
        texts.append(
          (0..<Int.random(in: 0...length, using: &random)).map { _ in
            // Squared, so that some words are frequent.
            let draw = Double.random(in: 0..<1, using: &random)
            return vocabulary[Int(draw * draw * 60)]
          }.joined(separator: " "))
      }
    }
    return texts
  }
}
