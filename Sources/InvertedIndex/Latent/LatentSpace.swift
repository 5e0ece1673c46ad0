import CKernels
import IndexStorage

/// A space of few dimensions in which documents with words that occur together or are alike lie
/// near each other, whether or not they have the same words: "optimizer" and "gradient descent",
/// "regularized" and "regularisation".
///
/// Latent semantic analysis (Deerwester, Dumais, Furnas, Landauer and Harshman 1990): the space is
/// spanned by the first singular vectors of the matrix of documents and terms, here under BM25's
/// weights and with the character n-grams of terms beside them (``TermFeatures``). It is learned
/// from the indexed documents alone. Of a few thousand documents it finds what belongs together; of
/// many more, 48 dimensions are too few to tell them apart, so that its share falls with their
/// number (`Ranking.share(documentCount:)`).
final class LatentSpace: Sendable {
  /// Dimensions.
  static let dimensions = Int(CK_LATENT)
  /// In how many dimensions documents lie: at most half of their number. In as many as there are
  /// documents nothing would be near but what has the same words and n-grams.
  static func rank(documentCount: Int) -> Int { min(dimensions, max(documentCount / 2, 2)) }

  /// An index of more documents has none.
  static let mostDocuments = 20_000

  /// Hashes of terms, ascending, as little-endian 64-bit integers.
  private let hashes: SectionedFile.Section
  /// For each term the size of a step of its values times its inverse document frequency, as
  /// little-endian 32-bit floats.
  private let steps: SectionedFile.Section
  /// For each term a row of signed bytes.
  private let terms: SectionedFile.Section
  /// For each document a row of signed bytes, of a length of about 127; zeros where it is empty.
  private let documents: SectionedFile.Section
  private let file: SectionedFile
  private let termCount: Int

  /// A space in a file, mapped or in memory. Pages are checked when they are first used.
  init(_ file: SectionedFile) throws(StorageError) {
    self.file = file
    hashes = try file.section(LatentFile.hashes)
    steps = try file.section(LatentFile.steps)
    terms = try file.section(LatentFile.terms)
    documents = try file.section(LatentFile.documents)
    termCount = steps.length / 4
    guard steps.length == 4 * termCount, hashes.length == 8 * termCount,
      terms.length == Self.dimensions * termCount
    else {
      throw .damaged(path: file.path, offset: hashes.offset, what: "lists of other lengths")
    }
  }

  /// The place of terms with the query's weights, of length 1; nil where the space knows none of
  /// them.
  func place(of query: [(hash: UInt64, weight: Double)]) throws(StorageError) -> LatentPlace? {
    var place = LatentPlace()
    let hashes = try file.bytes(of: hashes)
    for (hash, weight) in query {
      guard let term = find(hash, in: hashes) else { continue }
      let step = try file.bytes(of: steps, in: 4 * term..<4 * term + 4)
        .loadUnaligned(as: UInt32.self)
      let base = term * Self.dimensions
      place.add(
        try file.bytes(of: terms, in: base..<base + Self.dimensions),
        Float(bitPattern: UInt32(littleEndian: step)) * Float(weight))
    }
    return place.normalized
  }

  /// The place of a document, of length 1; nil where it is empty.
  func place(of document: DocumentID) throws(StorageError) -> LatentPlace? {
    var place = LatentPlace()
    let base = Int(document.rawValue) * Self.dimensions
    place.add(try file.bytes(of: documents, in: base..<base + Self.dimensions), 1)
    return place.normalized
  }

  /// Calls `body` with each hit and the cosine between a place and its document's, 0 where it is
  /// below. Cost: 48 products for each hit, and once a check of all rows.
  func forEach(
    of hits: some Collection<SearchHit>, near place: LatentPlace,
    _ body: (SearchHit, Double) -> Void
  ) throws(StorageError) {
    let rows = try file.bytes(of: documents)
    let rowCount = rows.count / Self.dimensions
    // No row is read that is not there, whatever the file is worth.
    let numbers = hits.map { Int($0.document.rawValue) < rowCount ? $0.document.rawValue : 0 }
    guard rowCount > 0 else { return hits.forEach { body($0, 0) } }
    Self.products(place, rows, numbers, hits.count) { products in
      for (hit, product) in zip(hits, products) {
        body(hit, Int(hit.document.rawValue) < rowCount ? Self.cosine(product) : 0)
      }
    }
  }

  /// Calls `body` with each of some documents whose cosine with a place is not below another, and
  /// the cosine. Cost: 48 products for each document.
  func forEach(
    of range: Range<Int>, near place: LatentPlace, from least: Double,
    _ body: (Int, Double) -> Void
  ) throws(StorageError) {
    let rows = try file.bytes(of: documents)
    let range = range.clamped(to: 0..<rows.count / Self.dimensions)
    guard !range.isEmpty else { return }
    let own = rows[range.lowerBound * Self.dimensions..<range.upperBound * Self.dimensions]
    // Few are so near: of the others the product, rounded down, tells enough.
    let leastProduct = Int32(max(least, 0) * Double(Self.scale) * 127 * 0.999)
    Self.products(place, UnsafeRawBufferPointer(rebasing: own), nil, range.count) { products in
      for offset in 0..<products.count where products[offset] >= leastProduct {
        let cosine = Self.cosine(products[offset])
        if cosine >= least { body(range.lowerBound + offset, cosine) }
      }
    }
  }

  // Sums of whole numbers are the same on every processor, and much faster than others.
  private static let scale: Float = 16_384

  private static func products(
    _ place: LatentPlace, _ rows: UnsafeRawBufferPointer, _ numbers: [UInt32]?, _ count: Int,
    _ body: (UnsafeBufferPointer<Int32>) -> Void
  ) {
    let row = place.wholeNumbers(scale: scale)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { products in
      let base = rows.assumingMemoryBound(to: Int8.self).baseAddress
      if let numbers {
        ck_latent_products(row, base, numbers, count, products.baseAddress)
      } else {
        ck_latent_products(row, base, nil, count, products.baseAddress)
      }
      body(UnsafeBufferPointer(products))
    }
  }

  @inline(__always)
  private static func cosine(_ product: Int32) -> Double {
    Double(min(max(Float(product) / (scale * 127), 0), 1))
  }

  private func find(_ hash: UInt64, in hashes: UnsafeRawBufferPointer) -> Int? {
    var (low, high) = (0, termCount)
    while low < high {
      let middle = (low + high) / 2
      let found = UInt64(
        littleEndian: hashes.loadUnaligned(fromByteOffset: 8 * middle, as: UInt64.self))
      if found == hash { return middle }
      if found < hash { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
