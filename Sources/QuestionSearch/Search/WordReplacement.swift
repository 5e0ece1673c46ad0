import IndexStorage
import InvertedIndex
import TextAnalysis

/// Finds the word that stands in questions in place of one that none has.
///
/// The index has stems, and a replacement is a whole word. So stems are looked for with which a
/// word at a distance of one slip can begin, and in questions that have them such a word
/// (``OneSlip``). Of several stems the most frequent one that has a word is taken, those with the
/// word's first two letters before others; if there is none, two words that were written as one, or
/// the word of which it is the beginning. Cost: a walk through the terms with the word's first
/// letter, and the texts of a few questions.
struct WordReplacement {
  let snapshot: Snapshot
  let session: AnalysisSession
  private let reading = Reading()

  init(_ searcher: Searcher) {
    snapshot = searcher.snapshot
    session = searcher.session
  }

  /// How much may still be read: no bank makes a query slow.
  private final class Reading {
    /// Bytes of questions, for all words of a query.
    var rest = 1 << 20
  }

  /// What a word that no question has is taken for; nil where nothing is like it.
  ///
  /// - Parameter word: five letters a to z or more.
  func replacement(for word: [UInt8]) throws(IndexError) -> [UInt8]? {
    let slip = OneSlip(word)
    if let found = try neighbor(of: slip, beginningWith: Array(word.prefix(2))) {
      return found
    }
    for letters in [[word[0]], [word[1], word[0]]] {
      if let found = try neighbor(of: slip, beginningWith: letters) { return found }
    }
    if let parts = try parts(of: word) { return parts }
    return try whole(of: word)
  }

  /// Of so many of the most frequent stems near a word it is asked whether a word comes to them, of
  /// so many the texts are read, and so many texts of each.
  private static let mostStems = 256
  private static let mostRead = 16
  private static let mostDocuments = 50
  /// The longest ending that a stem of so many letters lacks: "organ" of "organizations".
  private static func longestEnding(_ count: Int) -> Int { min(count + 3, 8) }

  /// A word one slip away whose stem begins with some letters.
  private func neighbor(
    of slip: OneSlip, beginningWith letters: [UInt8]
  ) throws(IndexError) -> [UInt8]? {
    var near: [[UInt8]: Int] = [:]
    try snapshot.forEachTerm(beginningWith: letters) { term in
      // With the same two letters it was looked at before.
      guard term.count <= slip.word.count + 1,
        term.count + Self.longestEnding(term.count) >= slip.word.count,
        letters.count > 1 || term.dropFirst().first != slip.word[1]
      else { return false }
      return slip.mayBegin(UnsafeRawBufferPointer(rebasing: Self.beginning(of: term)))
    } _: { term, frequency in
      near[term, default: 0] += frequency
    }
    var readCount = 0
    for term in Self.mostFrequent(near).prefix(Self.mostStems) {
      let words = slip.words(beginningWith: Self.beginning(of: term)).filter { stem($0) == term }
      for word in words where try isWord(word, of: term) { return word }
      guard slip.word.starts(with: Self.beginning(of: term)), readCount < Self.mostRead
      else { continue }
      readCount += 1
      if let word = try word(of: term, slip) { return word }
    }
    return nil
  }

  /// The terms that enough questions have, the most frequent first, of equal ones by their bytes.
  private static func mostFrequent(_ terms: [[UInt8]: Int]) -> [[UInt8]] {
    terms.filter { $0.value >= SpellingCorrection.leastFrequency }
      .sorted { one, other in
        one.value != other.value
          ? one.value > other.value : one.key.lexicographicallyPrecedes(other.key)
      }
      .map(\.key)
  }

  /// With what a word begins that has a term for its stem: of longer ones the last letter may be
  /// another than the word's ("happi").
  private static func beginning<Term: RandomAccessCollection<UInt8>>(
    of term: Term
  ) -> Term.SubSequence {
    term.count > 3 ? term.dropLast() : term[...]
  }

  /// The term that a word comes to, if it is one.
  func stem(_ word: [UInt8]) -> [UInt8]? {
    var tokens: [Token] = []
    session.analyze(word.asText, into: &tokens)
    guard tokens.count == 1, let token = tokens.first else { return nil }
    return session.withTermBytes(token.term) { Array($0) }
  }

