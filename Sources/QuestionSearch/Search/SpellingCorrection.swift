import InvertedIndex
import TextAnalysis

/// A word of a query that the index does not have, and the one that was looked for in its place.
public struct Correction: Sendable, Hashable {
  /// The word as it was written.
  public let word: String
  /// A word of the index that is one slip away from it.
  public let replacement: String
}

/// Corrects words of queries by the index's own vocabulary: only words that no question has, so
/// that a query whose words are known is never touched.
///
/// All words at a distance of one slip (a letter left out, put in, changed, or two exchanged;
/// Damerau 1964) are made and looked up, as in Norvig's "How to Write a Spelling Corrector" (2007):
/// so the correction is a whole word, though the index has stems. Of several the most frequent one
/// that stands in a question is taken; if there is none, two words that were written as one. Cost:
/// some hundred look-ups for each unknown word.
struct SpellingCorrection {
  let snapshot: Snapshot

  /// Shorter words have too many neighbors.
  private static let leastLength = 5
  private static let mostLength = 30
  /// A word that one question alone has may be a slip of its own.
  private static let leastFrequency = 2
  /// Of a long text the words of the beginning are corrected.
  private static let mostWords = 50
  /// A text with more unknown words is in another language or about something else.
  private static let mostUnknown = 8

  /// The text with its unknown words replaced; nil where no word is unknown or has a replacement.
  ///
  /// - Parameter query: what is made of the text: only where it has a term that no question has,
  ///   the text is looked at.
  func correct(
    _ text: String, of query: Query
  ) throws(IndexError) -> (text: String, corrections: [Correction])? {
    let words = query.terms.map(\.text) + query.phrases.flatMap { $0.words.map(\.text) }
    var hasUnknown = false
    for word in words where !hasUnknown {
      hasUnknown = try snapshot.documentFrequency(of: word) == 0
    }
    guard hasUnknown else { return nil }
    let session = AnalysisSession(snapshot.analyzer)
    var tokens: [Token] = []
    session.analyze(text, into: &tokens)
    guard tokens.count <= Self.mostWords * 4 else { return nil }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var copied = 0
    var corrections: [Correction] = []
    var unknownCount = 0
    for token in tokens where Int(token.start) >= copied && unknownCount < Self.mostUnknown {
      let word = bytes[Int(token.start)..<Int(token.end)]
      // The beginning of a word (`regular*`) is no word.
      let isBeginning = Int(token.end) < bytes.count && bytes[Int(token.end)] == 0x2A
      guard Self.isCorrectable(word), !isBeginning, try isUnknown(token, tokens, session) else {
        continue
      }
      unknownCount += 1
      guard let replacement = try replacement(for: word.map { $0 | 0x20 }, session) else {
        continue
      }
      output += bytes[copied..<Int(token.start)] + replacement
      copied = Int(token.end)
      corrections.append(
        Correction(
          word: String(decoding: word, as: UTF8.self),
          replacement: String(decoding: replacement, as: UTF8.self)))
    }
    guard !corrections.isEmpty else { return nil }
    output += bytes[copied...]
    return (String(decoding: output, as: UTF8.self), corrections)
  }

  /// A word of letters alone, in one case but for the first letter: names and code are none.
  private static func isCorrectable(_ word: ArraySlice<UInt8>) -> Bool {
    (leastLength...mostLength).contains(word.count)
      && word.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
      && word.dropFirst().allSatisfy { $0 >= 0x61 }
  }

  /// Whether no question has any of the terms that a word makes.
  private func isUnknown(
    _ token: Token, _ tokens: [Token], _ session: AnalysisSession
  ) throws(IndexError) -> Bool {
    for other in tokens where other.start < token.end && other.end > token.start {
      if try snapshot.documentFrequency(of: session.term(other.term)) > 0 { return false }
    }
    return true
  }

