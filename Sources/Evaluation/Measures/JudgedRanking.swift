/// How one query was answered: which results were judged and how, and what there was to find.
struct JudgedRanking {
  /// A result that has a judgment.
  struct Hit: Hashable {
    /// Its rank, from 1.
    var rank: Int
    /// Its grade; negative: shown to the judges and not judged.
    var grade: Int
  }

  /// The number of results.
  var retrieved: Int
  /// The results that have a judgment, by rank.
  var hits: [Hit]
  /// The grades of all documents that were judged for the query, found or not, the highest first.
  /// Negative ones are not among them.
  var grades: [Int]

  /// The number of documents that are relevant: whose grade is at least `level`.
  func relevant(_ level: Int) -> Int { grades.prefix { $0 >= level }.count }

  /// The ranking without the results that nobody judged, of which negative grades are some: the
  /// condensed list (Sakai 2007), `trec_eval -J`.
  var condensed: JudgedRanking {
    let judged = hits.filter { $0.grade >= 0 }
    return JudgedRanking(
      retrieved: judged.count,
      hits: judged.enumerated().map { Hit(rank: $0.offset + 1, grade: $0.element.grade) },
      grades: grades)
  }

  /// This ranking, or the condensed one where a measure asks for it.
  func list(for parameters: MeasureParameters) -> JudgedRanking {
    parameters.judgedOnly ? condensed : self
  }

  /// The relevant results at ranks that count, by rank.
  func relevantHits(_ parameters: MeasureParameters) -> [Hit] {
    hits.filter { $0.grade >= parameters.relevant && parameters.reaches($0.rank) }
  }
}
