import CKernels
import IndexStorage
import TextAnalysis

/// Finds the latent space of an index's documents.
///
/// The matrix is that of documents and terms, in which each term stands for itself and for the
/// character n-grams that it has (``TermFeatures``). Only the span of its first singular vectors
/// matters, not the vectors themselves: it is found by subspace iteration (Halko, Martinsson and
/// Tropp 2011, algorithm 4.4) from a start that depends on the terms alone. Documents are taken in
/// the order of their names, so that an index that was updated has the same space as one that was
/// built at once.
struct LatentTrainer {
  /// So often the span is multiplied by the matrix and its transpose.
  private static let rounds = 5
  /// Of an index with more terms some of those that the fewest documents have are left out.
  private static let mostTerms = 100_000
  /// The factor on words that say little.
  private static let commonWords = 0.3

  private let documentLimit: Int
  /// Documents by their numbers in the index, in the order of their names.
  private var documents: [UInt32] = []
  private var hashes: [UInt64] = []
  private var idfs: [Float] = []
  /// The documents of each term with their weights.
  private var postings = SparseRows()
  private var features = TermFeatures()

  /// Reads the weights of all terms.
  ///
  /// Cost: that of all postings; memory: eight bytes for each, and for each term and n-gram what
  /// `TermFeatures` keeps.
  init(_ list: SegmentList) throws(StorageError) {
    documentLimit = list.documentLimit
    let order = try Self.order(of: list)
    documents = order.documents
    let bm25 = BM25()
    let average = list.statistics.averageLength
    let lengths = try list.segments.map { segment throws(StorageError) in
      try segment.reader.fieldLengths()
    }
    let fields = list.statistics.fields.count
    var entriesOfSegment: [Int: Int] = [:]
    for (place, segment) in list.segments.enumerated() { entriesOfSegment[segment.base] = place }
    var found: [(document: UInt32, weight: Float)] = []
    let selection = try Self.selection(in: list)
    try list.forEachTerm { term, entries, documentFrequency throws(StorageError) in
      let hash = LatentTrainer.hash(term)
      guard
        documentFrequency > selection.least
          || documentFrequency == selection.least && hash <= selection.greatestHash
      else { return }
      let isCommon = CommonWords.contains(String(decoding: term, as: UTF8.self))
      let idf = BM25.idf(
        documentFrequency: documentFrequency, documentCount: list.statistics.documentCount)
      let weight = idf * (isCommon ? Self.commonWords : 1)
      found.removeAll(keepingCapacity: true)
      for (segment, entry) in entries {
        let lengths = lengths[entriesOfSegment[segment.base] ?? 0]
        try segment.forEachPosting(of: entry) { document, frequencies in
          var (frequency, length) = (0.0, 0.0)
          for field in 0..<fields {
            frequency += Double(frequencies[field])
            length += Double(lengths.length(field: field, document: document))
          }
          let norm = bm25.k1 * (1 - bm25.b + bm25.b * length / average)
          let row = order.rows[segment.base + document]
          found.append((row, Float(weight * frequency / (frequency + norm))))
          return true
        }
      }
      found.sort { $0.document < $1.document }
      hashes.append(hash)
      features.add(term, documentFrequency: documentFrequency)
      idfs.append(Float(idf))
      for (document, weight) in found {
        postings.columns.append(document)
        postings.values.append(weight)
      }
      postings.endRow()
    }
    features.weigh(documentCount: list.statistics.documentCount)
    normalize()
  }

  /// In how many documents a term is to be, so that there are not too many terms, and which hash it
  /// has at most where it is in just as many.
  private static func selection(
    in list: SegmentList
  ) throws(StorageError) -> (least: Int, greatestHash: UInt64) {
    guard try list.termCount() > mostTerms else { return (1, .max) }
    var counts = [Int](repeating: 0, count: list.statistics.documentCount + 1)
    try list.forEachTerm { _, _, documentFrequency in counts[documentFrequency] += 1 }
    var (least, kept) = (counts.count - 1, 0)
    while least > 1, kept + counts[least] <= mostTerms {
      kept += counts[least]
      least -= 1
    }
    let share = Double(mostTerms - kept) / Double(max(counts[least], 1))
    return (least, share < 1 ? UInt64(share * 0x1p64) : .max)
  }

