/// The different shingles of one text, for comparing given pairs.
///
/// All similarities are symmetric to the last bit, 1 for equal sets and below 1 for others. Two
/// empty sets are equal here, though a join leaves texts without shingles out.
public struct ShingleSet: Sendable, Equatable {
  /// The shingles' hashes (``XXHash64``), ascending.
  public let hashes: [UInt64]

  /// The shingles of one of some texts.
  public init(_ texts: AnalyzedTexts, _ number: Int, _ shingling: Shingling) {
    var buffer = ShingleBuffer(shingling)
    buffer.fill(texts.text(number))
    buffer.makeDistinct()
    hashes = UnsafeBufferPointer(start: buffer.hashes, count: buffer.count).sorted()
  }

  /// |x ∩ y| / |x ∪ y|.
  public func jaccard(_ other: ShingleSet) -> Double { similarity(other, .jaccard) }

  /// |x ∩ y| / min(|x|, |y|): 1 too where one set is part of the other.
  public func containment(_ other: ShingleSet) -> Double { similarity(other, .containment) }

  /// The weight of common shingles as a share of the weight of all, such as the overlap of words
  /// weighted by inverse document frequency.
  ///
  /// The weight of a shingle, asked for by its hash, is a finite number not below 0. Where all
  /// weights are 0 the result is 1 for equal sets, else 0.
  public func weightedOverlap(
    _ other: ShingleSet, weight: (_ hash: UInt64) -> Double
  ) -> Double {
    if self == other { return 1 }
    var common = 0.0
    var all = 0.0
    var (i, j) = (0, 0)
    // In ascending order of all hashes, whichever set comes first: so sums are equal both ways.
    while i < hashes.count || j < other.hashes.count {
      let left = i < hashes.count ? hashes[i] : nil
      let right = j < other.hashes.count ? other.hashes[j] : nil
      guard let next = [left, right].compactMap(\.self).min() else { break }
      let value = weight(next)
      all += value
      if left == right { common += value }
      if left == next { i += 1 }
      if right == next { j += 1 }
    }
    return all > 0 ? common / all : 0
  }

  private func similarity(_ other: ShingleSet, _ measure: SetMeasure) -> Double {
    if hashes.isEmpty || other.hashes.isEmpty { return hashes == other.hashes ? 1 : 0 }
    let overlap = SortedOverlap.count(hashes, other.hashes)
    return measure.similarity(overlap: overlap, hashes.count, other.hashes.count)
  }
}
