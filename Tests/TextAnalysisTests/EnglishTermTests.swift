import Testing
import TextAnalysis

@Suite struct EnglishTermTests {
  @Test func dump() {
    for t in [
      "C++ and C# vs F#, .NET ASP.NET", "Node.js", "k-NN kNN knn", "k-means kmeans k means",
      "t-SNE tSNE", "TF-IDF tfidf TF/IDF", "L1/L2", "A/B test", "F1-score F1", "n-gram", "p-value",
      "1x1", "scikit-learn", "snake_case", "camelCase", "λ", "\\alpha = α = alpha",
      "O(n log n) O(n*log(n)) O(n²)", "word2vec GPT-4 GPT4", "3.14 10,000 1,2 v1.0",
      "don't we'll dog's l’Hôpital’s O'Reilly", "naïve Poincaré straße ﬁne ＦＵＬＬ R² ½", "机器学习 学",
      "e.g. U.S.A. i.i.d.", "LLMs llms CNNs ReLUs", "Δx χ²-test μs λόγος",
      "HTTPServer PyTorch-Lightning state-of-the-art and/or 2024-01-15 10-20",
      "JavaScript C/C++ C++17 i++", "__init__ a__b x^2", "behaviour modelling normalisation",
    ] {
      print(t, "→", Analyzer.english.terms(of: t))
    }
  }
}
