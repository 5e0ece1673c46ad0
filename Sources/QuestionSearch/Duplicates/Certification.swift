import InvertedIndex
import NearDuplicates
import QuestionBanks

/// What signatures are worth on one's own questions: the outcome of `qsearch dedup --certify`.
public struct Certification: Sendable {
  /// What was found.
  public let certificate: RecallCertificate
  /// Whether it was kept beside the index.
  public let isKept: Bool

  /// Above so many questions a sample is compared.
  static let largestWhole = 50_000

  /// Compares the pairs that signatures find among questions with those that there are, by an exact
  /// join: of all questions, or of every so many where there are more than 50,000.
  ///
  /// - Parameter similarity: the least Jaccard similarity of runs of five characters.
  public static func certificate(
    of entries: [Entry], similarity: Double, threads: Int? = nil
  ) -> RecallCertificate {
    let search = SimilaritySearch(
      shingling: QuestionSignatures.shingling, threshold: similarity, threads: threads)
    let banding =
      LSHBanding.cheapest(
        similarity: similarity, recall: 0.99, texts: entries.count,
        values: QuestionSignatures.valueCount)
      ?? LSHBanding(bands: QuestionSignatures.valueCount, rows: 1)
    return search.certify(
      QuestionSignatures.analyzed(entries.map(\.text), .english, threads), banding,
      sampling: max((entries.count + largestWhole - 1) / largestWhole, 1))
  }
}

extension QuestionIndex {
  /// Certifies the recall of signatures on the entries of the index, and keeps the certificate
  /// beside it.
  public func certify(
    similarity: Double, threads: Int? = nil
  ) throws(QuestionSearchError) -> Certification {
    var entries: [Entry] = []
    try forEachEntry { entries.append($0) }
    let certificate = Certification.certificate(
      of: entries, similarity: similarity, threads: threads)
    return Certification(
      certificate: certificate, isKept: certificateFile?.save(certificate) ?? false)
  }

  /// The certificate that was kept for this state of the index.
  public var recallCertificate: RecallCertificate? { certificateFile?.load() }

  private var certificateFile: CertificateFile? {
    folder.map { CertificateFile(folder: $0, manifestHash: snapshot.manifestHash) }
  }
}
