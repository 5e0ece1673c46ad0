import TextAnalysis

extension Query {
  /// Words that every document which matches has in this order, in one field.
  ///
  /// **Match.** A choice of one position for each word, different ones for words of the same term.
  /// A word's displacement is its position less its place in the phrase. Displacements of a match
  /// differ by `slop` at the most: with 0 the words stand as in the phrase, with 1 there may be a
  /// word between two of them, with 2 two neighbors may have changed places. **Phrase frequency**
  /// in a field: the greatest number of matches whose ranges of displacements do not overlap; with
  /// slop 0 that is how often the phrase stands there.
  ///
  /// **Score.** The phrase counts as one term with that frequency whose idf is the sum of its
  /// words', as in Lucene. (In models whose document part differs from term to term it is the sum
  /// of the parts that its words would have with that frequency.)
  public struct Phrase: Sendable, Hashable {
    /// A term and its place.
    public struct Word: Sendable, Hashable {
      /// A term of the index, as its analyzer makes them.
      public var text: String
      /// How many positions it stands behind the beginning of the phrase.
      public var place: Int

      /// A word of a phrase, at a place from 0.
      public init(_ text: String, place: Int) {
        precondition((0...Self.lastPlace).contains(place), "a place is a number from 0 to 2^31")
        self.text = text
        self.place = place
      }

      static let lastPlace = 1 << 31
    }

    /// The words in order of their places; at least one.
    public let words: [Word]
    /// How much displacements may differ.
    public let slop: Int
    /// A factor on the phrase's part of every score.
    public var boost: Double

    /// A phrase of words; one that is given twice for the same place counts once.
    ///
    /// - Parameter slop: zero or more; what is above 2^31 is taken as that.
    public init(words: [Word], slop: Int = 0, boost: Double = 1) {
      precondition(!words.isEmpty, "a phrase has words")
      precondition(slop >= 0, "a slop is a number, zero or more")
      precondition(boost.isFinite && boost >= 0, "a boost is a finite number, zero or more")
      var known: Set<Word> = []
      let kept = words.filter { known.insert($0).inserted }
      self.words = kept.sorted { $0.place < $1.place }
      self.slop = min(slop, Word.lastPlace)
      self.boost = boost
    }

    /// Terms that follow each other, at least one.
    public init(_ terms: [String], slop: Int = 0, boost: Double = 1) {
      self.init(
        words: terms.enumerated().map { Word($1, place: $0) }, slop: slop, boost: boost)
    }

    /// The phrase that tokens of `session` are; nil where there are none.
    ///
    /// Of several terms at one position the one that says most is asked for: of a word and the word
    /// with its sign (`c`, `c++`) the longer one; of a compound and its parts (`kmean` beside `k`,
    /// `mean`) the parts, as other spellings of it have them at the same positions.
    public init?(_ tokens: [Token], of session: AnalysisSession, slop: Int = 0) {
      guard let first = tokens.first else { return nil }
      var words: [Word] = []
      var index = 0
      while index < tokens.count {
        let position = tokens[index].position
        let end = tokens[index...].firstIndex { $0.position != position } ?? tokens.count
        let next = end < tokens.count ? tokens[end].start : .max
        var best = tokens[index]
        for token in tokens[index..<end].dropFirst() {
          let isPart = token.end <= next
          if (best.end <= next) != isPart {
            if isPart { best = token }
          } else if token.end - token.start > best.end - best.start {
            best = token
          }
        }
        words.append(
          Word(session.term(best.term), place: Int(position - first.position)))
        index = end
      }
      self.init(words: words, slop: slop)
    }
  }

  /// The beginning of a word: documents that have any term with these first bytes match. It adds
  /// its boost to a document's score, however many such terms the document has and however often.
  public struct Prefix: Sendable, Hashable {
    /// What terms of the index begin with, as its analyzer makes them.
    public var text: String
    /// What a document that has such a term gets.
    public var boost: Double

    /// The beginning of a term.
    public init(_ text: String, boost: Double = 1) {
      precondition(boost.isFinite && boost >= 0, "a boost is a finite number, zero or more")
      self.text = text
      self.boost = boost
    }
  }
}
