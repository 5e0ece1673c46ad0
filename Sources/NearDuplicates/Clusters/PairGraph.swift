/// Pairs as lists of partners.
struct PairGraph {
  /// The partners of all texts, text by text.
  private(set) var partners: [Int]
  /// How similar each partner is.
  private(set) var similarities: [Double]
  /// For each text the sum of its similarities in units of 2⁻³²: sums of integers do not depend on
  /// the order of their parts.
  private(set) var weights: [UInt64]
  private var starts: [Int]

  init(_ pairs: [SimilarPair], count: Int) {
    starts = [Int](repeating: 0, count: count + 2)
    partners = [Int](repeating: 0, count: pairs.count * 2)
    similarities = [Double](repeating: 0, count: pairs.count * 2)
    weights = [UInt64](repeating: 0, count: count)
    for pair in pairs {
      starts[pair.first + 2] += 1
      starts[pair.second + 2] += 1
    }
    for text in 0..<count { starts[text + 2] += starts[text + 1] }
    for pair in pairs {
      let weight = UInt64(min(max(pair.similarity, 0), 1) * 4_294_967_296)
      for (text, partner) in [(pair.first, pair.second), (pair.second, pair.first)] {
        let place = starts[text + 1]
        partners[place] = partner
        similarities[place] = pair.similarity
        starts[text + 1] += 1
        weights[text] &+= weight
      }
    }
  }

  /// The places of a text's partners.
  func neighbors(of text: Int) -> Range<Int> { starts[text]..<starts[text + 1] }
}
