import InvertedIndex
import TextAnalysis

/// The different words of some questions, for seeing which have most of them in common.
///
/// Two are similar where their words have a Jaccard similarity of 0.6 or more and a word in common
/// that says what is asked ("What is X?" and "What is Y?" have none).
struct WordSets {
  private struct Words {
    /// Terms that say what is asked, ascending; where there are none, all.
    var content: [UInt32] = []
    /// The other terms, ascending.
    var function: [UInt32] = []

    var count: Int { content.count + function.count }
  }

  private static let leastSimilarity = 0.6
  private static let mostCompared = 8

  private let session: AnalysisSession
  private var tokens: [Token] = []
  private var isFunctionWord: [Bool] = []
  private var sets: [Words] = []

  /// - Parameter analyzer: the index's, so that terms are those of its postings.
  init(_ analyzer: Analyzer) { session = AnalysisSession(analyzer) }

  /// Keeps a text, at the next place.
  mutating func add(_ text: String) { sets.append(words(of: text)) }

  /// The places of the texts that are similar to another: eight at the most, ascending.
  mutating func similar(to text: String) -> [Int] {
    let words = words(of: text)
    var found: [(similarity: Double, place: Int)] = []
    for place in sets.indices {
      let similarity = Self.similarity(sets[place], words)
      if similarity >= Self.leastSimilarity { found.append((similarity, place)) }
    }
    if found.count > Self.mostCompared {
      found.sort { ($0.similarity, $1.place) > ($1.similarity, $0.place) }
    }
    return found.prefix(Self.mostCompared).map(\.place).sorted()
  }

  /// Whether a text is similar to the one at a place.
  mutating func isSimilar(_ utf8: UnsafeRawBufferPointer, to place: Int) -> Bool {
    session.analyze(utf8.assumingMemoryBound(to: UInt8.self), into: &tokens)
    return Self.similarity(sets[place], wordsOfTokens()) >= Self.leastSimilarity
  }

  /// What a document must share with the text at a place to be similar; nil where nothing can be.
  func overlap(with place: Int) -> TermOverlap? {
    let words = sets[place]
    guard !words.content.isEmpty else { return nil }
    let least = (Self.leastSimilarity * Double(words.count)).rounded(.up)
    return TermOverlap(
      leading: words.content.map(session.term), others: words.function.map(session.term),
      least: Int(least), field: 0)
  }

  /// The Jaccard similarity; 0 where no word in common says what is asked.
  private static func similarity(_ a: Words, _ b: Words) -> Double {
    let content = SortedTerms.overlap(a.content, b.content)
    guard content > 0 else { return 0 }
    let common = content + SortedTerms.overlap(a.function, b.function)
    return Double(common) / Double(a.count + b.count - common)
  }

  private mutating func words(of text: String) -> Words {
    session.analyze(text, into: &tokens)
    return wordsOfTokens()
  }

  private mutating func wordsOfTokens() -> Words {
    while isFunctionWord.count < session.termCount {
      isFunctionWord.append(FunctionWords.contains(session.term(UInt32(isFunctionWord.count))))
    }
    var words = Words()
    var last: UInt32?
    for term in tokens.map(\.term).sorted() where term != last {
      last = term
      if isFunctionWord[Int(term)] {
        words.function.append(term)
      } else {
        words.content.append(term)
      }
    }
    if words.content.isEmpty { swap(&words.content, &words.function) }
    return words
  }
}

private enum SortedTerms {
  /// How many terms two ascending lists have in common.
  static func overlap(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      common += a[i] == b[j] ? 1 : 0
      let (left, right) = (a[i], b[j])
      i += left <= right ? 1 : 0
      j += right <= left ? 1 : 0
    }
    return common
  }
}
