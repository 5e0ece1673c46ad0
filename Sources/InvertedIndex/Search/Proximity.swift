import IndexStorage
import TextAnalysis

/// What documents gain where words that stand beside each other in the query stand near each other.
///
/// Neighbors are words behind each other in the query, each where it stands first; function words
/// and words that no document has are passed over. For neighbors `a` and `b`:
///
///     weight · (idf(a) + idf(b)) · near / (near + K)
///
/// where `near` sums, over the places of `a` in all fields, one over the square of the distance to
/// the nearest `b` on either side, up to eight words away, and `K` is BM25's length normalization.
/// Rasolofo and Savoy 2003 ("Term Proximity Scoring for Keyword-Based Retrieval Systems"), and
/// Büttcher, Clarke and Lushman 2006, for neighbors alone.
struct Proximity {
  private struct Pair {
    /// Numbers of `words`.
    let one: Int
    let other: Int
    let weight: Double
  }

  /// So many of the best documents by words are looked at; more of them change nothing that can be
  /// measured (`Eval/reports/ranking.md`).
  private static let candidates = 10
  /// Farther away a word says nothing of the other.
  private static let reach = 8
  /// Of a long query the first words are looked at: there is a list of postings for each.
  private static let mostWords = 16

  /// The words' numbers in the query's terms.
  private var words: [Int] = []
  private var pairs: [Pair] = []
  private let terms: QueryTerms
  private let list: SegmentList
  private let buffers: [PostingsBuffer]

  /// Nil where the query has no two words beside each other that documents have.
  ///
  /// - Parameter buffers: memory that nothing else uses meanwhile.
  init?(_ terms: QueryTerms, in list: SegmentList, weight: Double, buffers: [PostingsBuffer]) {
    (self.terms, self.list, self.buffers) = (terms, list, buffers)
    guard weight > 0, terms.order.count > 1 else { return nil }
    var idfs: [Double] = []
    // The words of phrases come behind the query's terms; documents have them in their places.
    for (number, word) in terms.terms.prefix(terms.order.count).enumerated()
    where words.count < Self.mostWords && !word.term.isFunctionWord {
      words.append(number)
      idfs.append(
        word.term.boost
          * BM25.idf(
            documentFrequency: word.documentFrequency,
            documentCount: list.statistics.documentCount))
    }
    for (number, (idf, next)) in zip(idfs, idfs.dropFirst()).enumerated() where idf + next > 0 {
      pairs.append(Pair(one: number, other: number + 1, weight: weight * (idf + next)))
    }
    guard !pairs.isEmpty else { return nil }
  }

  /// Adds what each of the first of some documents gains.
  ///
  /// Cost: a walk through the words' postings as far as these documents, and the positions of
  /// neighbors in those that have both.
  func add(to gains: inout [Double], of documents: [DocumentID]) throws(StorageError) {
    // Postings are walked forwards: documents, and behind each its place.
    var order = documents.prefix(Self.candidates).enumerated().map {
      UInt64($1.rawValue) << 32 | UInt64($0)
    }[...]
    order.sort()
    for (place, segment) in list.segments.enumerated() {
      let own = order.prefix { Int($0 >> 32) < segment.end }
      order = order.dropFirst(own.count)
      guard !own.isEmpty, let walk = try Walk(self, place, segment) else { continue }
      for key in own {
        gains[Int(UInt32(truncatingIfNeeded: key))] += try walk.gain(
          of: Int(key >> 32) - segment.base)
      }
    }
  }

  /// The words' postings in one segment.
  private struct Walk {
    /// Pairs that the segment has; words are numbers of `terms`.
    private var pairs: [Pair] = []
    private let terms: ConjunctionTerms
    private let lengths: FieldLengths
    private let averageLength: Double
    private let fieldCount: Int
    private let termCount: Int

    /// Nil where the segment has no pair.
    init?(
      _ proximity: Proximity, _ place: Int, _ segment: LiveSegment
    ) throws(StorageError) {
      var entries: [TermEntry] = []
      var numbers: [Int?] = []
      var buffers: [PostingsBuffer] = []
      for word in proximity.words {
        let entry = proximity.terms.entry(word, place)
        numbers.append(entry == nil ? nil : entries.count)
        guard let entry else { continue }
        entries.append(entry)
        // The one in which the search has left the word's postings, if they are few.
        let index = proximity.terms.order.firstIndex(of: word) ?? .max
        buffers.append(
          index < proximity.buffers.count
            ? proximity.buffers[index]
            : PostingsBuffer(fieldCount: proximity.list.statistics.fields.count))
      }
      for pair in proximity.pairs {
        guard let one = numbers[pair.one], let other = numbers[pair.other] else { continue }
        pairs.append(Pair(one: one, other: other, weight: pair.weight))
      }
      guard !pairs.isEmpty else { return nil }
      terms = try ConjunctionTerms(entries, of: segment.reader, in: buffers)
      lengths = try segment.reader.fieldLengths()
      averageLength = proximity.list.statistics.averageLength
      fieldCount = proximity.list.statistics.fields.count
      termCount = entries.count
    }

    /// What a document gains; documents come in ascending order.
    func gain(of document: Int) throws(StorageError) -> Double {
      // Bits of the terms that the document has, and of those whose positions are at hand.
      var (present, loaded): (UInt32, UInt32) = (0, 0)
      for term in 0..<termCount
      where try terms.base[term].seek(UInt32(document)) == UInt32(document) {
        present |= 1 << UInt32(term)
      }
      guard present & (present &- 1) != 0 else { return 0 }
      var gain = 0.0
      for pair in pairs {
        let both: UInt32 = 1 << UInt32(pair.one) | 1 << UInt32(pair.other)
        guard present & both == both else { continue }
        for term in [pair.one, pair.other] where loaded >> UInt32(term) & 1 == 0 {
          try terms.base[term].loadFrequencies()
          try terms.base[term].loadPositions()
          loaded |= 1 << UInt32(term)
        }
        var near = 0.0
        for field in 0..<fieldCount {
          near += Proximity.nearness(
            terms.base[pair.one].positions(field), terms.base[pair.other].positions(field))
        }
        guard near > 0 else { continue }
        let bm25 = BM25()
        let length = Double(lengths.total(document: document)) / averageLength
        gain += pair.weight * near / (near + bm25.k1 * (1 - bm25.b + bm25.b * length))
      }
      return gain
    }
  }

  /// The sum, over some places of a word in a field, of one over the square of the distance to the
  /// nearest place of another. What stands in the same place is one word in two forms, and not
  /// near it.
  private static func nearness(
    _ places: UnsafeBufferPointer<UInt32>, _ others: UnsafeBufferPointer<UInt32>
  ) -> Double {
    var sum = 0.0
    var next = 0
    for place in places {
      while next < others.count, others[next] < place { next += 1 }
      var distance = Int.max
      if next > 0 { distance = Int(place - others[next - 1]) }
      if next < others.count {
        guard others[next] > place else { continue }
        distance = min(distance, Int(others[next] - place))
      }
      if distance <= reach { sum += 1 / Double(distance * distance) }
    }
    return sum
  }
}
