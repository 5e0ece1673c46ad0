import Testing

@testable import Evaluation

/// Every measure by hand, and how measures are written.
@Suite struct MeasureTests {
  /// Ten results; relevant (grade 2) at rank 2, relevant (1) at rank 5, judged 0 at ranks 1 and 4,
  /// shown but not judged (-1) at rank 3. Of four relevant documents two are not found.
  private let ranking = JudgedRanking(
    retrieved: 10,
    hits: [
      .init(rank: 1, grade: 0), .init(rank: 2, grade: 2), .init(rank: 3, grade: -1),
      .init(rank: 4, grade: 0), .init(rank: 5, grade: 1),
    ],
    grades: [3, 2, 1, 1, 0, 0, 0])

  private func value(_ name: String) throws -> Double { try Measure(name).value(of: ranking) }

  private func expect(_ name: String, _ expected: Double) throws {
    let value = try value(name)
    #expect(abs(value - expected) < 1e-12, "\(name) is \(value), not \(expected)")
  }

  @Test func averagePrecisionIsOverAllRelevantDocuments() throws {
    try expect("AP", (1.0 / 2 + 2.0 / 5) / 4)
    try expect("AP@4", (1.0 / 2) / 4)
    try expect("AP(rel=2)", (1.0 / 2) / 2)
    try expect("AP(rel=4)", 0)
    try expect("AP(judged_only=True)", (1.0 / 2 + 2.0 / 4) / 4)
  }

  @Test func ranksOfTheFirstRelevantResult() throws {
    try expect("RR", 1.0 / 2)
    try expect("RR@1", 0)
    try expect("RR(rel=0)", 1)
    try expect("RR(rel=3)", 0)
  }

  @Test func sharesOfTheTop() throws {
    try expect("P@5", 2.0 / 5)
    try expect("P@20", 2.0 / 20)
    try expect("P(rel=2)@5", 1.0 / 5)
    try expect("R@5", 2.0 / 4)
    try expect("R(rel=2)@2", 1.0 / 2)
    try expect("Rprec", 1.0 / 4)
    try expect("Rprec(judged_only=True)", 2.0 / 4)
    try expect("Success@1", 0)
    try expect("Success@2", 1)
    try expect("Judged@5", 1)
    try expect("Judged@8", 5.0 / 8)
    try expect("Judged", 5.0 / 10)
    try expect("Judged@50", 5.0 / 10)
  }

  @Test func gainsAreDiscountedByTheLogarithmOfTheRank() throws {
    let log3 = 1.584962500721156
    let log5 = 2.321928094887362
    let log6 = 2.584962500721156
    let ideal = 3 + 2 / log3 + 1.0 / 2 + 1 / log5
    try expect("nDCG", (2 / log3 + 1 / log6) / ideal)
    try expect("nDCG@2", (2 / log3) / (3 + 2 / log3))
    try expect("nDCG(dcg='exp-log2')@2", (3 / log3) / (7 + 3 / log3))
    try expect("nDCG(judged_only=True)", (2 / log3 + 1 / log5) / ideal)
  }

  /// One of three judged as not relevant stands before the first relevant result, two before the
  /// second; what was shown and not judged does not count.
  @Test func preferencesCountJudgedDocumentsOnly() throws {
    try expect("Bpref", ((1 - 1.0 / 3) + (1 - 2.0 / 3)) / 4)
    try expect("Bpref(rel=2)", (1 - 1.0 / 2) / 2)
    let first = JudgedRanking(retrieved: 1, hits: [.init(rank: 1, grade: 1)], grades: [1])
    #expect(try Measure("Bpref").value(of: first) == 1)
  }

  @Test func readersStopAtGoodResults() throws {
    try expect("ERR@10", (3.0 / 16) / 2 + (1.0 / 16) * (13.0 / 16) / 5)
    try expect("ERR@2", (3.0 / 16) / 2)
    try expect("RBP", 0.2 * (0.8 + 0.8 * 0.8 * 0.8 * 0.8))
    try expect("RBP(p=0.5,rel=2)", 0.5 * 0.5)
    try expect("RBP(rel=1)@2", 0.2 * 0.8)
  }

  @Test func nothingFoundAndNothingToFindAreZero() throws {
    let names = [
      "AP", "AP@5", "RR", "P@5", "R@5", "nDCG", "nDCG@5", "Rprec", "Bpref", "Success@5", "Judged@5",
      "ERR@5", "RBP",
    ]
    for name in names {
      for grades in [[], [0, 0], [2, 1]] {
        let empty = JudgedRanking(retrieved: 0, hits: [], grades: grades)
        #expect(try Measure(name).value(of: empty) == 0, "\(name) \(grades)")
      }
    }
  }

  @Test(arguments: [
    ("AP", "AP"), ("MAP", "AP"), (" nDCG @ 10 ", "nDCG@10"), ("NDCG@5", "nDCG@5"),
    ("nDCG(dcg='exp-log2')@10", "nDCG(dcg='exp-log2')@10"), ("nDCG(dcg=\"log2\")", "nDCG"),
    ("P(rel=2, cutoff=5)", "P(rel=2)@5"), ("P(rel=1)@5", "P@5"), ("RBP(p=0.8)", "RBP"),
    ("RBP(rel=1)", "RBP(rel=1)"), ("AP(judged_only=False,)@3", "AP@3"), ("Recall@7", "R@7"),
    ("R( rel = 2 )@7", "R(rel=2)@7"),
  ])
  func namesAreThoseOfTheField(text: String, name: String) throws {
    #expect(try Measure(text).name == name)
    #expect(try Measure(Measure(text).name).name == name)
  }

  @Test(arguments: [
    ("map", "AP"), ("ndcg_cut_10", "nDCG@10"), ("recip_rank", "RR"), ("P_5", "P@5"),
    ("recall.100", "R@100"), ("nDGC@10", "nDCG"), ("Sucess@1", "Success"), ("bprf", "Bpref"),
  ])
  func unknownNamesGiveTheNearest(text: String, name: String) {
    let error = #expect(throws: EvaluationError.self) { try Measure(text) }
    #expect(error?.description.contains("'\(name)") == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    "", "@10", "P", "P@", "P@0", "P@-1", "P@x", "P@10@10", "P@1.5", "P@99999999999999999999",
    "Rprec@5", "AP(rel=-1)", "AP(rel=x)", "AP(rel)", "AP(", "AP(rel=1", "AP(rel=1 p=2)", "AP)",
    "AP(p=0.5)", "RBP(p=0)", "RBP(p=1)", "RBP(p=nan)", "RBP(p=inf)", "nDCG(dcg='log')",
    "nDCG(dcg='log2", "AP(judged_only=1)", "zzzzzzzzzzzz", "Bpref(judged_only=True)", "AP x",
  ])
  func malformedMeasuresSayWhatToWrite(text: String) {
    let error = #expect(throws: EvaluationError.self) { try Measure(text) }
    #expect(error?.description.hasPrefix("measure '") == true)
  }

  @Test func longNamesAreCutInMessages() {
    let error = #expect(throws: EvaluationError.self) {
      try Measure(String(repeating: "a(", count: 100_000))
    }
    #expect((error?.description.utf8.count ?? .max) < 200)
  }

  @Test func everyMeasureIsListed() throws {
    #expect(Measure.known.count == 11)
    for (form, summary) in Measure.known { #expect(!form.isEmpty && !summary.isEmpty) }
  }
}
