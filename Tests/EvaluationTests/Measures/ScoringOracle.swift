import Foundation

/// Scoring as slow and plain as it can be: whole lists, sorted by what the rules say.
struct ScoringOracle {
  /// Document and grade for each query.
  var judgments: [(query: String, grades: [(String, Int)])]
  /// Document and score for each query.
  var run: [(query: String, results: [(String, Double)])]

  func grade(_ query: String, _ document: String) -> Int? {
    judgments.first { $0.query == query }?.grades.first { $0.0 == document }?.1
  }

  /// The documents of a query by score as 32-bit float, then by name downward.
  func order(_ query: String) -> [String] {
    let results = run.first { $0.query == query }?.results ?? []
    return results.sorted { left, right in
      let scores = (Float(left.1), Float(right.1))
      if scores.0 != scores.1 { return scores.0 > scores.1 }
      return Array(left.0.utf8).lexicographicallyPrecedes(Array(right.0.utf8)) == false
    }.map(\.0)
  }

  /// The value of a measure, `judgedOnly` over the condensed list.
  func value(_ measure: String, _ query: String, level: Int, depth k: Int, judgedOnly: Bool)
    -> Double
  {
    var list = order(query).map { grade(query, $0) }
    if judgedOnly { list = list.filter { ($0 ?? -1) >= 0 } }
    let all = (judgments.first { $0.query == query }?.grades.map(\.1) ?? []).filter { $0 >= 0 }
    let relevant = Double(all.filter { $0 >= level }.count)
    let isRelevant = list.map { ($0 ?? -1) >= level }
    func found(_ depth: Int) -> Double { Double(isRelevant.prefix(depth).filter { $0 }.count) }
    func gains(_ grades: [Int]) -> Double {
      grades.prefix(k).enumerated().map { Double(max($1, 0)) / log2(Double($0 + 2)) }
        .reduce(0, +)
    }
    switch measure {
    case "P": return found(k) / Double(k)
    case "R": return relevant == 0 ? 0 : found(k) / relevant
    case "Success": return found(k) > 0 ? 1 : 0
    case "RR": return isRelevant.prefix(k).firstIndex(of: true).map { 1 / Double($0 + 1) } ?? 0
    case "Rprec": return relevant == 0 ? 0 : found(Int(relevant)) / relevant
    case "AP":
      guard relevant > 0 else { return 0 }
      let ranks = isRelevant.indices.filter { $0 < k && isRelevant[$0] }
      return ranks.map { found($0 + 1) / Double($0 + 1) }.reduce(0, +) / relevant
    case "nDCG":
      let best = gains(all.sorted(by: >))
      return best == 0 ? 0 : gains(list.map { $0 ?? 0 }) / best
    case "Judged":
      let top = order(query).prefix(k).map { grade(query, $0) }
      return top.isEmpty ? 0 : Double(top.filter { $0 != nil }.count) / Double(top.count)
    case "Bpref":
      guard relevant > 0 else { return 0 }
      let others = Double(all.count) - relevant
      let values = isRelevant.indices.filter { isRelevant[$0] }.map { place -> Double in
        let before = Double(list[..<place].filter { ($0 ?? -1) >= 0 && ($0 ?? -1) < level }.count)
        return before == 0 ? 1 : 1 - min(before, relevant) / min(others, relevant)
      }
      return values.reduce(0, +) / relevant
    default: return .nan
    }
  }
}
