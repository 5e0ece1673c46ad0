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

extension Searcher {
  /// The terms of a text, with those that a ranking looks for in place of what no question has.
  package func query(_ text: String, for ranking: Ranking) throws(IndexError) -> Query {
    let query = query(text)
    guard ranking.correctsSpelling,
      let corrected = try SpellingCorrection(self).correct(text, of: query)
    else { return query }
    return self.query(corrected.text)
  }
}

/// Corrects words of queries by the index's own vocabulary: only what no question has, so that a
/// query is never touched whose words are known and do not stand apart ("dead lock") where all
/// questions write them as one.
///
/// A word that no question has gives way to what ``WordReplacement`` finds; two words that
/// questions write as one are joined.
struct SpellingCorrection {
  private let searcher: Searcher
  private var snapshot: Snapshot { searcher.snapshot }

  /// - Parameter searcher: what searches for the query afterwards: it remembers the words.
  init(_ searcher: Searcher) {
    self.searcher = searcher
  }

  /// Shorter words have too many neighbors.
  private static let leastLength = 5
  private static let mostLength = 30
  /// Two words stand in one, or one in two, where so many questions write them so: what one
  /// question alone has may be a slip of its own.
  static let leastFrequency = 2
  /// Parts of words are no shorter.
  static let leastPart = 3
  /// Of a long text the words of the beginning are looked at.
  private static let mostTokens = 200
  /// So many unknown words are looked for, the first ones: a text with more of them is in another
  /// language or about something else.
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
    // In quotes words stand apart as they are meant; what no question has is corrected there, too.
    let mayJoin = query.phrases.isEmpty && query.terms.count <= Self.mostJoined
    let hasUnknown = try !searcher.hasAllWords(of: query)
    let hasParts = mayJoin ? try self.hasParts(query) : false
    guard hasUnknown || hasParts else { return nil }
    let words = WordReplacement(searcher)
    var tokens: [Token] = []
    words.session.analyze(text, into: &tokens)
    tokens = Array(tokens.prefix(Self.mostTokens))
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
        try mayBeOne(
          token, next, hasParts, isHyphenated: bytes[Int(token.end)] == 0x2D, tokens,
          words.session),
        let joined = try joined(token, next, bytes, words)
      {
        (found, end) = (joined, Int(next.end))
      } else if hasUnknown, end - Int(token.start) >= Self.leastLength,
        // What says little ("understand") is no slip, and nothing that has to be found.
        !CommonWords.contains(words.session.term(token.term)),
        try isUnknown(token, tokens, words.session)
      {
        unknownCount += 1
        found = try words.replacement(for: bytes[Int(token.start)..<end].map { $0 | 0x20 })
      }
      guard let found else { continue }
      corrections.append(
        Correction(word: bytes[Int(token.start)..<end].asText, replacement: found.asText))
      output += bytes[copied..<Int(token.start)] + found
      copied = end
    }
    guard !corrections.isEmpty else { return nil }
    output += bytes[copied...]
    return (output.asText, corrections)
  }

  /// Whether two terms that stand beside each other are one elsewhere. Cost: a look-up for each
  /// two.
  private func hasParts(_ query: Query) throws(IndexError) -> Bool {
    for (one, other) in zip(query.terms, query.terms.dropFirst())
    where Self.mayBePart(one) && Self.mayBePart(other) {
      // Within a longer word the first part is not stemmed.
      guard one.form == WrittenForm(of: one.text) else { continue }
      if try snapshot.documentFrequency(of: one.text + other.text) >= Self.leastFrequency {
        return true
      }
    }
    return false
  }

  private static func mayBePart(_ term: Query.Term) -> Bool {
    term.text.utf8.count >= leastPart && !term.isFunctionWord
  }

  /// Whether two words behind each other may be one elsewhere: terms are, one of them is unknown,
  /// or they are joined already, by a hyphen.
  private func mayBeOne(
    _ one: Token, _ other: Token, _ hasParts: Bool, isHyphenated: Bool, _ tokens: [Token],
    _ session: AnalysisSession
  ) throws(IndexError) -> Bool {
    if hasParts || isHyphenated { return true }
    if try isUnknown(one, tokens, session) { return true }
    return try isUnknown(other, tokens, session)
  }

  /// Two words that questions write as one, and never as two: "dead lock".
  private func joined(
    _ one: Token, _ other: Token, _ bytes: [UInt8], _ replacement: WordReplacement
  ) throws(IndexError) -> [UInt8]? {
    let words = [one, other].map { bytes[Int($0.start)..<Int($0.end)] }
    guard other.start == one.end + 1, [0x20, 0x2D].contains(bytes[Int(one.end)]),
      words.allSatisfy({ $0.count >= Self.leastPart && Self.isWord($0) })
    else { return nil }
    let whole = words.flatMap { $0.map { $0 | 0x20 } }
    guard let term = replacement.stem(whole),
      try snapshot.documentFrequency(of: term.asText) >= Self.leastFrequency,
      try replacement.isWord(whole, of: term)
    else { return nil }
    var tokens: [Token] = []
    replacement.session.analyze(bytes[Int(one.start)..<Int(other.end)].asText, into: &tokens)
    guard let phrase = Query.Phrase(tokens, of: replacement.session, slop: 0) else { return nil }
    return try snapshot.hasPhrase(phrase) ? nil : whole
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
      if try searcher.documentFrequency(of: session.term(other.term)) > 0 { return false }
    }
    return true
  }
}
