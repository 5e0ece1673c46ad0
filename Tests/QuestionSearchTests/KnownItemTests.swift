import QuestionSearch
import Testing

/// Queries with known answers, made from a bank.
@Suite struct KnownItemTests {
  private func entries() throws -> [Entry] {
    var builder = QuestionIndexBuilder()
    builder.add(
      question: "What is the difference between a normalised histogram and a density estimate?",
      answer: "A histogram counts in bins of one width, while a density estimate puts a small bump "
        + "on every observation and adds the bumps up.",
      bank: "one")
    builder.add(question: "Explain how a heap stays balanced after removal", bank: "one")
    builder.add(question: "Explain how a heap stays balanced, after removal!", bank: "two")
    builder.add(question: "Recursion", bank: "two")
    return builder.identifiedEntries()
  }

  @Test func everyKindChangesItsTextAndKeepsItsAnswer() throws {
    let entries = try entries()
    let texts = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.text) })
    let generator = KnownItemGenerator(entries, seed: 3)
    for kind in KnownItemKind.allCases {
      let queries = generator.queries(kind, limit: 10)
      #expect(!queries.isEmpty, "\(kind)")
      for query in queries {
        #expect(query.kind == kind && !query.text.isEmpty && !query.relevant.isEmpty)
        #expect(Set(query.relevant).isDisjoint(with: query.excluded))
        guard kind != .duplicate else { continue }
        #expect(!query.relevant.contains { texts[$0] == query.text }, "\(query)")
      }
    }
  }

  @Test func duplicatesOfOtherBanksAreTheAnswer() throws {
    let entries = try entries()
    let queries = KnownItemGenerator(entries).queries(.duplicate, limit: 10)
    #expect(queries.count == 2)
    for query in queries {
      #expect(query.relevant.count == 1 && query.excluded.count == 1)
      let own = try #require(entries.first { $0.id == query.excluded[0] })
      #expect(query.text == own.text)
    }
  }

  @Test func theSameSeedGivesTheSameQueries() throws {
    let entries = try entries()
    for kind in KnownItemKind.allCases {
      let first = KnownItemGenerator(entries, seed: 9).queries(kind, limit: 3)
      #expect(first == KnownItemGenerator(entries, seed: 9).queries(kind, limit: 3))
      #expect(first.count <= 3)
    }
  }

  @Test func spellingGoesBothWays() throws {
    var builder = QuestionIndexBuilder()
    builder.add(question: "Why is modelling behaviour hard?", bank: "b")
    builder.add(question: "How do you optimize a parser?", bank: "b")
    builder.add(question: "What size is a precise exercise?", bank: "b")
    let queries = KnownItemGenerator(builder.identifiedEntries()).queries(.spelling, limit: 9)
    let texts = Set(queries.map(\.text))
    #expect(queries.count == 2, "\(texts)")
    #expect(texts.contains("How do you optimise a parser?"))
  }

  @Test func anIndexIsMeasuredByKind() throws {
    var builder = QuestionIndexBuilder()
    builder.add(try entries())
    let evaluation = try SelfEvaluation(try builder.index(), limit: 5)
    #expect(evaluation.rows.count == KnownItemKind.allCases.count && evaluation.absent.isEmpty)
    for row in evaluation.rows {
      #expect(row.figures.map(\.measure) == SelfEvaluation.measures)
      for figure in row.figures {
        #expect((0...1).contains(figure.mean) && figure.low <= figure.mean)
        #expect(figure.mean <= figure.high)
      }
    }
  }
}
