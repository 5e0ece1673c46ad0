import IndexStorage
import Synchronization

/// What SMART weights need of all documents of an index, worked out once and kept: safe to share
/// between threads, the first of which works while others wait.
final class DocumentVectors: Sendable {
  /// What the length of a document's vector depends on, for one collection.
  private struct Weights: Hashable {
    let termFrequency: SMARTTriple.TermFrequency
    let documentFrequency: SMARTTriple.DocumentFrequency
  }

  /// `1 / length` of each document's vector; 0 where all its weights are 0.
  private final class Norms: @unchecked Sendable {
    let values: UnsafeMutablePointer<Double>

    init(documentCount: Int) {
      values = .allocate(capacity: documentCount)
      values.initialize(repeating: 0, count: documentCount)
    }

    deinit { values.deallocate() }
  }

  private struct State {
    var profiles: DocumentProfiles?
    /// At most eighteen: one for each pair of letters.
    var norms: [(weights: Weights, norms: Norms)] = []
  }

  private let state = Mutex(State())

  /// Greatest and mean frequencies, numbers of terms and sizes. Valid while this object lives.
  ///
  /// Cost the first time: that of all postings; memory: 32 bytes a document.
  func profiles(of list: SegmentList) throws(StorageError) -> DocumentProfiles.Columns {
    try state.withLock { state throws(StorageError) in
      try Self.profiles(of: list, &state).columns
    }
  }

  /// `1 / length` of documents' vectors by the first two letters of a triple. Valid while this
  /// object lives.
  ///
  /// Cost the first time: that of all postings, twice; memory: 8 bytes a document.
  func norms(
    of list: SegmentList, _ triple: SMARTTriple
  ) throws(StorageError) -> UnsafePointer<Double> {
    let weights = Weights(
      termFrequency: triple.termFrequency, documentFrequency: triple.documentFrequency)
    return try state.withLock { state throws(StorageError) in
      if let known = state.norms.first(where: { $0.weights == weights }) {
        return UnsafePointer(known.norms.values)
      }
      let profiles = try Self.profiles(of: list, &state).columns
      let norms = try Self.norms(of: list, weights, profiles)
      state.norms.append((weights, norms))
      return UnsafePointer(norms.values)
    }
  }

  private static func profiles(
    of list: SegmentList, _ state: inout State
  ) throws(StorageError) -> DocumentProfiles {
    if let known = state.profiles { return known }
    let profiles = DocumentProfiles(
      documentLimit: list.documentLimit, documentCount: list.statistics.documentCount)
    for segment in list.segments {
      try segment.reader.forEachTerm { term, entry throws(StorageError) in
        try segment.forEachPosting(of: entry) { document, frequencies in
          profiles.note(
            document: segment.base + document, frequency: frequencies.total,
            termLength: term.count)
          return true
        }
      }
    }
    profiles.finish()
    state.profiles = profiles
    return profiles
  }

  private static func norms(
    of list: SegmentList, _ weights: Weights, _ profiles: DocumentProfiles.Columns
  ) throws(StorageError) -> Norms {
    let count = list.statistics.documentCount
    let norms = Norms(documentCount: list.documentLimit)
    let values = norms.values
    // In the order of terms, whatever segments they are in: the sums are then the same to the bit.
    try list.forEachTerm { _, entries, documentFrequency throws(StorageError) in
      let idf = weights.documentFrequency.weight(documentFrequency, of: count)
      for (segment, entry) in entries {
        try segment.forEachPosting(of: entry) { document, frequencies in
          let document = segment.base + document
          let weight =
            weights.termFrequency.weight(
              frequencies.total, maximum: profiles.maxima[document],
              average: profiles.averages[document]) * idf
          values[document] += weight * weight
          return true
        }
      }
    }
    for document in 0..<list.documentLimit where values[document] > 0 {
      values[document] = 1 / values[document].squareRoot()
    }
    return norms
  }
}
