import InvertedIndex
import TestSupport
import Testing

@Suite struct ScoringModelTests {
  @Test func namesAndParametersAreRead() throws {
    #expect(try ScoringModel(named: "bm25") == .bm25(BM25(k1: 1.2, b: 0.75)))
    #expect(try ScoringModel(named: "bm25:k1=0.9,b=0.4") == .bm25(BM25(k1: 0.9, b: 0.4)))
    #expect(try ScoringModel(named: "BM25:lucene,k1=2") == .bm25(BM25(k1: 2, b: 0.75)))
    #expect(try ScoringModel(named: "tfidf") == .tfidfCosine)
    #expect(try ScoringModel(named: "tfidf:lnc.ltc") == .tfidfCosine)
    #expect(try ScoringModel(named: "tfidf:lucene") == .tfidfLucene)
    #expect(try ScoringModel(named: "TFIDF:Lucene") == .tfidfLucene)
    #expect(try ScoringModel(named: "bm25:robertson") == .bm25(BM25(.robertson)))
    #expect(
      try ScoringModel(named: "bm25:atire,k1=0.9,b=0.4") == .bm25(BM25(.atire, k1: 0.9, b: 0.4)))
    #expect(try ScoringModel(named: "bm25:bm25l") == .bm25l(BM25Delta(delta: 0.5)))
    #expect(
      try ScoringModel(named: "bm25:BM25+,delta=0.25,absent=0")
        == .bm25Plus(BM25Delta(delta: 0.25, countsAbsentTerms: false)))
    #expect(
      try ScoringModel(named: "bm25:bm25-adpt,b=0.3") == .bm25Adaptive(BM25Adaptive(b: 0.3)))
    #expect(
      try ScoringModel(named: "tfidf:Lnu.dpb,slope=0.25,alpha=0.5")
        == .tfidf(
          SMARTWeighting(
            document: SMARTTriple(.logAverage, .none, .pivotedUnique),
            query: SMARTTriple(.doubleLogarithm, .probabilistic, .byteSize), slope: 0.25,
            alpha: 0.5)))
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

  @Test func everyModelComesBackFromItsDescription() throws {
    var generator = SeededGenerator(seed: 5)
    let corpus = RandomCorpus(maximum: 3, using: &generator)
    for kind in 0..<RandomCorpus.modelKinds {
      for _ in 0..<20 {
        let model = corpus.model(using: &generator, kind: kind)
        guard case .tfidf = model else {
          #expect(try ScoringModel(named: model.description) == model)
          continue
        }
        // Parameters that no letter asks for are left out.
        let read = try ScoringModel(named: model.description)
        #expect(read.description == model.description)
      }
    }
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
    "tfidf:nnn.ntx", "tfidf:Nnn.ntc", "tfidf:nnn", "tfidf:nnn.nnn.nnn", "tfidf:nnn.nnn,slope=2",
    "tfidf:nnn.nnn,gamma=1", "tfidf:.", "bm25:okapi", "bm25:atire,robertson", "bm25:atire,delta=1",
    "bm25:bm25l,absent=2", "bm25:bm25+,b=7", "bm25:bm25-adpt,k1=1", "bm25:=", "bm25:k1=1=2", ":",
    "tfidf:",
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
