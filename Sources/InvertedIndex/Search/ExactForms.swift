import IndexStorage
import TextAnalysis

/// What documents gain where their first field has a word as the query writes it, and not in
/// another form alone: "normalizing" before "normalized", which are one term.
///
/// For each such word `weight · idf`. Function words and words of phrases take no part.
struct ExactForms {
  /// So many of the best documents by words are looked at, as for ``Proximity``.
  static let candidates = Proximity.candidates
  /// Of a long query the first words are looked at.
  private static let mostWords = 16

  private var words: [(form: UInt16, gain: Double)] = []
  private let list: SegmentList

  /// Nil where the query says nothing of forms.
  init?(_ terms: QueryTerms, in list: SegmentList, weight: Double) {
    self.list = list
    guard weight > 0 else { return nil }
    for word in terms.terms.prefix(terms.order.count) where words.count < Self.mostWords {
      guard let form = word.term.form, !FunctionWords.contains(word.term.text) else { continue }
      let idf = BM25.idf(
        documentFrequency: word.documentFrequency, documentCount: list.statistics.documentCount)
      words.append((form.hash, weight * word.term.boost * idf))
    }
    guard !words.isEmpty else { return nil }
  }

  /// What a document gains. Cost: its list of forms, for each word.
  func gain(of document: DocumentID) throws(StorageError) -> Double {
    let (segment, number) = list.place(of: document)
    let forms = try segment.reader.forms(of: number)
    var gain = 0.0
    for word in words {
      for place in stride(from: 0, to: forms.count, by: 2)
      where UInt16(littleEndian: forms.loadUnaligned(fromByteOffset: place, as: UInt16.self))
        == word.form
      {
        gain += word.gain
      }
    }
    return gain
  }
}