  /// A word that is a slip away behind the beginning of a stem: the likeliest of the first question
  /// that has one.
  private func word(
    of term: [UInt8], _ slip: OneSlip
  ) throws(IndexError) -> [UInt8]? {
    for document in try snapshot.documents(having: term.asText, limit: Self.mostDocuments) {
      var words: Set<[UInt8]> = []
      try forEachWord(beginningWith: Self.beginning(of: term), in: document) { word in
        if slip.kind(of: word) != nil { words.insert(word) }
        return true
      }
      let likely = words.compactMap { word in slip.kind(of: word).map { (kind: $0, word: word) } }
        .sorted { one, other in
          one.kind != other.kind
            ? one.kind < other.kind : one.word.lexicographicallyPrecedes(other.word)
        }
      for (_, word) in likely where stem(word) == term { return word }
    }
    return nil
  }

  /// Whether a word itself stands in some of the questions that have its stem: "eventeal" has that
  /// of "events", and is none.
  func isWord(_ word: [UInt8], of term: [UInt8]) throws(IndexError) -> Bool {
    for document in try snapshot.documents(having: term.asText, limit: Self.mostDocuments) {
      var isFound = false
      try forEachWord(beginningWith: word[...], in: document) { other in
        isFound = other == word
        return !isFound
      }
      if isFound { return true }
    }
    return false
  }

  /// Calls `body` with each word of letters a to z, in lower case, that begins so in a question,
  /// until it says that it has enough or enough was read.
  private func forEachWord(
    beginningWith beginning: ArraySlice<UInt8>, in document: DocumentID, _ body: ([UInt8]) -> Bool
  ) throws(IndexError) {
    guard reading.rest > 0 else { return }
    try snapshot.withStored(of: document) { reader throws(StorageError) in
      var isEnough = false
      try StoredEntry.forEachText(&reader) { text in
        guard !isEnough, reading.rest > 0 else { return }
        let text = UnsafeRawBufferPointer(rebasing: text.prefix(reading.rest))
        reading.rest -= text.count
        isEnough = !text.forEachWord(beginningWith: beginning, body)
      }
    }
  }

  /// Two known words that stand together in one.
  private func parts(of word: [UInt8]) throws(IndexError) -> [UInt8]? {
    var best: (word: [UInt8], frequency: Int)?
    guard word.count >= 2 * SpellingCorrection.leastPart else { return nil }
    for place in SpellingCorrection.leastPart...word.count - SpellingCorrection.leastPart {
      let first = try frequency(of: word[..<place])
      guard first >= SpellingCorrection.leastFrequency else { continue }
      let least = min(first, try frequency(of: word[place...]))
      if least >= SpellingCorrection.leastFrequency, least > best?.frequency ?? 0 {
        best = (word[..<place] + [0x20] + word[place...], least)
      }
    }
    return best?.word
  }

  /// The word that begins so and that most of some questions have: "async" is "asynchronous".
  private func whole(of beginning: [UInt8]) throws(IndexError) -> [UInt8]? {
    var terms: [[UInt8]: Int] = [:]
    try snapshot.forEachTerm(beginningWith: beginning) { _ in
      true
    } _: { term, frequency in
      terms[term, default: 0] += frequency
    }
    guard let term = Self.mostFrequent(terms).first else { return nil }
    var counts: [[UInt8]: Int] = [:]
    for document in try snapshot.documents(having: term.asText, limit: Self.mostDocuments) {
      var words: Set<[UInt8]> = []
      try forEachWord(beginningWith: beginning[...], in: document) { word in
        words.insert(word)
        return true
      }
      for word in words where word.count > beginning.count { counts[word, default: 0] += 1 }
    }
    return counts.filter { stem($0.key) == term }.min { one, other in
      // Of equal ones the shortest, then the first by its letters.
      if one.value != other.value { return one.value > other.value }
      return one.key.count != other.key.count
        ? one.key.count < other.key.count : one.key.lexicographicallyPrecedes(other.key)
    }?.key
  }

  /// How many questions have a word.
  private func frequency(
    of word: ArraySlice<UInt8>
  ) throws(IndexError) -> Int {
    guard let term = stem(Array(word)) else { return 0 }
    return try snapshot.documentFrequency(of: term.asText)
  }
}

extension Sequence<UInt8> {
  var asText: String { String(decoding: Array(self), as: UTF8.self) }
}
