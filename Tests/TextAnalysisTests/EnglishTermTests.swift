import Testing
import TextAnalysis

@Suite struct EnglishTermTests {
  /// Spellings of one thing: each, as a query, has a term in common with each of the others beyond
  /// single letters and numbers.
  static let spellings: [[String]] = [
    ["k-NN", "kNN", "knn", "KNN", "k‑NN", "k nn"], ["k-means", "kmeans", "k means", "K-Means"],
    ["t-SNE", "tSNE", "tsne", "T-SNE"], ["TF-IDF", "tfidf", "TF/IDF", "tf–idf", "tf_idf"],
    ["p-value", "p value", "pvalue", "P-Values"], ["n-gram", "ngrams", "N gram", "n‐grams"],
    ["F1-score", "F1 score", "F1"], ["GPT-4", "GPT4", "gpt 4"], ["word2vec", "Word2Vec"],
    ["scikit-learn", "scikit_learn", "scikit learn"], ["snake_case", "snakeCase", "snake case"],
    ["camelCase", "CamelCase", "camel-case", "camelcase"],
    ["λ", "\\lambda", "lambda", "$\\lambda$"], ["α", "\\alpha", "alpha", "Α"],
    ["β₁", "\\beta_1", "beta 1", "beta1"], ["ε-greedy", "epsilon greedy", "epsilon-greedy"],
    ["O(n log n)", "`O(n log n)`", "O(n*log(n))", "O(n \\log n)"], ["O(n²)", "O(n^2)", "O( n^2 )"],
    ["A/B test", "AB test", "A/B-test"], ["CI/CD", "cicd", "CI-CD"], ["C++", "c++"],
    ["C#", "c#"], [".NET", ".net", "ASP.NET"], ["Node.js", "node.js", "nodejs"],
    ["naïve", "naive", "nai\u{308}ve"], ["Poincaré", "Poincare", "POINCARÉ"],
    ["straße", "strasse", "STRASSE"], ["ＦＵＬＬ", "full"], ["ﬁne", "fine"], ["R²", "R2", "R^2"],
    ["10,000", "10000"], ["e.g.", "eg", "E.G."], ["U.S.A.", "USA"], ["LLMs", "LLM", "llms"],
    ["GPUs", "GPU", "gpus"], ["cpus", "CPU"],
    ["CNNs", "cnn"], ["VAEs", "VAE", "vae"], ["dog's", "dog", "dogs", "dog’s"],
    ["don't", "dont", "don’t"], ["we'll", "we"], ["O'Reilly", "OReilly", "Reilly"],
    ["l'Hôpital", "L’Hopital's", "hopital"], ["pre-training", "pretraining", "pretrained"],
    ["UTF-8", "utf8"], ["Q&A", "QA"], ["BM25", "bm25", "BM-25"], ["web app", "web-app"],
    ["HTTPServer", "http server", "HttpServer"], ["co\u{AD}operate", "cooperate"],
    ["ℝ", "r"], ["𝑥", "x"], ["机器学习", "学习"], ["データベース", "ﾃﾞｰﾀﾍﾞｰｽ", "データ"],
  ]

  @Test(arguments: spellings)
  func spellingsOfOneThingMeet(_ spellings: [String]) {
    let terms = spellings.map { Set(Analyzer.english.terms(of: $0)) }
    let shortest = spellings.map(\.count).min() ?? 0
    for (i, first) in terms.enumerated() {
      for (j, second) in terms.enumerated().dropFirst(i + 1) {
        let common = first.intersection(second).filter { $0.count > 1 || shortest == 1 }
        #expect(!common.isEmpty, "\(spellings[i]) \(first) and \(spellings[j]) \(second)")
      }
    }
  }

  /// A text and the tokens it gives: term, position and source.
  static let examples: [(String, String)] = [
    ("Use k-means.", "use@0=Use kmean@1=k-means k@1=k mean@2=means"),
    ("kNN", "knn@0=kNN k@0=k nn@1=NN"),
    ("C++ or C#?", "c++@0=C++ c@0=C or@1=or c#@2=C# c@2=C"),
    ("C/C++", "c@0=C c++@1=C++ c@1=C"),
    ("C++17", "c++@0=C++ c@0=C 17@1=17"),
    ("F#", "f#@0=F# f@0=F"),
    (".NET 8", ".net@0=.NET net@0=NET 8@1=8"),
    ("Node.js", "nodej@0=Node.js node@0=Node js@1=js"),
    ("L1/L2", "l1l2@0=L1/L2 l1@0=L1 l2@1=L2"),
    ("input/output", "input@0=input output@1=output"),
    ("A/B test", "ab@0=A/B a@0=A b@1=B test@2=test"),
    ("F1-score", "f1score@0=F1-score f1@0=F1 score@1=score"),
    ("1x1", "1x1@0=1x1"),
    ("2024-01-15", "2024@0=2024 01@1=01 15@2=15"),
    ("3.14 and 1,234,567", "3.14@0=3.14 and@1=and 1234567@2=1,234,567"),
    ("1,2,3", "1@0=1 2@1=2 3@2=3"),
    ("O(log n)", "o(logn)@0=O(log n) o@0=O log@1=log n@2=n"),
    ("gpt4", "gpt4@0=gpt4 gpt@0=gpt 4@1=4"),
    ("PyTorch", "pytorch@0=PyTorch py@0=Py torch@1=Torch"),
    ("JavaScript", "javascript@0=JavaScript"),
    ("i.i.d. data", "iid@0=i.i.d data@1=data"),
    ("the dog's bowl", "the@0=the dog@1=dog's bowl@2=bowl"),
    ("1.What?", "1@0=1 what@1=What"),
    ("well -- known", "well@0=well known@1=known"),
    (
      "state-of-the-art",
      "stateoftheart@0=state-of-the-art state@0=state of@1=of the@2=the art@3=art"
    ),
    ("__init__", "init@0=init"),
    ("학습 data", "학습@0=학습 data@1=data"),
    ("学习x学", "学习@0=学习 x@1=x 学@2=学"),
    ("p value", "pvalu@0=p value p@0=p valu@1=value"),
    ("a test", "a@0=a test@1=test"),
  ]

  @Test(arguments: examples)
  func tokensHaveTheirTermsPositionsAndSources(_ text: String, _ expected: String) {
    let bytes = Array(text.utf8)
    let found = AnalysisSession(.english).spelledTokens(of: text).map {
      "\($0.term)@\($0.position)=\(String(decoding: bytes[$0.start..<$0.end], as: UTF8.self))"
    }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test func functionWordsAreKept() {
    #expect(Analyzer.english.terms(of: "What is it?") == ["what", "is", "it"])
  }

  @Test func invalidBytesSeparate() {
    let session = AnalysisSession(.english)
    let bytes = Array("one".utf8) + [0xFF] + Array("two".utf8) + [0xE2, 0x82] + Array("three".utf8)
    #expect(session.spelledTokens(of: bytes).map(\.term) == ["one", "two", "three"])
  }

  @Test func analyzersAreFoundByName() {
    #expect(Analyzer.all.allSatisfy { Analyzer.named($0.name) == $0 })
    #expect(Analyzer.named("klingon") == nil)
    #expect("\(Analyzer.english)" == "english/2")
    #expect("\(Analyzer.plain) \(Analyzer.reference)" == "plain/1 reference/1")
  }
}
