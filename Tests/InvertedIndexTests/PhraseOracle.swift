import InvertedIndex

/// Phrase frequencies from the definition: every choice of positions is tried.
enum PhraseOracle {
  /// How often a phrase stands in a field.
  static func frequency(_ phrase: Query.Phrase, in words: [String]) -> Int {
    var ranges: [ClosedRange<Int>] = []
    collect(phrase, words, chosen: [], into: &ranges)
    return most(ranges, behind: .min)
  }

  private static func collect(
    _ phrase: Query.Phrase, _ words: [String], chosen: [Int], into ranges: inout [ClosedRange<Int>]
  ) {
    let displacements = zip(chosen, phrase.words).map { $0 - $1.place }
    let least = displacements.min() ?? 0
    let greatest = displacements.max() ?? 0
    guard greatest - least <= phrase.slop else { return }
    guard chosen.count < phrase.words.count else {
      ranges.append(least...greatest)
      return
    }
    let word = phrase.words[chosen.count]
    for position in words.indices where words[position] == word.text {
      guard !chosen.contains(position) else { continue }
      collect(phrase, words, chosen: chosen + [position], into: &ranges)
    }
  }

  /// The greatest number of ranges that do not overlap and begin behind a place.
  private static func most(_ ranges: [ClosedRange<Int>], behind place: Int) -> Int {
    let first = ranges.filter { $0.lowerBound > place }.min { $0.upperBound < $1.upperBound }
    guard let first else { return 0 }
    return 1 + most(ranges, behind: first.upperBound)
  }
}
