import InvertedIndex
import QuestionBanks
import TextAnalysis

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Makes a query of an entry: the words of its fields, each weighed by where it stands.
struct RelatedQuery {
  let analyzer: Analyzer

  /// A word of the question says what is asked; one of a long answer often only how.
  private static func weight(of field: EntryField) -> Double {
    switch field {
    case .question: return 1
    case .context: return 0.5
    case .tags: return 0.5
    case .answer: return 0.2
    }
  }

  /// The entry's terms in order of first appearance. A term that a field repeats counts by the
  /// logarithm of its frequency there, so that a long answer does not drown the question.
  func query(of entry: Entry) -> Query {
    let session = AnalysisSession(analyzer)
    var tokens: [Token] = []
    var boosts: [Double] = []
    for field in EntryField.allCases {
      session.analyze(field.text(of: entry), into: &tokens)
      boosts.append(contentsOf: repeatElement(0, count: session.termCount - boosts.count))
      var frequencies: [UInt32: Double] = [:]
      for token in tokens { frequencies[token.term, default: 0] += 1 }
      for (term, frequency) in frequencies {
        boosts[Int(term)] += Self.weight(of: field) * (1 + log(frequency))
      }
    }
    return Query(
      terms: boosts.enumerated().map {
        Query.Term(session.term(UInt32($0.offset)), boost: $0.element)
      })
  }
}
