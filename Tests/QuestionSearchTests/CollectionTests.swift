import Foundation
import QuestionSearch
import TestSupport
import Testing

/// Collections of queries and judgments: their files, runs, figures and locks.
@Suite struct CollectionTests {
  private static let documents = """
    {"id": "d1", "text": "how do bees keep the hive warm"}
    {"id": "d2", "text": "why do bees dance"}
    {"id": "d3", "text": "how is honey made"}
    """
  private static let description = """
    {"name": "bees", "documents": "docs.jsonl", "analyzer": "reference",
     "systems": [{"name": "bm25", "model": "bm25"}, {"name": "other", "model": "tfidf:lnc.ltc"}],
     "measures": ["RR", "P@1"]}
    """

  private func folder(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let usual = [
      "collection.json": Self.description, "docs.jsonl": Self.documents,
      "queries.tsv": "q1\tbees dance\tkeyword\nq2\twarm hive\tkeyword\nq3\thoney\tnatural\n",
      "qrels.txt": "q1 0 d2 2\nq1 0 d1 0\nq2 0 d1 1\nq3 0 d3 1\n",
    ]
    for (name, text) in usual.merging(files, uniquingKeysWith: { $1 }) {
      try folder.write(text, to: name)
    }
    return folder
  }

  private func description(of error: any Error) -> String { "\(error)" }

