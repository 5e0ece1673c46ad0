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

  /// Where a query lies: a row of length 1.
  struct Place {
    fileprivate var row: [Float]

    /// Adds another place times a weight; the length is another then.
    mutating func add(_ other: Place, _ weight: Float) {
      for column in row.indices { row[column] += weight * other.row[column] }
    }

    /// The cosine to another place; both are of length 1.
    func cosine(to other: Place) -> Float {
      zip(row, other.row).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The place in that direction of length 1; nil where there is no direction.
    var normalized: Place? { LatentSpace.place(row) }
  }

  /// The place of terms with the query's weights; nil where the space knows none of them.
  func place(of query: [(hash: UInt64, weight: Double)]) throws(StorageError) -> Place? {
    var row = [Float](repeating: 0, count: Self.dimensions)
    for (hash, weight) in query {
      guard let term = try find(hash) else { continue }
      let step = try file.bytes(of: steps, in: 4 * term..<4 * term + 4)
        .loadUnaligned(as: UInt32.self)
      let factor = Float(bitPattern: UInt32(littleEndian: step)) * Float(weight)
      let base = term * Self.dimensions
      let values = try file.bytes(of: terms, in: base..<base + Self.dimensions)
      for column in 0..<Self.dimensions {
        row[column] += factor * Float(Int8(bitPattern: values[column]))
      }
    }
    return Self.place(row)
  }

  /// The place of a document; nil where it is empty.
  func place(of document: DocumentID) throws(StorageError) -> Place? {
    Self.place(try values(of: document).map { Float(Int8(bitPattern: $0)) })
  }

  fileprivate static func place(_ row: [Float]) -> Place? {
    let square = row.reduce(0) { $0 + $1 * $1 }
    guard square > 0, square.isFinite else { return nil }
    let factor = 1 / square.squareRoot()
    return Place(row: row.map { $0 * factor })
  }

  /// The cosines between a place and those of documents; 0 where it is below. Cost: 48 products for
  /// each document, and once a check of all rows.
  func nearness(
    of documents: some Collection<DocumentID>, to place: Place
  ) throws(StorageError) -> [Double] {
    let rows = try file.bytes(of: self.documents)
    // Sums of whole numbers are the same on every processor, and twice as fast as others.
    let scale: Float = 16_384
    let row = place.row.map { Int16(max(-scale, min(scale, ($0 * scale).rounded()))) }
    return documents.map { document in
      let base = Int(document.rawValue) * Self.dimensions
      guard base + Self.dimensions <= rows.count else { return 0 }
      let other = UnsafeRawBufferPointer(rebasing: rows[base..<base + Self.dimensions])
        .assumingMemoryBound(to: Int8.self)
      let product = row.withUnsafeBufferPointer {
        ck_latent_dot($0.baseAddress, other.baseAddress)
      }
      return Double(min(max(Float(product) / (scale * 127), 0), 1))
    }
  }

  private func values(of document: DocumentID) throws(StorageError) -> UnsafeRawBufferPointer {
    let base = Int(document.rawValue) * Self.dimensions
    return try file.bytes(of: documents, in: base..<base + Self.dimensions)
  }

  private func find(_ hash: UInt64) throws(StorageError) -> Int? {
    var (low, high) = (0, termCount)
    while low < high {
      let middle = (low + high) / 2
      let found = UInt64(
        littleEndian: try file.bytes(of: hashes, in: 8 * middle..<8 * middle + 8)
          .loadUnaligned(as: UInt64.self))
      if found == hash { return middle }
      if found < hash { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
