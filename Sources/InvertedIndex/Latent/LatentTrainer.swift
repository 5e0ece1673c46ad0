import CKernels
import IndexStorage
import TextAnalysis

/// Finds the latent space of an index's documents.
///
/// Only the span of the first singular vectors matters, not the vectors themselves: it is found by
/// subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4) from a start that depends
/// on the terms alone. Documents are taken in the order of their names, so that an index that was
/// updated has the same space as one that was built at once.
struct LatentTrainer {
  /// So often the span is multiplied by the matrix and its transpose.
  private static let rounds = 5
  /// The factor on function words.
  private static let functionWords = 0.3

  private let documentLimit: Int
  /// Documents by their numbers in the index, in the order of their names.
  private var documents: [UInt32] = []
  private var hashes: [UInt64] = []
  private var idfs: [Float] = []
  /// Where the postings of each term begin, and where the last one's end.
  private var starts: [Int] = [0]
  private var postings: [UInt32] = []
  private var weights: [Float] = []

  /// Reads the weights of all terms that more than one document has.
  ///
  /// Cost: that of all postings; memory: eight bytes for each.
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
    try list.forEachTerm { term, entries, documentFrequency throws(StorageError) in
      guard documentFrequency > 1 else { return }
      let isFunctionWord = FunctionWords.contains(String(decoding: term, as: UTF8.self))
      let idf = BM25.idf(
        documentFrequency: documentFrequency, documentCount: list.statistics.documentCount)
      let weight = idf * (isFunctionWord ? Self.functionWords : 1)
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
      hashes.append(LatentTrainer.hash(term))
      idfs.append(Float(idf))
      for (document, weight) in found {
        postings.append(document)
        weights.append(weight)
      }
      starts.append(postings.count)
    }
    normalize()
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
    for (place, document) in postings.enumerated() {
      squares[Int(document)] += Double(weights[place]) * Double(weights[place])
    }
    for (place, document) in postings.enumerated() where squares[Int(document)] > 0 {
      weights[place] = Float(Double(weights[place]) / squares[Int(document)].squareRoot())
    }
  }

  /// The space. Cost: eleven passes over all postings with 48 products each.
  func train() -> LatentBytes {
    let width = LatentSpace.dimensions
    var terms = start()
    var rows: [Float] = []
    for _ in 0..<Self.rounds {
      terms.withUnsafeMutableBufferPointer {
        ck_latent_orthonormalize($0.baseAddress, hashes.count)
      }
      rows = documents(terms)
      terms = [Float](repeating: 0, count: hashes.count * width)
      terms.withUnsafeMutableBufferPointer { terms in
        guard let terms = terms.baseAddress else { return }
        forEachTerm { term, numbers, weights, count in
          ck_latent_gather(terms + term * width, rows, numbers, weights, count)
        }
      }
    }
    terms.withUnsafeMutableBufferPointer {
      ck_latent_orthonormalize($0.baseAddress, hashes.count)
    }
    return space(terms, documents(terms))
  }

  /// The rows of documents in the span of the terms' columns.
  private func documents(_ terms: [Float]) -> [Float] {
    let width = LatentSpace.dimensions
    var rows = [Float](repeating: 0, count: documents.count * width)
    rows.withUnsafeMutableBufferPointer { rows in
      terms.withUnsafeBufferPointer { terms in
        guard let terms = terms.baseAddress else { return }
        forEachTerm { term, numbers, weights, count in
          ck_latent_scatter(rows.baseAddress, terms + term * width, numbers, weights, count)
        }
      }
    }
    return rows
  }

  private func forEachTerm(
    _ body: (Int, UnsafePointer<UInt32>, UnsafePointer<Float>, Int) -> Void
  ) {
    postings.withUnsafeBufferPointer { postings in
      weights.withUnsafeBufferPointer { weights in
        guard let postings = postings.baseAddress, let weights = weights.baseAddress else { return }
        for term in hashes.indices {
          body(
            term, postings + starts[term], weights + starts[term], starts[term + 1] - starts[term])
        }
      }
    }
  }

  /// In how many dimensions documents lie: a tenth of their number. In more, few documents would
  /// all be apart, and nothing would be near but what has the same words.
  private var rank: Int { min(LatentSpace.dimensions, max(documents.count / 10, 2)) }

  /// Values between -1 and 1 that follow from the terms; 0 in dimensions that are not used.
  private func start() -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(hashes.count * LatentSpace.dimensions)
    for hash in hashes {
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
