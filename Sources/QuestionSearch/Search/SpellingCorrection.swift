import IndexStorage
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
/// The index has stems, and a correction is a whole word. So stems are looked for with which a word
/// at a distance of one slip can begin, and in questions that have them such a word
/// (``OneSlip``). Of several stems the most frequent one that has a word is taken, those with the
/// word's first two letters before others; if there is none, two words that were written as one, or
/// the word of which it is the beginning. Two words that questions write as one are joined. Cost
/// for an unknown word: a walk through the terms with its first letter, and the texts of a few
/// questions.
struct SpellingCorrection {
  private let searcher: Searcher
  private var snapshot: Snapshot { searcher.snapshot }

  /// - Parameter searcher: what searches for the query afterwards: it remembers the words.
  init(_ searcher: Searcher) { self.searcher = searcher }

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
    for term in query.terms where try searcher.documentFrequency(of: term.text) == 0 { return true }
    for phrase in query.phrases {
      for word in phrase.words where try searcher.documentFrequency(of: word.text) == 0 {
        return true
      }
    }
    guard mayJoin else { return false }
    for (one, other) in zip(query.terms, query.terms.dropFirst())
    where Self.mayBePart(one.text) && Self.mayBePart(other.text) {
      if try snapshot.documentFrequency(of: one.text + other.text) >= Self.leastFrequency {
        return true
      }
    }
    return false
  }

  private static func mayBePart(_ term: String) -> Bool {
    term.utf8.count >= leastPart && !FunctionWords.contains(term)
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
    guard let term = Self.stem(whole, session),
      try snapshot.documentFrequency(of: term.asText) >= Self.leastFrequency,
      try isWord(whole, of: term)
    else { return nil }
    var tokens: [Token] = []
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
    let slip = OneSlip(word)
    if let found = try neighbor(of: slip, beginningWith: Array(word.prefix(2)), session) {
      return found
    }
    for letters in [[word[0]], [word[1], word[0]]] {
      if let found = try neighbor(of: slip, beginningWith: letters, session) { return found }
    }
    if let parts = try parts(of: word, session) { return parts }
    return try whole(of: word)
  }

  /// Of so many terms words are looked for, and in so many of their documents.
  private static let mostCandidates = 8
  private static let mostDocuments = 50
  /// The longest ending that a stem of so many letters lacks: "organ" of "organizations".
  private static func longestEnding(_ count: Int) -> Int { min(count + 2, 8) }

  /// A word one slip away whose stem begins with some letters.
  private func neighbor(
    of slip: OneSlip, beginningWith letters: [UInt8], _ session: AnalysisSession
  ) throws(IndexError) -> [UInt8]? {
    var near: [[UInt8]: (frequency: Int, words: [[UInt8]])] = [:]
    try snapshot.forEachTerm(beginningWith: letters) { term, frequency in
      // With the same two letters it was looked at before.
      guard term.count <= slip.word.count + 1,
        term.count + Self.longestEnding(term.count) >= slip.word.count,
        letters.count > 1 || term.dropFirst().first != slip.word[1]
      else { return }
      let beginning = Self.beginning(of: term)
      let words = slip.words(beginningWith: beginning)
      guard !words.isEmpty || slip.word.starts(with: beginning) else { return }
      near[term, default: (0, words)].frequency += frequency
    }
    let found = near.filter { $0.value.frequency >= Self.leastFrequency }.sorted {
      (-$0.value.frequency, $0.key.asText) < (-$1.value.frequency, $1.key.asText)
    }
    for (term, (_, words)) in found.prefix(Self.mostCandidates) {
      if words.isEmpty {
        if let word = try word(of: term, slip, session) { return word }
      }
      for word in words where Self.stem(word, session) == term {
        if try isWord(word, of: term) { return word }
      }
    }
    return nil
  }

  /// With what a word begins that has a term for its stem: of longer ones the last letter may be
  /// another than the word's ("happi").
  private static func beginning(of term: [UInt8]) -> ArraySlice<UInt8> {
    term.count > 3 ? term.dropLast() : term[...]
  }

  /// The term that a word comes to, if it is one.
  private static func stem(_ word: [UInt8], _ session: AnalysisSession) -> [UInt8]? {
    var tokens: [Token] = []
    session.analyze(word.asText, into: &tokens)
    guard tokens.count == 1, let token = tokens.first else { return nil }
    return session.withTermBytes(token.term) { Array($0) }
  }

  /// A word that is a slip away behind the beginning of a stem: the likeliest of the first question
  /// that has one.
  private func word(
    of term: [UInt8], _ slip: OneSlip, _ session: AnalysisSession
  ) throws(IndexError) -> [UInt8]? {
    for document in try snapshot.documents(having: term.asText, limit: Self.mostDocuments) {
      var words: [(kind: OneSlip.Kind, word: [UInt8])] = []
      try forEachWord(beginningWith: Self.beginning(of: term), in: document) { word in
        if let kind = slip.kind(of: word) { words.append((kind, word)) }
      }
      words.sort { ($0.kind, $0.word.asText) < ($1.kind, $1.word.asText) }
      for (_, word) in words where Self.stem(word, session) == term { return word }
    }
    return nil
  }

  /// Whether a word itself stands in some of the questions that have its stem: "eventeal" has that
  /// of "events", and is none.
  private func isWord(_ word: [UInt8], of term: [UInt8]) throws(IndexError) -> Bool {
    for document in try snapshot.documents(having: term.asText, limit: Self.mostDocuments) {
      var isFound = false
      try forEachWord(beginningWith: word[...], in: document) { if $0 == word { isFound = true } }
      if isFound { return true }
    }
    return false
  }

  /// Calls `body` with each word of letters a to z, in lower case, that begins so in a question.
  private func forEachWord(
    beginningWith beginning: ArraySlice<UInt8>, in document: DocumentID, _ body: ([UInt8]) -> Void
  ) throws(IndexError) {
    try snapshot.withStored(of: document) { reader throws(StorageError) in
      try StoredEntry.forEachText(&reader) { text in
        text.forEachWord(beginningWith: beginning, body)
      }
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
    var terms: [[UInt8]: Int] = [:]
    try snapshot.forEachTerm(beginningWith: beginning) { terms[$0, default: 0] += $1 }
    let term = terms.filter { $0.value >= Self.leastFrequency }.min {
      (-$0.value, $0.key.asText) < (-$1.value, $1.key.asText)
    }?.key
    guard let term else { return nil }
    var counts: [[UInt8]: Int] = [:]
    for document in try snapshot.documents(having: term.asText, limit: Self.mostDocuments) {
      var words: Set<[UInt8]> = []
      try forEachWord(beginningWith: beginning[...], in: document) { words.insert($0) }
      for word in words where word.count > beginning.count { counts[word, default: 0] += 1 }
    }
    // Of equal ones the shortest, then the first by its letters.
    return counts.min {
      (-$0.value, $0.key.count, $0.key.asText) < (-$1.value, $1.key.count, $1.key.asText)
    }?.key
  }

  private static let leastPart = 3

  /// How many questions have a word.
  private func frequency(
    of word: ArraySlice<UInt8>, _ session: AnalysisSession
  ) throws(IndexError) -> Int {
    guard let term = Self.stem(Array(word), session) else { return 0 }
    return try snapshot.documentFrequency(of: term.asText)
  }
}

extension Sequence<UInt8> {
  fileprivate var asText: String { String(decoding: Array(self), as: UTF8.self) }
}
