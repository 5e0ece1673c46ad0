/// What a file of an index is; the number stands in its header.
public enum FileKind: UInt32, Sendable, CustomStringConvertible {
  /// Names the segments that make up the index.
  case manifest = 1
  /// Holds documents, terms and postings.
  case segment = 2
  /// Says which documents of a segment are deleted.
  case deletions = 3
  /// What an update remembers of the files that it read; no part of the index.
  case sources = 4
  /// MinHash signatures of a segment's documents.
  case signatures = 5
  /// Which share of similar pairs signatures find; no part of the index.
  case certificate = 6
  /// A latent space of documents and terms; no part of the index.
  case latentSpace = 7

  /// The word that messages use.
  public var description: String {
    switch self {
    case .manifest: return "manifest"
    case .segment: return "segment"
    case .deletions: return "list of deletions"
    case .sources: return "state of sources"
    case .signatures: return "list of signatures"
    case .certificate: return "certificate of recall"
    case .latentSpace: return "latent space"
    }
  }
}
