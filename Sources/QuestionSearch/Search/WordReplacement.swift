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

  /// Of so many terms words are looked for, and in so many of their documents.
  private static let mostCandidates = 8
  private static let mostDocuments = 50
  /// The longest ending that a stem of so many letters lacks: "organ" of "organizations".
  private static func longestEnding(_ count: Int) -> Int { min(count + 2, 8) }

  /// A word one slip away whose stem begins with some letters.
  private func neighbor(
    of slip: OneSlip, beginningWith letters: [UInt8]
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
    let found = near.filter { $0.value.frequency >= SpellingCorrection.leastFrequency }.sorted {
      (-$0.value.frequency, $0.key.asText) < (-$1.value.frequency, $1.key.asText)
    }
    for (term, (_, words)) in found.prefix(Self.mostCandidates) {
      if words.isEmpty {
        if let word = try word(of: term, slip) { return word }
      }
      for word in words where stem(word) == term {
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
      var words: [(kind: OneSlip.Kind, word: [UInt8])] = []
      try forEachWord(beginningWith: Self.beginning(of: term), in: document) { word in
        if let kind = slip.kind(of: word) { words.append((kind, word)) }
      }
      words.sort { ($0.kind, $0.word.asText) < ($1.kind, $1.word.asText) }
      for (_, word) in words where stem(word) == term { return word }
    }
    return nil
  }

  /// Whether a word itself stands in some of the questions that have its stem: "eventeal" has that
  /// of "events", and is none.
  func isWord(_ word: [UInt8], of term: [UInt8]) throws(IndexError) -> Bool {
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
    try snapshot.forEachTerm(beginningWith: beginning) { terms[$0, default: 0] += $1 }
    let term = terms.filter { $0.value >= SpellingCorrection.leastFrequency }.min {
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
