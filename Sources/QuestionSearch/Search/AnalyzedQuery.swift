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

/// A query together with the session that analyzed it, which goes on to find its words in texts.
struct AnalyzedQuery {
  /// What the index is asked.
  let query: Query
  /// Analyzes texts in which the query's words are looked for.
  let session: AnalysisSession
  /// The boost of a term by its number in the session; 0 where the query does not have it.
  let boosts: [Double]

  /// What a text asks for.
  init(_ text: QueryText, analyzer: Analyzer) {
    let session = AnalysisSession(analyzer)
    var tokens: [Token] = []
    var words: [Token] = []
    var forms: [WrittenForm] = []
    for part in text.plain {
      session.analyze(part, into: &tokens)
      words += tokens
      forms += WrittenForm.all(tokens, in: part)
    }
    var prefixes: [Query.Prefix] = []
    for word in text.beginnings {
      session.analyze(word, into: &tokens)
      guard let beginning = analyzer.beginning(of: word) else {
        words += tokens
        continue
      }
      prefixes.append(Query.Prefix(beginning))
      // Forms of the word itself may have a term without its end.
      words += tokens.filter { !session.term($0.term).utf8.starts(with: beginning.utf8) }
    }
    var query = Query(words, of: session, written: forms)
    query.prefixes = prefixes
    for phrase in text.phrases {
      session.analyze(phrase.text, into: &tokens)
      if let phrase = Query.Phrase(tokens, of: session, slop: phrase.slop) {
        query.phrases.append(phrase)
      }
      words += tokens
    }
    var boosts = [Double](repeating: 0, count: session.termCount)
    for token in words { boosts[Int(token.term)] = 1 }
    self.boosts = boosts
    self.query = query
    self.session = session
  }

  /// The words of an entry's parts, each weighed by where it stands: the entry as a query for
  /// others like it. A term that a part repeats counts by the logarithm of its frequency there, so
  /// that a long answer does not drown the question.
  init(_ entry: Entry, analyzer: Analyzer) {
    let session = AnalysisSession(analyzer)
    let weights = Self.weights(of: entry, session)
    var boosts = [Double](repeating: 0, count: session.termCount)
    for (term, weight) in weights { boosts[Int(term)] = weight }
    query = Query(
      terms: boosts.indices.filter { boosts[$0] > 0 }
        .map { Query.Term(session.term(UInt32($0)), boost: boosts[$0]) })
    self.session = session
    self.boosts = boosts
  }

  /// What each term of an entry weighs in it, by its number in the session.
  static func weights(of entry: Entry, _ session: AnalysisSession) -> [UInt32: Double] {
    var tokens: [Token] = []
    var weights: [UInt32: Double] = [:]
    for (text, weight) in parts(of: entry) {
      session.analyze(text, into: &tokens)
      var frequencies: [UInt32: Double] = [:]
      for token in tokens { frequencies[token.term, default: 0] += 1 }
      for (term, frequency) in frequencies {
        weights[term, default: 0] += weight * (1 + log(frequency))
      }
    }
    return weights
  }

  /// What an entry says, with weights. The answer says nearly as much as the question of what it is
  /// about; sections say it of many entries at once. What a question leans on says more than itself
  /// ("When should we use one?" below another). Chosen on the development banks, see
  /// `Eval/reports/ranking.md`.
  private static func parts(of entry: Entry) -> [(text: String, weight: Double)] {
    [
      (entry.text, entry.context == nil ? 1 : 0.3), (entry.context ?? "", 1),
      (entry.hint ?? "", 0.2),
      (entry.section.joined(separator: "\n"), 0.2), (entry.tags.joined(separator: "\n"), 0.2),
      (entry.answer ?? "", 0.7),
    ]
  }
}
