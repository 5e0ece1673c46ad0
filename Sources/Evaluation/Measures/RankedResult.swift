/// A result of a query as it is scored.
public struct RankedResult: Sendable, Hashable {
  /// The document's name.
  public let document: String
  /// Its score, a 32-bit float.
  public let score: Float
  /// Its grade; nil where nobody judged it.
  public let grade: Int?
}

extension Evaluator {
  /// A query's results in the order in which they are scored: without what the exclusions take out,
  /// by score and the policy's rule for ties, the unjudged removed where the policy says so.
  ///
  /// For showing and plotting; `evaluate` needs no list of names. Cost: that of sorting.
  public func ranking(
    of query: String, in run: Run, _ judgments: Judgments
  ) -> [RankedResult] {
    var grades: [[UInt8]: Int] = [:]
    for judged in judgments.grades(of: query) ?? [] {
      grades[Array(judged.document.utf8)] = judged.grade
    }
    let excluded = Set(exclusions.documents(of: query).map { Array($0.utf8) })
    var results: [RankedResult] = []
    for result in run.results(of: query) ?? [] {
      let name = Array(result.document.utf8)
      if excluded.contains(name) { continue }
      if exclusions.queryItself, name.elementsEqual(query.utf8) { continue }
      let grade = grades[name]
      if policy.unjudged == .removed, (grade ?? -1) < 0 { continue }
      results.append(
        RankedResult(document: result.document, score: result.score, grade: grade))
    }
    return results.sorted { precedes($0, $1) }
  }

  private func precedes(_ left: RankedResult, _ right: RankedResult) -> Bool {
    if left.score != right.score { return left.score > right.score }
    let grades = (left.grade ?? -1, right.grade ?? -1)
    if grades.0 != grades.1 {
      switch policy.ties {
      case .best: return grades.0 > grades.1
      case .worst: return grades.0 < grades.1
      case .trec: break
      }
    }
    return right.document.utf8.lexicographicallyPrecedes(left.document.utf8)
  }
}

extension Exclusions {
  /// The documents that pairs take out of a query.
  fileprivate func documents(of query: String) -> [String] {
    guard let documents, let place = documents.places[query] else { return [] }
    return documents.documents(at: place).map { documents.bytes.text($0.column) }
  }
}
