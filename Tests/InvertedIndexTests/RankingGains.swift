import Foundation
import InvertedIndex
import Testing

/// What one part of a ranking adds to the scores of its model, compared with a formula.
struct RankingGains {
  let snapshot: Snapshot
  let ranking: Ranking
  /// What stands for a term in explanations of the part.
  let part: String
  /// So many of the best by words are looked at.
  let candidates: Int

  /// - Parameter expected: what a document gains, by the number in its name (`d12`).
  func check(
    _ query: Query, _ searcher: Searcher, expected: (Int) -> Double
  ) throws {
    let words = try searcher.search(query, model: ranking.model, limit: 1000).hits
    let ranked = try searcher.search(query, ranking: ranking, limit: 1000).hits
    #expect(Set(words.map(\.document)) == Set(ranked.map(\.document)))
    for (place, hit) in words.enumerated() {
      let number = try #require(Int(try snapshot.name(of: hit.document).dropFirst()))
      let found = try #require(ranked.first { $0.document == hit.document })
      let gain = place < candidates ? expected(number) : 0
      #expect(abs(found.score - hit.score - gain) < 1e-9, "\(query.terms.map(\.text)) \(place)")
      let explanation = try snapshot.explain(query, ranking: ranking, hit: found)
      let own = explanation.parts.first { $0.term == part }
      #expect(abs((own?.contribution ?? 0) - gain) < 1e-5)
      #expect(abs(explanation.parts.map(\.contribution).reduce(0, +) - found.score) < 1e-9)
    }
    for limit in [1, 7, 30, 120] {
      let some = try searcher.search(query, ranking: ranking, limit: limit).hits
      #expect(some == Array(ranked.prefix(limit)))
    }
  }
}
