/// How alike two texts are letter by letter: 1 − d / max(|a|, |b|), with d the least number of
/// Unicode scalars to insert, delete or replace (Levenshtein 1966).
///
/// The distance is computed 64 rows at a time (Myers 1999; the variant for whole distances and
/// several words of Hyyrö 2003), after what both texts begin and end with is taken off.
public enum EditSimilarity {
  /// Where the lengths of both texts in scalars, without their common start and end, have a larger
  /// product than this, nothing is computed: it bounds the time to a fraction of a second.
  public static let largestProduct = 1 << 30

  /// The similarity, from 0 to 1; 1 for equal texts alone; `nil` where the texts are too long (see
  /// ``largestProduct``).
  ///
  /// Where it is below `least`, any value below `least` may be returned, sooner. Cost: at most
  /// |a|·|b|/64 steps.
  public static func similarity(_ a: String, _ b: String, least: Double = 0) -> Double? {
    similarity(Array(a.unicodeScalars), Array(b.unicodeScalars), least: least)
  }

  /// The similarity of two of some analyzed texts, as ``similarity(_:_:least:)``.
  public static func similarity(
    in texts: AnalyzedTexts, _ a: Int, _ b: Int, least: Double = 0
  ) -> Double? {
    similarity(texts[a], texts[b], least: least)
  }

  private static func similarity(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], least: Double
  ) -> Double? {
    let longest = max(a.count, b.count)
    guard longest > 0 else { return 1 }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] {
      end += 1
    }
    let left = a[start..<a.count - end]
    let right = b[start..<b.count - end]
    // The shorter is the pattern; the distance is the same either way.
    let (pattern, text) = left.count <= right.count ? (left, right) : (right, left)
    guard pattern.count * text.count <= largestProduct else { return nil }
    let most = Int((1 - least) * Double(longest) + 1e-6)
    guard !pattern.isEmpty else { return 1 - Double(text.count) / Double(longest) }
    var matrix = EditMatrix(pattern)
    let distance = matrix.distance(to: text, most: most)
    return 1 - Double(distance) / Double(longest)
  }
}