  /// What a term is known by.
  static func hash(_ term: some Sequence<UInt8>) -> UInt64 {
    Array(term).withUnsafeBytes { FNV1a.hash($0) }
  }

  /// Live documents in the order of their names, and for each its row there.
  private static func order(
    of list: SegmentList
  ) throws(StorageError) -> (documents: [UInt32], rows: [UInt32]) {
    var names: [(name: [UInt8], document: UInt32)] = []
    for segment in list.segments {
      for document in 0..<segment.documentLimit where segment.isLive(document) {
        let name = try segment.reader.name(of: DocumentID(rawValue: UInt32(document)))
        names.append((Array(name.utf8), UInt32(segment.base + document)))
      }
    }
    names.sort { $0.name.lexicographicallyPrecedes($1.name) }
    var rows = [UInt32](repeating: 0, count: list.documentLimit)
    for (row, name) in names.enumerated() { rows[Int(name.document)] = UInt32(row) }
    return (names.map(\.document), rows)
  }

  /// Makes the rows of all documents one long.
  private mutating func normalize() {
    var squares = [Double](repeating: 0, count: documents.count)
    for (place, document) in postings.columns.enumerated() {
      squares[Int(document)] += Double(postings.values[place]) * Double(postings.values[place])
    }
    for (place, document) in postings.columns.enumerated() where squares[Int(document)] > 0 {
      postings.values[place] = Float(
        Double(postings.values[place]) / squares[Int(document)].squareRoot())
    }
  }

  /// The space. Cost: eleven passes over all postings, and over the features of all terms, with 48
  /// products each.
  func train() -> LatentBytes {
    var rows = documents(features.terms.times(start()))
    for _ in 1..<Self.rounds {
      orthonormalize(&rows)
      rows = documents(features.terms.times(span(of: rows)))
    }
    orthonormalize(&rows)
    var span = span(of: rows)
    orthonormalize(&span)
    let terms = features.terms.times(span)
    return space(terms, documents(terms))
  }

  private func orthonormalize(_ matrix: inout [Float]) {
    let count = matrix.count / LatentSpace.dimensions
    matrix.withUnsafeMutableBufferPointer { ck_latent_orthonormalize($0.baseAddress, count) }
  }

  /// The rows of documents: sums of those of their terms.
  private func documents(_ terms: [Float]) -> [Float] {
    postings.transposedTimes(terms, columnCount: documents.count)
  }

  /// The rows of features: sums of those of the documents that have them.
  private func span(of documents: [Float]) -> [Float] {
    features.terms.transposedTimes(
      postings.times(documents), columnCount: features.hashes.count)
  }

  private var rank: Int { LatentSpace.rank(documentCount: documents.count) }

  /// Values between -1 and 1 that follow from the terms; 0 in dimensions that are not used.
  private func start() -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(features.hashes.count * LatentSpace.dimensions)
    for hash in features.hashes {
      var state = hash
      for column in 0..<LatentSpace.dimensions {
        guard column < rank else {
          values.append(0)
          continue
        }
        // SplitMix64 (Steele, Lea and Flood 2014).
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        values.append(Float(Int32(truncatingIfNeeded: mixed >> 32)) / 2_147_483_648)
      }
    }
    return values
  }

  /// The space with its values as bytes.
  private func space(_ terms: [Float], _ rows: [Float]) -> LatentBytes {
    let width = LatentSpace.dimensions
    var bytes = LatentBytes(termCount: hashes.count, documentLimit: documentLimit)
    for (place, term) in hashes.indices.sorted(by: { hashes[$0] < hashes[$1] }).enumerated() {
      bytes.setTerm(
        place, hash: hashes[term], idf: idfs[term], terms[term * width..<(term + 1) * width])
    }
    for (row, document) in documents.enumerated() {
      bytes.setDocument(Int(document), rows[row * width..<(row + 1) * width])
    }
    return bytes
  }
}
