/// Which share of the similar pairs of one's own texts a banding finds.
public struct RecallCertificate: Sendable, Equatable {
  /// How signatures were divided.
  public let banding: LSHBanding
  /// The least Jaccard similarity of the pairs.
  public let threshold: Double
  /// How many pairs there are, or are in the sample; equal sets, which are always found, left out.
  public let pairs: Int
  /// How many of them are found.
  public let found: Int
  /// Whether the pairs are those of a sample of texts.
  public let isSample: Bool

  /// A certificate of counts.
  public init(banding: LSHBanding, threshold: Double, pairs: Int, found: Int, isSample: Bool) {
    precondition(found >= 0 && found <= pairs, "no more found than there are")
    self.banding = banding
    self.threshold = threshold
    self.pairs = pairs
    self.found = found
    self.isSample = isSample
  }

  /// The share that is found; 1 where there are no pairs.
  public var recall: Double { pairs == 0 ? 1 : Double(found) / Double(pairs) }

  /// Between what bounds the share is in all texts with a confidence of 95 %: the share itself
  /// where all were compared, else Wilson's score interval (1927), which takes pairs to be drawn
  /// one by one.
  public var interval: ClosedRange<Double> {
    guard isSample else { return recall...recall }
    guard pairs > 0 else { return 0...1 }
    let z = 1.959963984540054
    let count = Double(pairs)
    let center = (recall + z * z / (2 * count)) / (1 + z * z / count)
    let spread =
      z / (1 + z * z / count)
      * (recall * (1 - recall) / count + z * z / (4 * count * count)).squareRoot()
    return max(0, center - spread)...min(1, center + spread)
  }
}
