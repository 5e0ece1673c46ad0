import IndexStorage
import InvertedIndex
import NearDuplicates
import TextAnalysis

/// MinHash signatures of all questions of an index, by which new questions find those that they may
/// repeat without the old ones being analyzed again. Immutable; safe to share between threads.
///
/// ```swift
/// let signatures = try index.signatures()
/// let new = signatures.analyzed(["Why do bees dance?"])
/// let candidates = signatures.candidates(of: new, similarity: 0.7)
/// ```
///
/// Candidates are a first choice: which of them are alike is told by comparing the texts.
public struct QuestionSignatures: Sendable {
  /// How many values are kept of a question.
  ///
  /// 64 of four bytes: 256 bytes, about what the rest of an index has for a short question. They
  /// hold a banding of three rows that finds 99 % of the pairs of a similarity of 0.6, of five rows
  /// at 0.8, of seven at 0.9. 32 would leave two rows at 0.7, in which too many questions agree
  /// that are not alike; 128 would give one row more, for twice the bytes.
  public static let valueCount = 64
  /// What questions are divided into: similarities are those of sets of such shingles.
  public static let shingling = Shingling.characters(5)
  /// Documents that are given for one text at the most.
  public static let candidateLimit = 1000

  static let minHash = MinHash(count: valueCount, seed: 1)

  /// What makes terms of the index's questions, and of texts that are compared with them.
  public let analyzer: Analyzer
  /// Documents of the index that are not deleted.
  public let documentCount: Int
  /// Bytes of all signatures, mapped or in memory; those of deleted documents included.
  public var byteCount: Int { parts.reduce(0) { $0 + $1.values.bytes.count } }
  /// Whether all are mapped from files of the index; else some are in memory, as where the folder
  /// cannot be written.
  public var areKept: Bool { parts.allSatisfy(\.values.isMapped) }

  private let parts: [(segment: SnapshotSegment, values: SignatureValues)]

  init(_ snapshot: Snapshot, threads: Int) throws(QuestionSearchError) {
    analyzer = snapshot.analyzer
    documentCount = snapshot.statistics.documentCount
    let source = SignatureSource(
      analyzer: snapshot.analyzer, minHash: Self.minHash, shingling: Self.shingling,
      threads: threads)
    var parts: [(SnapshotSegment, SignatureValues)] = []
    for part in snapshot.segments { parts.append((part, try source.values(of: part))) }
    self.parts = parts
  }

  /// Texts as `candidates` takes them: analyzed as the index's questions are.
  ///
  /// - Parameter threads: how many work at the same time; nil: as many as the machine runs.
  public func analyzed(_ texts: [String], threads: Int? = nil) -> AnalyzedTexts {
    Self.analyzed(texts, analyzer, threads)
  }

  static func analyzed(
    _ texts: [String], _ analyzer: Analyzer, _ threads: Int?
  ) -> AnalyzedTexts {
    let threads = texts.count < 256 ? 1 : count(threads)
    let builders = Threads.run(threads) { number in
      let session = AnalysisSession(analyzer)
      let builder = AnalyzedTextsBuilder()
      for text in texts[texts.count * number / threads..<texts.count * (number + 1) / threads] {
        builder.append(text, session)
      }
      return builder
    }
    return AnalyzedTexts.joined(builders)
  }

  /// How signatures are divided to find pairs of a similarity with at least some probability: the
  /// cheapest way for this index.
  ///
  /// Where no division of the values that are kept has that probability it is the one that comes
  /// nearest, bands of one value; `LSHBanding.probability(at:)` says how near.
  ///
  /// - Parameters:
  ///   - similarity: Jaccard, above 0 and at most 1.
  ///   - recall: above 0 and below 1.
  public func banding(similarity: Double, recall: Double = 0.99) -> LSHBanding {
    precondition(similarity > 0 && similarity <= 1, "a similarity is above 0 and at most 1")
    precondition(recall > 0 && recall < 1, "a recall is above 0 and below 1")
    return LSHBanding.cheapest(
      similarity: similarity, recall: recall, texts: documentCount, values: Self.valueCount)
      ?? LSHBanding(bands: Self.valueCount, rows: 1)
  }

  /// For each text the documents that may be like it: those whose signature agrees with the text's
  /// in a band of `banding(similarity:recall:)`, ascending; no deleted ones.
  ///
  /// Of more than ``candidateLimit`` for one text it gives those with the most equal values, of
  /// equals those with the smallest numbers; and of more than 4,096 in one bucket of a band among
  /// 65,536 documents that follow each other, as where one question is there a million times, it
  /// looks at the first ones. A text without words has none. The result does not depend on the
  /// number of threads. Cost: all signatures are read once; it takes some 50 bytes for each band of
  /// a text.
  ///
  /// - Parameters:
  ///   - texts: of the index's analyzer, as `analyzed(_:threads:)` makes them.
  ///   - similarity: Jaccard, above 0 and at most 1.
  ///   - recall: with what probability a document of that similarity is found, above 0, below 1.
  ///   - threads: how many work at the same time; nil: as many as the machine runs.
  public func candidates(
    of texts: AnalyzedTexts, similarity: Double, recall: Double = 0.99, threads: Int? = nil
  ) -> [[DocumentID]] {
    let banding = banding(similarity: similarity, recall: recall)
    let count = Self.count(threads)
    let rows = SignatureRows(texts, Self.shingling, Self.minHash, threads: count)
    let table = BandTable(texts, rows, banding)
    let limit = parts.last.map { $0.segment.base + $0.segment.documentCount } ?? 0
    let blocks = (limit + BandScan.blockLength - 1) / BandScan.blockLength
    let scans = Threads.run(max(min(count, blocks), 1)) { number in
      scan(table, stride(from: number, to: blocks, by: max(min(count, blocks), 1)))
    }
    return BandScan.joined(scans, limit: Self.candidateLimit)
      .map { $0.map { DocumentID(rawValue: $0) } }
  }

  /// What some blocks of the index's documents give.
  private func scan(_ table: BandTable, _ blocks: StrideTo<Int>) -> BandScan {
    var scan = BandScan(table, limit: Self.candidateLimit)
    for block in blocks {
      scan.beginBlock()
      let start = block * BandScan.blockLength
      for (segment, values) in parts {
        let own = (start..<start + BandScan.blockLength)
          .clamped(to: segment.base..<segment.base + segment.documentCount)
        guard !own.isEmpty else { continue }
        scan.run(
          values.bytes, own.lowerBound - segment.base..<own.upperBound - segment.base,
          first: segment.base, where: segment.isLive)
        withExtendedLifetime(values) {}
      }
    }
    return scan
  }

  static func count(_ threads: Int?) -> Int {
    min(max(threads ?? Threads.processorCount, 1), 64)
  }
}

extension QuestionIndex {
  /// The signatures of all questions, deleted ones too, for as long as segments have them.
  ///
  /// They stand in a file beside each segment, which is written the first time; then questions are
  /// not analyzed again until the segment goes. Where the folder cannot be written, or the index is
  /// in memory, they are computed and kept in memory. Files that are damaged or were made by other
  /// rules are not believed: they are computed and written anew. No lock is taken; nobody waits.
  ///
  /// Cost: once, the analysis of all questions; afterwards every byte is compared with its
  /// checksum.
  ///
  /// - Parameter threads: how many work at the same time; nil: as many as the machine runs.
  /// - Throws: `QuestionSearchError.index` where a segment is damaged.
  public func signatures(threads: Int? = nil) throws(QuestionSearchError) -> QuestionSignatures {
    try QuestionSignatures(snapshot, threads: QuestionSignatures.count(threads))
  }
}
