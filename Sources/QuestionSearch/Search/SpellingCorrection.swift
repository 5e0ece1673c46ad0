import InvertedIndex
import TextAnalysis

/// What of a query no question has, and what was looked for in its place.
public struct Correction: Sendable, Hashable {
  /// A word as it was written, or two beside each other that questions write as one.
  public let word: String
  /// A word that questions have: one slip away, both words in one, or one that begins so; or two
  /// words that were written as one.
  public let replacement: String
}

/// Corrects words of queries by the index's own vocabulary: only what no question has, so that a
/// query is never touched whose words are known and do not stand apart ("dead lock") where all
/// questions write them as one.
///
/// All words at a distance of one slip (a letter left out, put in, changed, or two exchanged;
/// Damerau 1964) are made and looked up, as in Norvig's "How to Write a Spelling Corrector" (2007):
/// so the correction is a whole word, though the index has stems. Of several the most frequent one
/// that stands in a question is taken; if there is none, two words that were written as one, or the
/// word of which it is the beginning. Two words that questions write as one are joined. Cost: some
/// hundred look-ups for each unknown word.
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
  /// Of queries with more words none are joined.
  private static let mostJoined = 8

  /// The text with its unknown words replaced; nil where there is nothing to replace.
  ///
  /// - Parameter query: what is made of the text: only where it has a term that no question has, or
  ///   two that questions write as one, the text is looked at.
  func correct(
    _ text: String, of query: Query
  ) throws(IndexError) -> (text: String, corrections: [Correction])? {
    // In quotes words stand as they are meant.
    let mayJoin = query.phrases.isEmpty && query.terms.count <= Self.mostJoined
    guard try mayNeedCorrection(query, mayJoin) else { return nil }
    let session = AnalysisSession(snapshot.analyzer)
    var tokens: [Token] = []
    session.analyze(text, into: &tokens)
    guard tokens.count <= Self.mostWords * 4 else { return nil }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var copied = 0
    var corrections: [Correction] = []
    var unknownCount = 0
    for (place, token) in tokens.enumerated()
    where Int(token.start) >= copied && unknownCount < Self.mostUnknown {
      var end = Int(token.end)
      // The beginning of a word (`regular*`) is no word.
      let isBeginning = end < bytes.count && bytes[end] == 0x2A
      guard Self.isWord(bytes[Int(token.start)..<end]), !isBeginning else { continue }
      var found: [UInt8]?
      if mayJoin, let next = tokens[(place + 1)...].first(where: { $0.start >= token.end }),
        let joined = try joined(token, next, bytes, session)
      {
        (found, end) = (joined, Int(next.end))
      } else if end - Int(token.start) >= Self.leastLength,
        try isUnknown(token, tokens, session)
      {
        unknownCount += 1
        found = try replacement(for: bytes[Int(token.start)..<end].map { $0 | 0x20 }, session)
      }
      guard let found else { continue }
      corrections.append(
        Correction(
          word: String(decoding: bytes[Int(token.start)..<end], as: UTF8.self),
          replacement: String(decoding: found, as: UTF8.self)))
      output += bytes[copied..<Int(token.start)] + found
      copied = end
    }
    guard !corrections.isEmpty else { return nil }
    output += bytes[copied...]
    return (String(decoding: output, as: UTF8.self), corrections)
  }

  /// Whether there is a term that no question has, or two beside each other that are one elsewhere.
  /// Cost: a look-up for each term, and of short queries one for each two.
  private func mayNeedCorrection(
    _ query: Query, _ mayJoin: Bool
  ) throws(IndexError) -> Bool {
    let words = query.terms.map(\.text) + query.phrases.flatMap { $0.words.map(\.text) }
    for word in words where try snapshot.documentFrequency(of: word) == 0 { return true }
    guard mayJoin else { return false }
    for (one, other) in zip(words, words.dropFirst())
    where one.utf8.count >= Self.leastPart && other.utf8.count >= Self.leastPart {
      if try snapshot.documentFrequency(of: one + other) >= Self.leastFrequency { return true }
    }
    return false
  }

  /// Two words that questions write as one, and never as two: "dead lock".
  private func joined(
    _ one: Token, _ other: Token, _ bytes: [UInt8], _ session: AnalysisSession
  ) throws(IndexError) -> [UInt8]? {
    let words = [one, other].map { bytes[Int($0.start)..<Int($0.end)] }
    guard other.start == one.end + 1, [0x20, 0x2D].contains(bytes[Int(one.end)]),
      words.allSatisfy({ $0.count >= Self.leastPart && Self.isWord($0) })
    else { return nil }
    let whole = words.flatMap { $0.map { $0 | 0x20 } }
    var tokens: [Token] = []
    session.analyze(String(decoding: whole, as: UTF8.self), into: &tokens)
    guard tokens.count == 1, let term = tokens.first.map({ session.term($0.term) }),
      try snapshot.documentFrequency(of: term) >= Self.leastFrequency, try isWord(whole, term)
    else { return nil }
    session.analyze(bytes[Int(one.start)..<Int(other.end)].asText, into: &tokens)
    guard let phrase = Query.Phrase(tokens, of: session, slop: 0) else { return nil }
    let apart = try snapshot.search(
      Query(phrases: [phrase]), model: .bm25(BM25()), limit: 1, countsMatches: false)
    return apart.hits.isEmpty ? whole : nil
  }

  /// A word of letters alone, in one case but for the first letter: names and code are none.
  private static func isWord(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= mostLength
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
    let neighbors = SpellingNeighbors(word)
    let near = try neighbors.terms(in: snapshot)
    for candidate in neighbors.words(beginningWith: near.beginnings) {
      session.analyze(String(decoding: candidate, as: UTF8.self), into: &tokens)
      guard tokens.count == 1, let term = tokens.first?.term,
        !neighbors.isCommon(candidate) || near.terms.contains(session.term(term))
      else { continue }
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
    if let parts = try parts(of: word, session) { return parts }
    return near.hasLonger ? try whole(of: word) : nil
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
      if Self.words(of: try snapshot.entry(hit.document)).contains(where: { $0.elementsEqual(word) }
      ) {
        return true
      }
    }
    return false
  }

  /// The words of letters a to z in an entry, in lower case.
  private static func words(of entry: Entry) -> [ArraySlice<UInt8>] {
    EntryField.allCases.flatMap { field in
      field.text(of: entry).utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        .split { !(0x61...0x7A).contains($0) }
    }
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

  /// The word that begins so and that most of some questions have: "async" is "asynchronous".
  private func whole(of beginning: [UInt8]) throws(IndexError) -> [UInt8]? {
    let found = try snapshot.search(
      Query(prefixes: [.init(String(decoding: beginning, as: UTF8.self))]),
      model: .bm25(BM25()), limit: Self.mostDocuments, countsMatches: false)
    guard found.hits.count >= Self.leastFrequency else { return nil }
    var counts: [[UInt8]: Int] = [:]
    for hit in found.hits {
      let words = Self.words(of: try snapshot.entry(hit.document))
      for word in Set(words) where word.starts(with: beginning) {
        counts[Array(word), default: 0] += 1
      }
    }
    // Of equal ones the shortest, then the first by its letters.
    let best = counts.min {
      (-$0.value, $0.key.count, $0.key.asText) < (-$1.value, $1.key.count, $1.key.asText)
    }
    return best?.key
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
}

extension Sequence<UInt8> {
  fileprivate var asText: String { String(decoding: Array(self), as: UTF8.self) }
}
