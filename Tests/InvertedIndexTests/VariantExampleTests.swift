import InvertedIndex
import TestSupport
import Testing

/// Scores of tiny documents under every variant, as `Eval/peers/scores.py` works them out from the
/// formulas: to 1e-9.
@Suite struct VariantExampleTests {
  private static let documents = [
    "kite kite wind", "wind cloud", "kite string string wind", "cloud cloud cloud",
    "string wind kite cloud", "kite kite kite kite kite string rope rope sky sky sky hill",
    "rope hill",
  ]

  private static let expected: [(model: String, ranking: [(document: String, score: Double)])] = [
    (
      "bm25:lucene",
      [
        ("D6", 1.434802970334), ("D3", 1.064270361811), ("D5", 0.924021898594),
        ("D1", 0.785480061302), ("D7", 0.676250470817),
      ]
    ),
    (
      "bm25:robertson",
      [
        ("D7", 0.458405442072), ("D6", 0.071575898584), ("D3", -0.074800413203),
        ("D5", -0.117436648729), ("D1", -0.343091369667),
      ]
    ),
    (
      "bm25:atire",
      [
        ("D6", 3.205940306657), ("D3", 2.337908265302), ("D5", 2.021665775592),
        ("D1", 1.680757315301), ("D7", 1.602371238773),
      ]
    ),
    (
      "bm25:bm25l",
      [
        ("D6", 3.885080016429), ("D3", 3.425749353782), ("D5", 3.206426333168),
        ("D1", 3.109450854672), ("D7", 2.926335843577),
      ]
    ),
    (
      "bm25:bm25l,absent=0",
      [
        ("D6", 3.885080016429), ("D3", 2.673122359202), ("D5", 2.453799338588),
        ("D1", 1.821914195090), ("D7", 1.646837285170),
      ]
    ),
    (
      "bm25:bm25+",
      [
        ("D6", 7.533820819685), ("D3", 6.552990820804), ("D5", 6.186909541181),
        ("D1", 5.835225206967), ("D7", 5.526585181335),
      ]
    ),
    (
      "bm25:bm25+,absent=0",
      [
        ("D6", 7.533820819685), ("D3", 5.166696459684), ("D5", 4.800615180061),
        ("D1", 3.468101592836), ("D7", 3.159461567203),
      ]
    ),
    (
      "bm25:bm25-adpt",
      [
        ("D7", 0.678342971235), ("D6", 0.115830447571), ("D1", -0.340058080381),
        ("D5", -0.562270509661), ("D3", -0.562376101182),
      ]
    ),
    (
      "tfidf:lucene",
      [
        ("D6", 5.219119865040), ("D3", 4.188007178834), ("D5", 3.594284357515),
        ("D1", 3.528752347483), ("D7", 2.774463938108),
      ]
    ),
    (
      "tfidf:lnc.ltc",
      [
        ("D6", 0.760261805451), ("D3", 0.605035287704), ("D5", 0.502836016813),
        ("D7", 0.496354383312), ("D1", 0.457134958400),
      ]
    ),
    (
      "tfidf:nnn.nnn",
      [
        ("D6", 13.000000000000), ("D1", 4.000000000000), ("D3", 4.000000000000),
        ("D5", 3.000000000000), ("D7", 1.000000000000),
      ]
    ),
    (
      "tfidf:ltc.ltc",
      [
        ("D3", 0.597037385393), ("D6", 0.527051428212), ("D7", 0.496354383312),
        ("D5", 0.487017988716), ("D1", 0.457134958400),
      ]
    ),
    (
      "tfidf:atc.atn",
      [
        ("D3", 0.747509289161), ("D6", 0.701793886014), ("D7", 0.664377892682),
        ("D5", 0.593029540523), ("D1", 0.447692630348),
      ]
    ),
    (
      "tfidf:bpb.bpn",
      [
        ("D7", 0.384953118703), ("D6", 0.217700238466), ("D5", 0.027434244008),
        ("D3", 0.026911589466), ("D1", 0.000000000000),
      ]
    ),
    (
      "tfidf:Lnu.ltu",
      [
        ("D6", 0.330066133584), ("D3", 0.240849708646), ("D5", 0.217946267700),
        ("D7", 0.175788618145), ("D1", 0.160169993710),
      ]
    ),
    (
      "tfidf:dtc.dpc",
      [
        ("D7", 0.674637526776), ("D6", 0.481566943388), ("D3", 0.255513707058),
        ("D5", 0.176741766963), ("D1", 0.000000000000),
      ]
    ),
    (
      "tfidf:npu.Lnb",
      [
        ("D6", 0.175630149628), ("D7", 0.093610160513), ("D3", 0.054538509613),
        ("D5", 0.025433824195), ("D1", 0.000000000000),
      ]
    ),
  ]