  @Test func systemsAreRunScoredAndCompared() throws {
    let folder = try folder()
    let result = try CollectionEvaluation(try .open(folder.path))
    #expect(result.results.map(\.name) == ["bm25", "other"])
    for system in result.results {
      #expect(system.scores.queries == ["q1", "q2", "q3"])
      #expect(system.scores.mean(ofMeasure: 0) == 1 && system.scores.mean(ofMeasure: 1) == 1)
      #expect(system.scores.meansByType().map(\.type) == ["keyword", "natural"])
    }
    let comparison = try #require(result.comparisons?.comparisons.first)
    #expect(comparison.verdict == .cannotBeTested(queries: 3))
    #expect(
      Set(result.inputs.keys) == ["collection.json", "queries.tsv", "qrels.txt", "docs.jsonl"])
  }

  @Test func aClosureIsASystem() throws {
    let folder = try folder()
    let constant = RankingSystem(name: "constant") { _, _ in [("d3", 1), ("d2", 1), ("d1", 1)] }
    let result = try CollectionEvaluation(try .open(folder.path), adding: [constant])
    // Equal scores keep the system's own order: ranks 2, 3, 1.
    let mean = try #require(result.result(named: "constant")).scores.mean(ofMeasure: 0)
    #expect(abs(mean - (1.0 / 2 + 1.0 / 3 + 1) / 3) < 1e-12)
  }

  @Test func partsAreApartAndTuningSeesDevelopmentAlone() throws {
    let folder = try folder(["split.tsv": "q1 development\nq2\tdevelopment\nq3 test\n"])
    let collection = try EvaluationCollection.open(folder.path)
    #expect(collection.queries(of: .test).map(\.id) == ["q3"])
    #expect(collection.queries(of: .development).map(\.id) == ["q1", "q2"])
    #expect(try collection.judgments(of: .development).queries == ["q1", "q2"])
    var options = CollectionEvaluation.Options()
    options.part = .test
    #expect(
      try CollectionEvaluation(collection, options: options).results[0].scores.queries == ["q3"])
    let tuning = try CollectionTuning(collection, grid: "k1=1.2|0.6,b=0.75|0", folds: 2)
    #expect(tuning.result.heldOut.queries == ["q1", "q2"])
    #expect(tuning.result.surface.count == 4)
  }

  @Test func queriesThatAreDocumentsDoNotFindThemselves() throws {
    let related = Self.description.replacingOccurrences(
      of: "\"measures\"", with: "\"task\": \"related\", \"measures\"")
    let folder = try folder([
      "collection.json": related, "queries.tsv": "d1\thow do bees keep the hive warm\n",
      "qrels.txt": "d1 0 d2 1\n",
    ])
    let scores = try CollectionEvaluation(try .open(folder.path)).results[0].scores
    #expect(scores.mean(ofMeasure: 0) == 1 && scores.excludedResults == 1)
  }

  @Test func runsNeedNoTexts() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "{\"name\": \"r\", \"systems\": [{\"name\": \"old\", \"run\": \"r.run\"}]}",
      to: "collection.json")
    try folder.write("q1 0 b 1\n", to: "qrels.txt")
    try folder.write("q1 Q0 a 1 2 t\nq1 Q0 b 2 2 t\n", to: "r.run")
    let table = try CollectionEvaluation(try .open(folder.path)).results[0].scores
    // The same score: the greater name first, as trec_eval has it.
    #expect(table.mean(ofMeasure: table.measures.firstIndex { $0.name == "RR" } ?? 0) == 1)
  }

  @Test func aBEIRFolderIsACollection() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"_id": "d1", "title": "Bees", "text": "bees dance"}
      {"_id": "d2", "title": "", "text": "honey is sweet"}
      """, to: "corpus.jsonl")
    try folder.write("{\"_id\": \"q\", \"text\": \"honey\"}\n", to: "queries.jsonl")
    try folder.write("query-id\tcorpus-id\tscore\nq\td2\t1\n", to: "qrels/test.tsv")
    let result = try CollectionEvaluation(try .open(folder.path))
    #expect(result.results.allSatisfy { $0.scores.mean(ofMeasure: 0) == 1 })
  }

  @Test(arguments: [
    ("collection.json", "{", "collection.json: not JSON"),
    ("collection.json", "{\"name\": \"x\"}", "\"systems\" is missing"),
    ("collection.json", "{\"name\": 5, \"systems\": []}", "\"name\" has another type"),
    ("collection.json", "{\"name\": \"x\", \"systems\": []}", "no systems"),
    (
      "collection.json",
      "{\"name\": \"x\", \"systems\": [{\"name\": \"a\", \"model\": \"bm25\"}]}", "needs documents"
    ),
    (
      "collection.json",
      "{\"name\": \"x\", \"meausres\": [], \"systems\": []}", "\"meausres\" is no key"
    ),
    (
      "collection.json",
      "{\"name\": \"x\", \"documents\": \"docs.jsonl\", \"fields\": [], "
        + "\"systems\": [{\"name\": \"a\", \"model\": \"bm25\"}]}", "1 to 16"
    ),
    (
      "collection.json",
      "{\"name\": \"x\", \"documents\": [\"docs.jsonl\", \"t.md\"], "
        + "\"systems\": [{\"name\": \"a\", \"model\": \"bm25\"}]}", "one file docs.jsonl"
    ),
    (
      "collection.json",
      "{\"name\": \"x\", \"documents\": \"docs.jsonl\", "
        + "\"systems\": [{\"name\": \"a\", \"model\": \"bm25f:txet=2\"}]}", "txet"
    ),
    ("queries.tsv", "q1\tbees\n", "query 'q2' of qrels.txt is not there"),
    ("queries.tsv", "q1 bees\n", "queries.tsv:1: no tab"),
    ("qrels.txt", "q1 0 d2\n", "qrels.txt:1: "),
    ("qrels.txt", "q1 0 d2 1\nq1 0 d9 1\n", "qrels.txt:2: document 'd9' is not in the collection"),
    ("exclude.tsv", "q1\n", "exclude.tsv:1: "),
    ("split.tsv", "q1 train\n", "split.tsv:1: write"),
    ("split.tsv", "q1 test\nq1 test\n", "split.tsv:2: query 'q1' stands there twice"),
    ("split.tsv", "q1 test\n", "split.tsv: query 'q2' is in no part"),
    ("split.tsv", "q9 test\n", "split.tsv:1: there is no query 'q9'"),
    ("docs.jsonl", "{\"id\": \"d1\"}\n", "docs.jsonl:1: "),
  ])
  func mistakesAreNamed(file: String, text: String, message: String) throws {
    let folder = try folder([file: text])
    do {
      _ = try CollectionEvaluation(try .open(folder.path))
      Issue.record("\(file) was taken")
    } catch {
      let description = description(of: error)
      #expect(description.contains(message), "\(description)")
      #expect(!description.contains("\n"))
    }
  }

  @Test func aLockNamesWhatFellAndWhatChanged() throws {
    let folder = try folder()
    let path = folder.path("lock.json")
    var lock = EvaluationLock()
    lock.record(try CollectionEvaluation(try .open(folder.path)), lock: path)
    let bytes = try lock.encoded()
    try folder.write(bytes, to: "lock.json")
    let read = try EvaluationLock.read(path)
    #expect(try read == lock && read.encoded() == bytes)
    let entry = try #require(read.entries.first)
    #expect(
      EvaluationLock.differences(entry, try CollectionEvaluation(try .open(folder.path))).isEmpty)
    try folder.write("q1 0 d3 1\nq2 0 d1 1\nq3 0 d3 1\n", to: "qrels.txt")
    let differences = EvaluationLock.differences(
      entry, try CollectionEvaluation(try .open(folder.path)))
    #expect(
      differences.contains { !$0.isFailure && $0.description.contains("qrels.txt has changed") })
    #expect(differences.contains { $0.isFailure && $0.description.contains("bm25 RR fell from 1") })
    try folder.write("{}", to: "lock.json")
    #expect(throws: (any Error).self) { try EvaluationLock.read(path) }
  }

  @Test func aMeasureThatIsNamedTwiceCountsOnce() throws {
    let folder = try folder([
      "collection.json": Self.description.replacingOccurrences(
        of: "[\"RR\", \"P@1\"]", with: "[\"AP\", \"MAP\"]")
    ])
    #expect(try CollectionEvaluation(try .open(folder.path)).measures.map(\.name) == ["AP"])
    try folder.write(
      Self.description.replacingOccurrences(of: "[\"RR\", \"P@1\"]", with: "[]"),
      to: "collection.json")
    #expect(try CollectionEvaluation(try .open(folder.path)).measures.count == 5)
  }

  @Test func rankingsAreShownAsTheyAreScored() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "{\"name\": \"r\", \"task\": \"related\", "
        + "\"systems\": [{\"name\": \"old\", \"run\": \"r.run\"}]}", to: "collection.json")
    try folder.write("q1 0 b 1\n", to: "qrels.txt")
    try folder.write("q1 Q0 a 1 1 t\nq1 Q0 q1 2 9 t\nq1 Q0 b 3 2 t\n", to: "r.run")
    let evaluation = try CollectionEvaluation(try .open(folder.path))
    let ranking = evaluation.ranking(of: "q1", by: evaluation.results[0])
    #expect(ranking.map(\.document) == ["b", "a"] && ranking.map(\.grade) == [1, nil])
  }

  @Test func aLockKeepsItsPolicy() throws {
    let folder = try folder(["qrels.txt": "q1 0 d2 2\nq2 0 d1 0\nq3 0 d3 1\n"])
    var options = CollectionEvaluation.Options()
    options.policy.noRelevant = .skip
    let evaluation = try CollectionEvaluation(try .open(folder.path), options: options)
    var lock = EvaluationLock()
    lock.record(evaluation, lock: folder.path("lock.json"))
    let entry = try #require(lock.entries.first)
    let again = try CollectionEvaluation(
      try .open(folder.path), options: try EvaluationLock.options(of: entry))
    #expect(EvaluationLock.differences(entry, again).isEmpty)
    #expect(again.results[0].scores.queries == ["q1", "q3"])
  }

  @Test func aReportShowsTextAsText() throws {
    let folder = try folder([
      "collection.json": Self.description.replacingOccurrences(
        of: "\"bees\"", with: "\"<script>alert(1)</script>\"")
    ])
    let collection = try EvaluationCollection.open(folder.path)
    let evaluation = try CollectionEvaluation(collection)
    let tuning = try CollectionTuning(collection, grid: "k1=1.2|0.6,b=0.75|0", folds: 2)
    let page = EvaluationReport([evaluation], tunings: [tuning]).html
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("<svg") && !page.contains("href=") && !page.contains("src="))
    #expect(page == EvaluationReport([evaluation], tunings: [tuning]).html)
  }
}
