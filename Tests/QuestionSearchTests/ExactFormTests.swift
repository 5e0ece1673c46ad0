import QuestionSearch
import Testing

/// Words as they are written before their other forms, and what a question has never taken for a
/// slip.
@Suite struct ExactFormTests {
  private func index(_ questions: [String]) throws -> QuestionIndex {
    var builder = QuestionIndexBuilder()
    for (number, question) in questions.enumerated() {
      builder.add(
        question: question, answer: "Answer \(number) about gardens and weather.", bank: "made up")
    }
    return try builder.index()
  }

  /// Questions with the same terms in other forms: each is the first one for its own text, its words
  /// in another order, and its verb alone.
  @Test func eachFormFindsItself() throws {
    let forms = ["normalizing", "normalized", "normalization", "normalize", "normalizes"]
    let others = ["prune", "graft", "water"].flatMap { plant in
      ["ing", "ed", "s"].map { "Why are \(plant)\($0) roses healthy?" }
    }
    let index = try index(forms.map { "Why is \($0) data good?" } + others)
    for form in forms {
      for query in ["Why is \(form) data good?", "good data \(form)", form, form.uppercased()] {
        let first = try #require(try index.search(query).hits.first)
        #expect(first.entry.text == "Why is \(form) data good?", "\(query)")
      }
    }
    for other in others {
      #expect(try index.search(other).hits.first?.entry.text == other)
    }
  }

  /// A word in another form is found behind, and not lost.
  @Test func otherFormsFollow() throws {
    let index = try index([
      "How do you sort a list?", "Which sorting is stable?", "What is a sorted map?",
      "What does a gardener do?",
    ])
    let found = try index.search("sorting").hits.map(\.entry.text)
    #expect(found.first == "Which sorting is stable?")
    #expect(
      Set(found.dropFirst()) == ["How do you sort a list?", "What is a sorted map?"])
  }

  /// What is one slip away from a word that a question has is not found by it.
  @Test func aKnownWordIsNoSlip() throws {
    let index = try index([
      "What is a casual contract?", "What is a causal graph?", "Is a causal claim testable?",
    ])
    let results = try index.search("casual")
    #expect(results.corrections.isEmpty)
    #expect(results.hits.map(\.entry.text) == ["What is a casual contract?"])
  }
}
