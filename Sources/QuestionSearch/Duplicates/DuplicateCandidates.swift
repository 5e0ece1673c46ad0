import InvertedIndex
import NearDuplicates
import QuestionBanks

/// The questions of an index and the pairs of them that may be the same.
public struct DuplicateCandidates: Sendable {
  /// The entries in canonical order.
  public let entries: [Entry]
  /// What of each is compared.
  public let texts: [DuplicateText]
  /// Each question with its nearest neighbors, every pair once, in ascending order.
  public let pairs: [CandidatePair]

  /// Looks for the neighbors of every question.
  ///
  /// - Parameters:
  ///   - neighbors: how many of each question at the most.
  ///   - threads: how many work; nil: as many as the machine runs.
  public init(
    _ index: QuestionIndex, neighbors: Int = 20, threads: Int? = nil
  ) throws(QuestionSearchError) {
    var entries: [Entry] = []
    try index.forEachEntry { entries.append($0) }
    let documents = try index.documentsInOrder()
    let places = Dictionary(
      documents.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let search = NeighborSearch(limit: neighbors, threads: threads)
    let found = try search.neighbors(
      of: entries.map { Self.query(for: $0) }, being: documents, in: index.snapshot)
    var pairs: Set<CandidatePair> = []
    for (place, neighbors) in found.enumerated() {
      for neighbor in neighbors {
        if let other = places[neighbor], other != place { pairs.insert(CandidatePair(place, other)) }
      }
    }
    self.entries = entries
    texts = entries.map { DuplicateText($0) }
    self.pairs = pairs.sorted()
  }

  /// What the neighbors of an entry are looked for by.
  static func query(for entry: Entry) -> String {
    entry.text + (entry.context.map { "\n" + $0 } ?? "")
  }
}

extension QuestionIndex {
  /// The documents in the order of ``forEachEntry(_:)``.
  func documentsInOrder() throws(QuestionSearchError) -> [DocumentID] {
    try engine { () throws(IndexError) in try snapshot.groups() }.flatMap(\.documents)
  }
}
