import IndexStorage
import TextAnalysis

/// Dictionary, postings and positions of the terms that were gathered, in the order of their bytes.
struct InvertedSections: ~Copyable {
  private var dictionary = TermDictionaryWriter()
  private var postings = ByteSink(capacity: 1 << 16)
  private var positions = ByteSink(capacity: 1 << 16)
  /// Pairs of a term and a document.
  private(set) var postingsCount = 0

  /// Terms that a document has.
  var termCount: Int { dictionary.count }

  /// - Parameter lengths: the fields' lengths, one column of `documentCount` behind the other.
  init(
    _ chains: borrowing OccurrenceChains, session: AnalysisSession,
    lengths: UnsafePointer<UInt32>, documentCount: Int, fieldCount: Int
  ) {
    var encoder = PostingsEncoder(
      lengths: lengths, documentCount: documentCount, fieldCount: fieldCount)
    var inlined = ByteSink()
    // The analyzer may have numbered a term that no token came to.
    for number in TermOrder.ascending(session) where chains.documentFrequency(of: number) > 0 {
      Self.encode(chains.reader(of: number), with: &encoder)
      inlined.removeAll()
      let term = encoder.finish(
        postings: &postings, positions: &positions, inlined: &inlined)
      postingsCount += term.documentFrequency
      session.withTermBytes(number) { bytes in
        dictionary.append(UnsafeRawBufferPointer(bytes), term, inlined: inlined.bytes)
      }
    }
  }

  private static func encode(
    _ reader: OccurrenceChains.Reader, with encoder: inout PostingsEncoder
  ) {
    var reader = reader
    var document: UInt32 = 0
    var field = 0
    var previous: UInt32 = 0
    while true {
      switch reader.advance() {
      case .end: return
      case .otherField:
        document = reader.document
        field = reader.field
        previous = 0
      case .sameField: break
      }
      encoder.occur(document: document, field: field, step: reader.position - previous)
      previous = reader.position
    }
  }

  /// Appends the sections.
  func append(to file: inout SectionedFileWriter) {
    file.append(SegmentSection.terms, dictionary.blocks.bytes)
    file.append(SegmentSection.termKeys, dictionary.keys.bytes)
    file.append(SegmentSection.termIndex, dictionary.index.bytes)
    file.append(SegmentSection.postings, postings.bytes)
    file.append(SegmentSection.positions, positions.bytes)
  }
}
