import IndexStorage
import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes terms in byte order with their postings, and the norms that follow from them.
struct PostingsSections {
  /// Pairs of a term and a document.
  private(set) var count = 0
  /// Terms that a document has.
  private(set) var termCount = 0
  private let fieldCount: Int
  private var dictionary = TermDictionaryWriter()
  private var postings = ByteWriter()
  /// Squares of the lengths of the documents' `lnc` vectors.
  private var squaredNorms: [Double]

  init(fieldCount: Int, documentCount: Int) {
    self.fieldCount = fieldCount
    squaredNorms = Array(repeating: 0, count: documentCount)
  }

  /// Encodes everything that was gathered.
  mutating func write(_ occurrences: Occurrences, session: AnalysisSession) {
    let (order, starts) = occurrences.sortedByTerm(termCount: session.termCount)
    for term in Self.sortedTerms(session) {
      let places = order[starts[Int(term)]..<starts[Int(term) + 1]]
      // The analyzer may have numbered a term that no token came to.
      guard !places.isEmpty else { continue }
      let start = postings.count
      let documentFrequency = writeTerm(places, of: occurrences)
      count += documentFrequency
      termCount += 1
      dictionary.append(
        session.withTermBytes(term) { Array($0) }, documentFrequency: documentFrequency,
        postingsLength: postings.count - start)
    }
  }

  /// Appends the sections of dictionary, postings and norms.
  func append(to file: inout SectionedFileWriter) {
    dictionary.write(to: &file)
    file.append(SegmentSection.postings, postings.bytes)
    var norms = ByteWriter()
    for square in squaredNorms { norms.fixed(square.squareRoot().bitPattern) }
    file.append(SegmentSection.norms, norms.bytes)
  }

  /// Encodes one term's postings; gives its document frequency.
  private mutating func writeTerm(_ places: ArraySlice<UInt32>, of occurrences: Occurrences) -> Int
  {
    var writer = PostingsWriter()
    var frequencies = [UInt32](repeating: 0, count: fieldCount)
    var documentFrequency = 0
    var index = places.startIndex
    while index < places.endIndex {
      let document = occurrences[places[index]].document
      for field in 0..<fieldCount { frequencies[field] = 0 }
      while index < places.endIndex {
        let occurrence = occurrences[places[index]]
        guard occurrence.document == document else { break }
        frequencies[occurrence.field] = occurrence.frequency
        index += 1
      }
      writer.append(document: document, frequencies: frequencies, to: &postings)
      let total = frequencies.reduce(0) { $0 + Double($1) }
      let weight = 1 + log(total)
      squaredNorms[Int(document)] += weight * weight
      documentFrequency += 1
    }
    return documentFrequency
  }

  /// The session's term numbers in ascending order of the terms' bytes.
  private static func sortedTerms(_ session: AnalysisSession) -> [UInt32] {
    (0..<UInt32(session.termCount)).sorted { left, right in
      session.withTermBytes(left) { leftBytes in
        session.withTermBytes(right) { rightBytes in
          compare(UnsafeRawBufferPointer(leftBytes), to: UnsafeRawBufferPointer(rightBytes)) < 0
        }
      }
    }
  }
}
