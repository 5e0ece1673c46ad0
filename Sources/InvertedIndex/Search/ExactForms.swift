import IndexStorage
import TextAnalysis

/// What documents gain where their first field with words has one as the query writes it, and not
/// in another form alone: "normalizing" before "normalized", which are one term.
///
/// For each such word `weight · idf`, in the best documents by words and those with the query's
/// text. Function words and words of phrases take no part.
struct ExactForms {
  /// So many of the best documents by words are looked at.
  static let candidates = 16
  /// Of a long query the first words are looked at.
  private static let mostWords = 16  // bits of `found`

  /// The forms of words, and what each is worth.
  private var forms: [UInt16] = []
  /// A bit for each form by its lower six: most forms of documents are none of these.
  private var filter: UInt64 = 0
  private var gains: [Double] = []
  private let segments: [LiveSegment]

  /// Nil where the query says nothing of forms.
  init?(_ terms: QueryTerms, in list: SegmentList, weight: Double) {
    segments = list.segments
    guard weight > 0 else { return nil }
    for word in terms.terms.prefix(terms.order.count) where gains.count < Self.mostWords {
      guard let form = word.term.form, !word.term.isFunctionWord else { continue }
      let idf = BM25.idf(
        documentFrequency: word.documentFrequency, documentCount: list.statistics.documentCount)
      forms.append(form.hash)
      filter |= 1 << UInt64(form.hash & 63)
      gains.append(weight * word.term.boost * idf)
    }
    guard !gains.isEmpty else { return nil }
  }

  /// What a document gains. Cost: its list of forms, for each word.
  func gain(of document: DocumentID) throws(StorageError) -> Double {
    var gains = [0.0]
    try add(to: &gains, of: [document])
    return gains[0]
  }

  /// Adds what each of some documents gains.
  func add(to sums: inout [Double], of documents: [DocumentID]) throws(StorageError) {
    for segment in segments {
      guard let reader = segment.reader.forms else { continue }
      for (place, document) in documents.enumerated() {
        let number = Int(document.rawValue) - segment.base
        guard number >= 0, number < segment.documentLimit else { continue }
        sums[place] += gain(of: try reader.list(of: number))
      }
    }
  }

  private func gain(of list: UnsafeRawBufferPointer) -> Double {
    var found: UInt16 = 0
    forms.withUnsafeBufferPointer { forms in
      for place in 0..<list.count / 2 {
        let form = FormReader.form(list, place)
        guard filter >> UInt64(form & 63) & 1 == 1 else { continue }
        for word in 0..<forms.count where forms[word] == form { found |= 1 << UInt16(word) }
      }
    }
    guard found != 0 else { return 0 }
    var gain = 0.0
    for word in gains.indices where found >> UInt16(word) & 1 == 1 { gain += gains[word] }
    return gain
  }
}

extension QueryTerms {
  /// What the best documents gain by how the query's words stand and are written in them, and those
  /// with the same text too.
  ///
  /// - Parameter buffers: memory that nothing else uses meanwhile.
  func wording(
    of best: [DocumentID], _ same: inout [SameText], in list: SegmentList, _ ranking: Ranking,
    _ buffers: [PostingsBuffer]
  ) throws(StorageError) -> [Double] {
    var gains = [Double](repeating: 0, count: best.count)
    let proximity = Proximity(self, in: list, weight: ranking.proximity, buffers: buffers)
    try proximity?.add(to: &gains, of: best)
    guard let forms = ExactForms(self, in: list, weight: ranking.exactForms) else { return gains }
    try forms.add(to: &gains, of: best)
    for place in same.indices {
      let document = same[place].document
      if !best.contains(document) { same[place].wording = try forms.gain(of: document) }
      if same[place].likeness == .sameWords, try hasAllForms(document, in: list) {
        same[place].likeness = .sameForms
      }
    }
    return gains
  }

  /// Whether all terms of the query are in a document as the query writes them.
  private func hasAllForms(
    _ document: DocumentID, in list: SegmentList
  ) throws(StorageError) -> Bool {
    let forms = try list.forms(of: document)
    return terms.allSatisfy { word in
      guard let form = word.term.form else { return false }
      return (0..<forms.count / 2).contains { FormReader.form(forms, $0) == form.hash }
    }
  }
}
