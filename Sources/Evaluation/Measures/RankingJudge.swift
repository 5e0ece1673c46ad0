#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Puts the results of one query in order and gives them their grades. One judge serves all
/// queries of a run, its tables are filled anew for each.
struct RankingJudge {
  /// A result with its grade.
  private struct Candidate {
    let score: Float
    let start: UInt32
    let length: UInt32
    /// The grade, or `unjudged`.
    let grade: Int64
  }

  /// The grade of a result without a judgment: below every grade.
  private static let unjudged = Int64.min

  /// What a query's ranking is made from, all of one query.
  struct Query {
    let id: String
    let judged: ArraySlice<DocumentEntry>
    /// No results: the run does not have the query.
    let results: ArraySlice<DocumentEntry>
    let excluded: ArraySlice<DocumentEntry>
  }

  let ties: ScoringPolicy.Ties
  let judgments: TextBytes
  let run: TextBytes
  let exclusions: Exclusions
  /// Results and judgments that the exclusions took out.
  private(set) var removed = (results: 0, judgments: 0)

  private var judgedTable = NameTable()
  private var excludedTable = NameTable()
  private var candidates: [Candidate] = []

  init(
    ties: ScoringPolicy.Ties, judgments: Judgments, run: Run, exclusions: Exclusions
  ) {
    self.ties = ties
    self.judgments = judgments.documents.bytes
    self.run = run.documents.bytes
    self.exclusions = exclusions
  }

  /// The ranking of a query. O(r + j), with a sort where scores do not fall already.
  mutating func ranking(of query: Query) -> JudgedRanking {
    query.excluded.withUnsafeBufferPointer { excluded in
      if let bytes = exclusions.documents?.bytes { excludedTable.fill(excluded, of: bytes) }
      return query.judged.withUnsafeBufferPointer { judged in
        judgedTable.fill(judged, of: judgments)
        let isSorted = query.results.withUnsafeBufferPointer { results in
          collect(results, judged: judged, query: query.id)
        }
        if !isSorted { candidates.sort { $0.score > $1.score } }
        return JudgedRanking(
          retrieved: candidates.count, hits: hits(), grades: grades(judged, query: query.id))
      }
    }
  }

  /// Gives each result its grade; tells whether scores fall already.
  private mutating func collect(
    _ results: UnsafeBufferPointer<DocumentEntry>,
    judged: UnsafeBufferPointer<DocumentEntry>, query: String
  ) -> Bool {
    candidates.removeAll(keepingCapacity: true)
    candidates.reserveCapacity(results.count)
    let base = run.base
    var isSorted = true
    var previous = Float.infinity
    let mayExclude = !excludedTable.isEmpty || exclusions.queryItself
    for result in results {
      if mayExclude, isExcluded(result, in: run, query: query) {
        removed.results += 1
        continue
      }
      let grade = judgedTable.index(of: result, in: base).map { Int64(judged[$0].grade) }
      isSorted = isSorted && result.score <= previous
      previous = result.score
      candidates.append(
        Candidate(
          score: result.score, start: result.start, length: result.length,
          grade: grade ?? Self.unjudged))
    }
    return isSorted
  }

  private func isExcluded(_ entry: DocumentEntry, in bytes: TextBytes, query: String) -> Bool {
    if !excludedTable.isEmpty, excludedTable.index(of: entry, in: bytes.base) != nil { return true }
    guard exclusions.queryItself, query.utf8.count == Int(entry.length) else { return false }
    return UnsafeBufferPointer(start: bytes.base + Int(entry.start), count: Int(entry.length))
      .elementsEqual(query.utf8)
  }

  /// The judged results by rank. Only ties that have one of them need to be put in order.
  private mutating func hits() -> [JudgedRanking.Hit] {
    let base = run.base
    let ties = ties
    return candidates.withUnsafeMutableBufferPointer { candidates in
      var hits: [JudgedRanking.Hit] = []
      var place = 0
      while place < candidates.count {
        guard candidates[place].grade != Self.unjudged else {
          place += 1
          continue
        }
        let score = candidates[place].score
        var start = place
        while start > 0, candidates[start - 1].score == score { start -= 1 }
        var end = place + 1
        while end < candidates.count, candidates[end].score == score { end += 1 }
        if end - start > 1 {
          candidates[start..<end].sort { Self.precedes($0, $1, ties: ties, base: base) }
        }
        for index in start..<end where candidates[index].grade != Self.unjudged {
          hits.append(JudgedRanking.Hit(rank: index + 1, grade: Int(candidates[index].grade)))
        }
        place = end
      }
      return hits
    }
  }

  /// Whether a result stands before another one of the same score.
  private static func precedes(
    _ left: Candidate, _ right: Candidate, ties: ScoringPolicy.Ties, base: UnsafePointer<UInt8>
  ) -> Bool {
    if ties != .trec {
      // Without a judgment or with a negative grade a result is worth as much as one of grade 0.
      let worth = (max(left.grade, 0), max(right.grade, 0))
      if worth.0 != worth.1 { return (ties == .best) == (worth.0 > worth.1) }
    }
    let common = Int(min(left.length, right.length))
    let order = memcmp(base + Int(left.start), base + Int(right.start), common)
    return order != 0 ? order > 0 : left.length > right.length
  }

  /// The grades of all judged documents, the highest first, without negative ones.
  private mutating func grades(
    _ judged: UnsafeBufferPointer<DocumentEntry>, query: String
  ) -> [Int] {
    var grades: [Int] = []
    grades.reserveCapacity(judged.count)
    let mayExclude = !excludedTable.isEmpty || exclusions.queryItself
    for entry in judged {
      if mayExclude, isExcluded(entry, in: judgments, query: query) {
        removed.judgments += 1
      } else if entry.grade >= 0 {
        grades.append(Int(entry.grade))
      }
    }
    grades.sort(by: >)
    return grades
  }
}
