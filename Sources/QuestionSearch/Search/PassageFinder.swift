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

/// Finds where a query's words stand in a text, and the passage that shows most of them.
struct PassageFinder {
  /// About three lines of a terminal.
  private static let lengthLimit = 240
  private static let mostShared = 8

  private let session: AnalysisSession
  /// What finding a term is worth, by its number in the session: its inverse document frequency
  /// times its boost; then what finding words that begin as the query asks is worth. Numbers of
  /// other words are beyond `termCount`.
  private let worth: [Double]
  private let termCount: Int
  private let selection: TermSelection
  /// Beginnings of words; what begins so counts as one word of the query each.
  private let prefixes: [[UInt8]]

  /// Looks up how rare the query's terms are.
  init(_ query: AnalyzedQuery, in snapshot: Snapshot) throws(QuestionSearchError) {
    session = query.session
    let count = Double(snapshot.statistics.documentCount)
    var worth = query.boosts
    termCount = worth.count
    prefixes = query.query.prefixes.map { Array($0.text.utf8) }
    let isOnlyFunctionWords =
      query.query.terms.allSatisfy(\.isFunctionWord)
      && query.query.phrases.allSatisfy { phrase in
        phrase.words.allSatisfy { FunctionWords.contains($0.text) }
      }
    var selection = TermSelection()
    for prefix in query.query.prefixes { selection.insert(prefix.text.utf8) }
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
    for _ in prefixes { worth.append(1) }
    self.worth = worth
    self.selection = selection
  }

  /// Ranges of bytes of `text` where words of the query stand, ascending, touching ones joined.
  func highlights(in text: String) -> [Highlight] {
    Self.joined(matches(in: text).map(Self.highlight))
  }

  private static func highlight(_ match: Token) -> Highlight {
    Highlight(Int(match.start), Int(match.end))
  }

  /// The tokens of words that are worth something.
  private func matches(in text: String) -> [Token] {
    var tokens: [Token] = []
    session.analyze(text, for: selection, into: &tokens)
    tokens.removeAll { word(of: $0) == nil }
    return tokens
  }

  /// The place in `worth` of a token's word; nil where it is worth nothing.
  private func word(of token: Token) -> Int? {
    let number = Int(token.term)
    if number < termCount, worth[number] > 0 { return number }
    guard !prefixes.isEmpty else { return nil }
    return session.withTermBytes(token.term) { bytes in
      prefixes.firstIndex { bytes.starts(with: $0) }
    }
    .map { termCount + $0 }
  }

  /// The words of an entry that the query has too, as the entry writes them, each form once: those
  /// first that are worth most on both sides, eight at the most.
  func sharedWords(with entry: Entry) -> [String] {
    var shared: [Int: (form: String, worth: Double)] = [:]
    for field in EntryField.allCases {
      let text = field.text(of: entry)
      let utf8 = Array(text.utf8)
      for token in matches(in: text) {
        guard let word = word(of: token) else { continue }
        let value = worth[word] * Self.worth(of: field)
        guard value > shared[word]?.worth ?? 0 else { continue }
        let form = String(decoding: utf8[Int(token.start)..<Int(token.end)], as: UTF8.self)
        shared[word] = (form.lowercased(), value)
      }
    }
    let ranked = shared.sorted { ($0.value.worth, $1.key) > ($1.value.worth, $0.key) }
    var words: [String] = []
    for (_, (form, _)) in ranked where words.count < Self.mostShared && !words.contains(form) {
      words.append(form)
    }
    return words
  }

  /// How much a word says of an entry by where it stands there.
  private static func worth(of field: EntryField) -> Double {
    switch field {
    case .question: 1
    case .answer: 0.5
    case .context, .tags: 0.2
    }
  }

  /// The passage of `text` whose different words of the query are worth most; the first of equals,
  /// and the beginning where there are none.
  func passage(of text: String) -> Passage {
    let matches = matches(in: text)
    let utf8 = Array(text.utf8)
    let core = bestWindow(matches)
    let range = PassageBounds(utf8).around(core, limit: Self.lengthLimit)
    let inside = matches.map(Self.highlight)
      .filter { range.lowerBound <= $0.start && $0.end <= range.upperBound }
    return PassageText(utf8, range: range, highlights: Self.joined(inside)).passage
  }

  /// The bytes from the first to the last match of the best window of at most `lengthLimit` bytes.
  /// One pass with two ends: linear in the matches.
  private func bestWindow(_ matches: [Token]) -> Range<Int> {
    var counts = [Int](repeating: 0, count: worth.count)
    var value = 0.0
    var first = 0
    var best: (value: Double, range: Range<Int>) = (0, 0..<0)
    for match in matches {
      guard let term = word(of: match) else { continue }
      counts[term] += 1
      // Further occurrences of a word count a little: they break ties towards the densest place.
      value += counts[term] == 1 ? worth[term] : worth[term] * 0.05
      while Int(match.end) - Int(matches[first].start) > Self.lengthLimit,
        matches[first].start < match.start
      {
        if let left = word(of: matches[first]) {
          counts[left] -= 1
          value -= counts[left] == 0 ? worth[left] : worth[left] * 0.05
        }
        first += 1
      }
      // Sums of the same parts in another order differ in their last digits.
      if value > best.value + 1e-9 {
        best = (value, Int(matches[first].start)..<Int(match.end))
      }
    }
    return best.range
  }

  /// Ascending ranges that do not overlap: compounds and their parts become one.
  private static func joined(_ places: [Highlight]) -> [Highlight] {
    var result: [Highlight] = []
    for place in places.sorted(by: { $0.start < $1.start }) where place.start < place.end {
      if let last = result.last, place.start <= last.end {
        result[result.count - 1] = Highlight(last.start, max(last.end, place.end))
      } else {
        result.append(place)
      }
    }
    return result
  }
}
