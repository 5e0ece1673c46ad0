import InvertedIndex
import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds where a query's words stand in a text, and the passage that shows most of them.
struct PassageFinder {
  /// About three lines of a terminal.
  private static let lengthLimit = 240

  private let session: AnalysisSession
  /// What finding a term is worth, by its number in the session: its inverse document frequency
  /// times its boost. Numbers beyond are words that the query does not have.
  private let worth: [Double]
  private let selection: TermSelection
  /// Beginnings of words; what begins so counts as one word of the query each.
  private let prefixes: [[UInt8]]

  /// Looks up how rare the query's terms are.
  init(_ query: AnalyzedQuery, in snapshot: Snapshot) throws(QuestionSearchError) {
    session = query.session
    let count = Double(snapshot.statistics.documentCount)
    var worth = query.boosts
    prefixes = query.query.prefixes.map { Array($0.text.utf8) }
    let words = query.query.terms.map(\.text) + query.query.phrases.flatMap { $0.words.map(\.text) }
    let isOnlyFunctionWords = words.allSatisfy { FunctionWords.contains($0) }
    var selection = TermSelection()
    for prefix in prefixes { selection.insert(prefix) }
    do throws(IndexError) {
      for number in worth.indices where worth[number] > 0 {
        let term = session.term(UInt32(number))
        let isPassedOver = !isOnlyFunctionWords && FunctionWords.contains(term)
        let frequency = isPassedOver ? 0 : Double(try snapshot.documentFrequency(of: term))
        worth[number] *= frequency > 0 ? log(1 + count / frequency) : 0
        if worth[number] > 0 { selection.insert(term.utf8) }
      }
    } catch {
      throw .index(error)
    }
    self.worth = worth
    self.selection = selection
  }

  /// Ranges of bytes of `text` where words of the query stand, ascending, touching ones joined.
  func highlights(in text: String) -> [Range<Int>] {
    Self.joined(matches(in: text).map { Int($0.token.start)..<Int($0.token.end) })
  }

  private struct Match {
    let token: Token
    /// The word of the query: the number of its term, or behind those of all terms its beginning's.
    let word: Int
    let worth: Double
  }

  private func matches(in text: String) -> [Match] {
    var tokens: [Token] = []
    session.analyze(text, for: selection, into: &tokens)
    return tokens.compactMap { token in
      let number = Int(token.term)
      if number < worth.count, worth[number] > 0 {
        return Match(token: token, word: number, worth: worth[number])
      }
      guard let prefix = prefix(of: token.term) else { return nil }
      return Match(token: token, word: worth.count + prefix, worth: 1)
    }
  }

  private func prefix(of term: UInt32) -> Int? {
    guard !prefixes.isEmpty else { return nil }
    return session.withTermBytes(term) { bytes in prefixes.firstIndex { bytes.starts(with: $0) } }
  }

  /// The passage of `text` whose different words of the query are worth most; the first of equals,
  /// and the beginning where there are none.
  func passage(of text: String) -> Passage {
    let matches = matches(in: text)
    let utf8 = Array(text.utf8)
    let core = bestWindow(matches)
    let range = PassageBounds(utf8).around(core, limit: Self.lengthLimit)
    let inside = matches.map { Int($0.token.start)..<Int($0.token.end) }
      .filter { range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound }
    return PassageText(utf8, range: range, highlights: Self.joined(inside)).passage
  }

  /// The bytes from the first to the last match of the best window of at most `lengthLimit` bytes.
  /// One pass with two ends: linear in the matches.
  private func bestWindow(_ matches: [Match]) -> Range<Int> {
    var counts = [Int](repeating: 0, count: worth.count + prefixes.count)
    var value = 0.0
    var first = 0
    var best: (value: Double, range: Range<Int>) = (0, 0..<0)
    for match in matches {
      let term = match.word
      counts[term] += 1
      // Further occurrences of a word count a little: they break ties towards the densest place.
      value += counts[term] == 1 ? match.worth : match.worth * 0.05
      while Int(match.token.end) - Int(matches[first].token.start) > Self.lengthLimit,
        matches[first].token.start < match.token.start
      {
        let left = matches[first]
        let leftTerm = left.word
        counts[leftTerm] -= 1
        value -= counts[leftTerm] == 0 ? left.worth : left.worth * 0.05
        first += 1
      }
      // Sums of the same parts in another order differ in their last digits.
      if value > best.value + 1e-9 {
        best = (value, Int(matches[first].token.start)..<Int(match.token.end))
      }
    }
    return best.range
  }

  /// Ascending ranges that do not overlap: compounds and their parts become one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
