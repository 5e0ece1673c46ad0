import NearDuplicates

/// What was found, by the content of the texts and not by their numbers.
struct ContentResult: Equatable {
  /// A pair of texts in an order of their own.
  struct Pair: Hashable {
    let texts: [DuplicateText]
    let duplicateClass: DuplicateClass
    let probability: Double
    let contrasts: Set<Contrast>
    let values: [Double]
  }

  /// A cluster of texts.
  struct Gathering: Hashable {
    let representative: DuplicateText
    let members: Set<DuplicateText>
    let weakestLink: Double
  }

  let pairs: Set<Pair>
  let clusters: Set<Gathering>

  init(_ result: DuplicateResult, _ texts: [DuplicateText]) {
    pairs = Set(
      result.pairs.map { pair in
        let (a, b) = (texts[pair.first], texts[pair.second])
        let isInOrder = Self.isBefore(a, b)
        let contrasts = pair.evidence.contrasts
        return Pair(
          texts: isInOrder ? [a, b] : [b, a], duplicateClass: pair.duplicateClass,
          probability: pair.probability,
          contrasts: Set(isInOrder ? contrasts : contrasts.map(\.mirrored)),
          values: pair.evidence.values)
      })
    clusters = Set(
      result.clusters.map { cluster in
        Gathering(
          representative: texts[cluster.representative],
          members: Set(cluster.members.map { texts[$0] }), weakestLink: cluster.weakestLink)
      })
  }

  private static func isBefore(_ a: DuplicateText, _ b: DuplicateText) -> Bool {
    (a.text, a.context ?? "", a.answer ?? "") < (b.text, b.context ?? "", b.answer ?? "")
  }
}
