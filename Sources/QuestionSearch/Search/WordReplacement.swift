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
  /// The longest ending that a stem of so many letters lacks: "organ" of "organizations", "go" of
  /// "going".
  private static func longestEnding(_ count: Int) -> Int { count < 3 ? 3 : min(count + 3, 8) }

  /// A word one slip away whose stem begins with some letters.
  private func neighbor(
    of slip: OneSlip, beginningWith letters: [UInt8]
  ) throws(IndexError) -> [UInt8]? {
    let terms = try terms(beginningWith: letters)
    var places = [terms.places(beginningWith: letters)]
    if letters.count == 1 {
      // With the same two letters they were looked at before.
      let known = terms.places(beginningWith: [letters[0], slip.word[1]])
      places = [0..<known.lowerBound, known.upperBound..<terms.count]
    }
    var near: [Int] = []
    for range in places {
      terms.forEach(in: range) { place, term in
        guard term.count <= slip.word.count + 1,
          term.count + Self.longestEnding(term.count) >= slip.word.count,
          slip.mayBegin(UnsafeRawBufferPointer(rebasing: Self.beginning(of: term)))
        else { return }
        near.append(place)
      }
    }
    // The most frequent first; of equal ones the first by their bytes.
    near.sort { one, other in
      let (first, second) = (terms.documentFrequency(one), terms.documentFrequency(other))
      return first != second ? first > second : one < other
    }
    var readCount = 0
    for place in near.prefix(Self.mostStems) {
      let term = Array(terms.term(place))
      let isBeginning = slip.word.starts(with: Self.beginning(of: term))
      let words = slip.words(beginningWith: isBeginning ? term[...] : Self.beginning(of: term))
      for word in words where stem(word) == term {
        if try isWord(word, of: term) { return word }
      }
      // Behind the stem the word may go on in any way.
      guard isBeginning, readCount < Self.mostRead,
        slip.word.starts(with: term) || term.last.map(Self.changedEndings.contains) == true
      else { continue }
      readCount += 1
      if let word = try word(of: term, slip) { return word }
    }
    return nil
  }

  /// Terms among which those are that begin with some letters: all of the first letter, or where
  /// these are too many for memory, those of the first two; of one letter none then.
  private func terms(beginningWith letters: [UInt8]) throws(IndexError) -> TermList {
    let terms = try snapshot.terms(beginningWith: [letters[0]])
    guard terms.isTooLarge, letters.count > 1 else { return terms }
    return try snapshot.terms(beginningWith: Array(letters.prefix(2)))
  }

  /// The last letters of stems in whose place words may have others: "happi", "possibl".
  private static let changedEndings = Array("eily".utf8)

  /// With what a word begins that has a term for its stem: of longer ones the last letter may be
  /// another than the word's.
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
    // A slip takes a letter or brings one.
    let lengths = slip.word.count - 1...slip.word.count + 1
    for document in try snapshot.documents(having: term.asText, limit: Self.mostDocuments) {
      var words: Set<[UInt8]> = []
      let beginning = Self.beginning(of: term)
      try forEachWord(beginningWith: beginning, lengths: lengths, in: document) { word in
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
      try forEachWord(
        beginningWith: word[...], lengths: word.count...word.count, in: document
      ) { other in
        isFound = other == word
        return !isFound
      }
      if isFound { return true }
    }
    return false
  }

  /// Calls `body` with each word of letters a to z, in lower case, that begins so in a question
  /// and has so many letters,
  /// until it says that it has enough or enough was read.
  private func forEachWord(
    beginningWith beginning: ArraySlice<UInt8>, lengths: ClosedRange<Int>,
    in document: DocumentID, _ body: ([UInt8]) -> Bool
  ) throws(IndexError) {
    guard reading.rest > 0 else { return }
    try snapshot.withStored(of: document) { reader throws(StorageError) in
      var isEnough = false
      try StoredEntry.forEachText(&reader) { text in
        guard !isEnough, reading.rest > 0 else { return }
        let text = UnsafeRawBufferPointer(rebasing: text.prefix(reading.rest))
        reading.rest -= text.count
        isEnough = !text.forEachWord(beginningWith: beginning, lengths: lengths, body)
      }
    }
  }

  /// Two known words that stand together in one, neither a function word: "somehow" is not looked
  /// for as "some how".
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
    let terms = try terms(beginningWith: beginning)
    // Of equal ones the first by its bytes.
    let best = terms.places(beginningWith: beginning)
      .max { terms.documentFrequency($0) < terms.documentFrequency($1) }
    guard let term = best.map({ Array(terms.term($0)) }) else { return nil }
    var counts: [[UInt8]: Int] = [:]
    for document in try snapshot.documents(having: term.asText, limit: Self.mostDocuments) {
      var words: Set<[UInt8]> = []
      try forEachWord(
        beginningWith: beginning[...], lengths: beginning.count + 1...Int.max, in: document
      ) { word in
        words.insert(word)
        return true
      }
      for word in words { counts[word, default: 0] += 1 }
    }
    return counts.filter { stem($0.key) == term }.min { one, other in
      // Of equal ones the shortest, then the first by its letters.
      if one.value != other.value { return one.value > other.value }
      return one.key.count != other.key.count
        ? one.key.count < other.key.count : one.key.lexicographicallyPrecedes(other.key)
    }?.key
  }

  /// How many questions have a word; 0 for a function word.
  private func frequency(
    of word: ArraySlice<UInt8>
  ) throws(IndexError) -> Int {
    guard let term = stem(Array(word))?.asText, !FunctionWords.contains(term) else { return 0 }
    return try snapshot.documentFrequency(of: term)
  }
}

extension Sequence<UInt8> {
  var asText: String { String(decoding: Array(self), as: UTF8.self) }
}
