import IndexStorage

/// What terms have in common with others: each is a feature of its own and has one for each of its
/// character n-grams, so that "optim" and "optimum" are near each other wherever they occur.
///
/// N-grams are four characters long, with a blank before and behind the term (McNamee and Mayfield,
/// "Character N-Gram Tokenization for European Language Text Retrieval", 2004); a term of one
/// letter has none. They weigh by their inverse document frequency, the term itself by a constant.
struct TermFeatures {
  /// Characters of an n-gram.
  private static let length = 4
  /// The weight of a term itself; n-grams have up to about 10. See `Eval/reports/ranking.md`.
  private static let ownWeight: Float = 8

  /// So many characters of a term have n-grams.
  private static let mostCharacters = 32
  /// Beyond so many features a new n-gram is none.
  private static let mostFeatures = 250_000

  /// What features are known by.
  private(set) var hashes: [UInt64] = []
  private var numbers: [UInt64: UInt32] = [:]
  private var documentFrequencies: [Int] = []
  /// The features of each term, the term itself first.
  private(set) var terms = SparseRows()

  /// Adds a term.
  mutating func add(_ term: [UInt8], documentFrequency: Int) {
    // A byte that no text has tells terms from n-grams.
    add(hash: LatentTrainer.hash([0xFF] + term), documentFrequency)
    let characters = String(decoding: term, as: UTF8.self).unicodeScalars
      .prefix(Self.mostCharacters).map(\.value)
    let text = [0x20] + characters + [0x20]
    if text.count >= Self.length {
      for start in 0...text.count - Self.length {
        let hash = Self.hash(text[start..<start + Self.length])
        guard hashes.count < Self.mostFeatures || numbers[hash] != nil else { continue }
        add(hash: hash, documentFrequency)
      }
    }
    terms.endRow()
  }

  private static func hash(_ characters: ArraySlice<UInt32>) -> UInt64 {
    var bytes: [UInt8] = []
    for character in characters {
      for shift in [0, 8, 16] { bytes.append(UInt8(truncatingIfNeeded: character >> shift)) }
    }
    return bytes.withUnsafeBytes { FNV1a.hash($0) }
  }

  private mutating func add(hash: UInt64, _ documentFrequency: Int) {
    let number = numbers[hash] ?? UInt32(hashes.count)
    if number == hashes.count {
      numbers[hash] = number
      hashes.append(hash)
      documentFrequencies.append(0)
    }
    // Documents with several of its terms count more than once: a bound that costs no look at them.
    documentFrequencies[Int(number)] += documentFrequency
    terms.columns.append(number)
  }

  /// Weighs what was added.
  mutating func weigh(documentCount: Int) {
    terms.values = terms.columns.map { number in
      Float(
        BM25.idf(
          documentFrequency: min(documentFrequencies[Int(number)], documentCount),
          documentCount: documentCount))
    }
    for start in terms.starts.dropLast() { terms.values[start] = Self.ownWeight }
  }
}