  /// The word mostly stands there once, or else often, so that its k1 is a fitted one: 1.989147….
  private static let owls =
    [14, 12, 11, 9, 8, 7, 5, 2] + [Int](repeating: 1, count: 12)
    + [Int](repeating: 0, count: 180)

  private static let expectedOwls: [(document: String, score: Double)] = [
    ("O0", 4.066815062729), ("O1", 3.957213549678), ("O2", 3.863161060001), ("O4", 3.823542926422),
    ("O3", 3.692537074146),
  ]

  private func snapshot(_ texts: [(name: String, text: String)]) throws -> Snapshot {
    let writer = IndexWriter(fields: ["text"], analyzer: .plain)
    for (name, text) in texts { try writer.add(Document(name: name, fields: [text])) }
    return try writer.snapshot()
  }

  @Test(arguments: expected.indices)
  func scoresEqualTheComputedOnes(index: Int) throws {
    let (name, ranking) = Self.expected[index]
    let snapshot = try snapshot(
      Self.documents.enumerated().map { ("D\($0.offset + 1)", $0.element) })
    // "absent" is in no document: it takes no part.
    let query = Query("kite string kite rope absent", analyzer: .plain)
    let model = try ScoringModel(named: name)
    let hits = try snapshot.search(query, model: model).hits
    #expect(hits.count == ranking.count)
    for (hit, wanted) in zip(hits, ranking) {
      #expect(try snapshot.name(of: hit.document) == wanted.document, "\(name)")
      #expect(abs(hit.score - wanted.score) < 1e-9, "\(name) \(wanted.document)")
    }
  }

  @Test func adaptiveScoresWithAFittedK1() throws {
    let snapshot = try snapshot(
      Self.owls.enumerated().map { number, owls in
        let words =
          [String](repeating: "owl", count: owls) + Array(repeating: "sky", count: 5 + number % 4)
        return ("O\(number)", words.joined(separator: " "))
      })
    let model = try ScoringModel(named: "bm25:bm25-adpt")
    let hits = try snapshot.search(Query("owl sky", analyzer: .plain), model: model, limit: 5).hits
    for (hit, wanted) in zip(hits, Self.expectedOwls) {
      #expect(try snapshot.name(of: hit.document) == wanted.document)
      #expect(abs(hit.score - wanted.score) < 1e-9, "\(wanted.document)")
    }
  }

  /// δ of BM25+ is the same for every document where absent terms count: it moves no ranking. Where
  /// they do not, a document gains by each term that it has.
  @Test func deltaOfBM25PlusRanksOnlyWithoutAbsentTerms() throws {
    let snapshot = try snapshot([
      ("often", "kite kite kite kite"), ("both", "kite rope wind wind wind wind wind wind wind"),
      ("other", "rope sky"), ("more", "rope rope"), ("rest", "sky"),
    ])
    let query = Query("kite rope", analyzer: .plain)
    func names(_ model: String) throws -> [String] {
      try snapshot.search(query, model: try ScoringModel(named: model)).hits
        .map { try snapshot.name(of: $0.document) }
    }
    #expect(try names("bm25:bm25+,delta=0") == names("bm25:bm25+,delta=5"))
    #expect(try names("bm25:bm25+,delta=0").first == "often")
    #expect(try names("bm25:bm25+,delta=5,absent=0").first == "both")
  }

  @Test func explanationsHaveTheTermsThatADocumentLacks() throws {
    let snapshot = try snapshot([("a", "kite wind"), ("b", "rope"), ("c", "sky")])
    let query = Query("rope kite", analyzer: .plain)
    let model = try ScoringModel(named: "bm25:bm25+")
    let kite = try #require(try snapshot.document(named: "a"))
    let explanation = try snapshot.explain(query, model: model, document: kite)
    #expect(explanation.parts.map(\.term) == ["rope", "kite"])
    #expect(explanation.parts.map(\.frequencies) == [[0], [1]])
    let sky = try #require(try snapshot.document(named: "c"))
    #expect(try snapshot.explain(query, model: model, document: sky).parts.isEmpty)
  }
}
