#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a signature is divided into bands, of which two texts must have one equal to be candidates
/// (Indyk and Motwani 1998; Broder 1997).
public struct LSHBanding: Sendable, Hashable {
  /// How many bands there are.
  public let bands: Int
  /// How many values each band has.
  public let rows: Int

  /// A division into that many bands of that many values.
  public init(bands: Int, rows: Int) {
    precondition(bands > 0 && rows > 0, "at least one band of one value")
    self.bands = bands
    self.rows = rows
  }

  /// How many values a signature needs.
  public var values: Int { bands * rows }

  /// The probability that texts of some Jaccard similarity become candidates:
  /// 1 − (1 − J^rows)^bands.
  public func probability(at similarity: Double) -> Double {
    1 - pow(1 - pow(similarity, Double(rows)), Double(bands))
  }

  /// How many pairs of different texts are expected to become candidates where all have about the
  /// similarity `background`.
  public func expectedFalseCandidates(texts: Int, background: Double) -> Double {
    Double(texts) * Double(max(texts - 1, 0)) / 2 * probability(at: background)
  }

  /// The banding of least cost that finds pairs of a similarity with at least some probability;
  /// `nil` where none with so many values as there are does.
  ///
  /// - Parameters:
  ///   - similarity: Above 0 and at most 1.
  ///   - recall: Above 0 and below 1.
  ///   - texts: How many texts there will be; more of them pay for longer bands.
  ///   - shingles: How many shingles a text has.
  ///   - background: The similarity that texts have which are not alike.
  ///   - limit: How many values there are at the most.
  public static func cheapest(
    similarity: Double, recall: Double, texts: Int, shingles: Double = 40,
    background: Double = 0.1, values limit: Int = 1024
  ) -> LSHBanding? {
    var best: (cost: Double, banding: LSHBanding)?
    for rows in 1...32 {
      let miss = 1 - pow(similarity, Double(rows))
      var bands = miss <= 0 ? 1 : Int((log(1 - recall) / log(miss)).rounded(.up))
      guard bands * rows <= limit else { break }
      bands = max(bands, 1)
      let banding = LSHBanding(bands: bands, rows: rows)
      guard banding.probability(at: similarity) >= recall else { continue }
      let candidates = banding.expectedFalseCandidates(texts: texts, background: background)
      let cost =
        JoinCost.lsh(texts: Double(texts), shingles: shingles, banding: banding)
        + candidates * JoinCost.perCandidate
      if cost < best?.cost ?? .infinity { best = (cost, banding) }
    }
    return best?.banding
  }
}
