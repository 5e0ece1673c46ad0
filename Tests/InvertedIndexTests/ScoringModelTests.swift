import InvertedIndex
import Testing

@Suite struct ScoringModelTests {
  @Test func namesAndParametersAreRead() throws {
    #expect(try ScoringModel(named: "bm25") == .bm25(BM25(k1: 1.2, b: 0.75)))
    #expect(try ScoringModel(named: "bm25:k1=0.9,b=0.4") == .bm25(BM25(k1: 0.9, b: 0.4)))
    #expect(try ScoringModel(named: "BM25:lucene,k1=2") == .bm25(BM25(k1: 2, b: 0.75)))
    #expect(try ScoringModel(named: "tfidf") == .tfidfCosine)
    #expect(try ScoringModel(named: "tfidf:lnc.ltc") == .tfidfCosine)
    #expect(try ScoringModel(named: "tfidf:lucene") == .tfidfLucene)
    let fields = BM25F(fields: [.init("a", weight: 2, b: 0.5), .init("b")])
    #expect(
      try ScoringModel(named: "bm25f:k1=1,a=4,b=0.25", fields: fields)
        == .bm25f(BM25F(k1: 1, fields: [.init("a", weight: 4, b: 0.25), .init("b", b: 0.25)])))
  }

  @Test(arguments: ScoringModel.names.map(\.name))
  func everyListedNameIsKnownAndComesBack(name: String) throws {
    let model = try ScoringModel(named: name)
    #expect(try ScoringModel(named: model.description) == model)
  }

  @Test func modelsWithFieldsComeBackFromTheirDescription() throws {
    let model = ScoringModel.bm25f(
      BM25F(k1: 0.5, fields: [.init("title", weight: 6, b: 0.4), .init("body")]))
    #expect(try ScoringModel(named: model.description) == model)
    let fields = BM25F(fields: [.init("title")])
    #expect(throws: IndexError.self) { try ScoringModel(named: "bm25f:nofield=2", fields: fields) }
  }

  @Test(arguments: [
    "", "bm26", "bm25f:a=1e308", "bm25:k1=1e9", "bm25f:a.b=2", "bm25:k1", "bm25:k1=x", "bm25:k1=-1",
    "bm25:b=2", "bm25:k1=nan", "bm25:k1=inf",
    "tfidf:nnn.ntc", "bm25:=", "bm25:k1=1=2", ":", "tfidf:",
  ])
  func unknownNamesAreRefusedWithTheWayOut(name: String) {
    if name == "tfidf:" {
      #expect(throws: Never.self) { try ScoringModel(named: name) }
      return
    }
    let error = #expect(throws: IndexError.self) { try ScoringModel(named: name) }
    #expect(error?.description.hasPrefix("model '\(name)': ") == true)
  }
}
