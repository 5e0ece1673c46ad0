import IndexStorage
import InvertedIndex
import NearDuplicates
import TextAnalysis

/// Finds the signatures of segments beside them, or computes them and leaves them there.
struct SignatureSource {
  let analyzer: Analyzer
  let minHash: MinHash
  let shingling: Shingling
  let threads: Int

  /// Documents that are signed at a time: what is in memory of a segment that goes to a file.
  private static let chunkLength = 1 << 14

  /// What the signatures are made by, as their file has it.
  private var shape: SignatureShape {
    SignatureShape(
      version: UInt32(MinHash.version), seed: minHash.seed, valueCount: minHash.count,
      unit: shingling.unit == .words ? .words : .characters, width: shingling.width,
      analyzerName: analyzer.name, analyzerVersion: UInt32(analyzer.version))
  }

  /// The signatures of a segment's documents.
  func values(of part: SnapshotSegment) throws(QuestionSearchError) -> SignatureValues {
    if let kept = part.keptSignatures(shape), let values = try? SignatureValues(kept) {
      return values
    }
    if try write(part), let kept = part.keptSignatures(shape),
      let values = try? SignatureValues(kept)
    {
      return values
    }
    return try SignatureValues(byteCount: part.documentCount * shape.byteCount) {
      take throws(QuestionSearchError) in
      try forEachChunk(of: part) { chunk in
        take(chunk)
        return true
      }
    }
  }

  /// Writes the file of a segment; whether it is there. Only that the segment cannot be read is an
  /// error.
  private func write(_ part: SnapshotSegment) throws(QuestionSearchError) -> Bool {
    guard var writer = part.signatureWriter(shape) else { return false }
    var isWhole = true
    try forEachChunk(of: part) { chunk in
      isWhole = (try? writer.write(chunk)) != nil
      return isWhole
    }
    return isWhole && (try? writer.finish()) != nil
  }

  /// Calls `body` with the values of documents in their order until it says that it has enough.
  private func forEachChunk(
    of part: SnapshotSegment, _ body: (UnsafeRawBufferPointer) -> Bool
  ) throws(QuestionSearchError) {
    var start = 0
    while start < part.documentCount {
      let end = min(start + Self.chunkLength, part.documentCount)
      let rows = SignatureRows(
        try texts(of: part, start..<end), shingling, minHash, threads: threads)
      defer { withExtendedLifetime(rows) {} }
      guard body(rows.bytes) else { return }
      start = end
    }
  }

  /// The questions of documents, analyzed.
  private func texts(
    of part: SnapshotSegment, _ range: Range<Int>
  ) throws(QuestionSearchError) -> AnalyzedTexts {
    let threads = range.count < 256 ? 1 : threads
    let results = Threads.run(threads) { number in
      let own =
        range.lowerBound + range.count * number / threads..<range.lowerBound
        + range.count * (number + 1) / threads
      return Result { () throws(IndexError) in try builder(of: part, own) }
    }
    var builders: [AnalyzedTextsBuilder] = []
    for result in results {
      do throws(IndexError) {
        builders.append(try result.get())
      } catch {
        throw .index(error)
      }
    }
    return AnalyzedTexts.joined(builders)
  }

  private func builder(
    of part: SnapshotSegment, _ range: Range<Int>
  ) throws(IndexError) -> AnalyzedTextsBuilder {
    let session = AnalysisSession(analyzer)
    let builder = AnalyzedTextsBuilder()
    try part.forEachStored(in: range) { reader throws(StorageError) in
      let text = try StoredEntry.text(&reader)
      // The analyzer takes what is no UTF-8 as it takes any text.
      builder.append(text.assumingMemoryBound(to: UInt8.self), session)
    }
    return builder
  }
}