  private func replacement(
    for word: [UInt8], _ session: AnalysisSession
  ) throws(IndexError) -> [UInt8]? {
    var found: [(word: [UInt8], term: UInt32, frequency: Int)] = []
    var tokens: [Token] = []
    var known: [UInt32: Int] = [:]
    for candidate in Self.neighbors(of: word) {
      session.analyze(String(decoding: candidate, as: UTF8.self), into: &tokens)
      guard tokens.count == 1, let term = tokens.first?.term else { continue }
      let frequency =
        if let seen = known[term] { seen } else {
          try snapshot.documentFrequency(of: session.term(term))
        }
      known[term] = frequency
      if frequency >= Self.leastFrequency { found.append((candidate, term, frequency)) }
    }
    // The most frequent first, of equal ones the likeliest slip.
    let order = found.indices.sorted {
      (-found[$0].frequency, $0) < (-found[$1].frequency, $1)
    }
    for place in order.prefix(Self.mostCandidates)
    where try isWord(found[place].word, session.term(found[place].term)) {
      return found[place].word
    }
    return try parts(of: word, session)
  }

  private static let mostCandidates = 8
  private static let mostDocuments = 10

  /// Whether a word itself stands in some of the questions that have its stem: "eventeal" has that
  /// of "events", and is none.
  private func isWord(_ word: [UInt8], _ term: String) throws(IndexError) -> Bool {
    let found = try snapshot.search(
      Query(terms: [.init(term)]), model: .bm25(BM25()), limit: Self.mostDocuments,
      countsMatches: false)
    for hit in found.hits {
      let entry = try snapshot.entry(hit.document)
      let isThere = EntryField.allCases.contains { field in
        field.text(of: entry).lowercased().utf8.split { !(0x61...0x7A).contains($0) }
          .contains { $0.elementsEqual(word) }
      }
      if isThere { return true }
    }
    return false
  }

  /// Two known words that stand together in one.
  private func parts(
    of word: [UInt8], _ session: AnalysisSession
  ) throws(IndexError) -> [UInt8]? {
    var best: (word: [UInt8], frequency: Int)?
    guard word.count >= 2 * Self.leastPart else { return nil }
    for place in Self.leastPart...word.count - Self.leastPart {
      let first = try frequency(of: word[..<place], session)
      guard first >= Self.leastFrequency else { continue }
      let least = min(first, try frequency(of: word[place...], session))
      if least >= Self.leastFrequency, least > best?.frequency ?? 0 {
        best = (word[..<place] + [0x20] + word[place...], least)
      }
    }
    return best?.word
  }

  private static let leastPart = 3

  /// How many questions have a word.
  private func frequency(
    of word: ArraySlice<UInt8>, _ session: AnalysisSession
  ) throws(IndexError) -> Int {
    var tokens: [Token] = []
    session.analyze(String(decoding: word, as: UTF8.self), into: &tokens)
    guard tokens.count == 1, let term = tokens.first?.term else { return 0 }
    return try snapshot.documentFrequency(of: session.term(term))
  }

  /// All words at a distance of one slip: exchanges first, then letters put in, left out, and in
  /// longer words changed, so that of equal ones the likeliest slip is taken. The first letter is
  /// seldom wrong, and stays.
  private static func neighbors(of word: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for place in word.indices.dropLast() where word[place] != word[place + 1] {
      var other = word
      other.swapAt(place, place + 1)
      words.append(other)
    }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    for place in 1...word.count {
      for letter in letters { words.append(word[..<place] + [letter] + word[place...]) }
    }
    for place in word.indices.dropFirst() {
      words.append(Array(word[..<place] + word[(place + 1)...]))
    }
    guard word.count >= leastChanged else { return words }
    for place in word.indices.dropFirst() {
      for letter in letters where letter != word[place] {
        var other = word
        other[place] = letter
        words.append(other)
      }
    }
    return words
  }

  /// In shorter words a changed letter is more often another word than a slip.
  private static let leastChanged = 7
}
