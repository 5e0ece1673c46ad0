#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a term's repeated occurrences say, from how many documents have it how often: the curve to
/// which `BM25Adaptive` fits a term's own k1.
struct InformationGain {
  /// Frequencies from here on count alike.
  private static let limit = 255
  /// The range in which k1 is looked for, and its value where nothing says what it is.
  private static let range = 0.001...10.0

  /// Documents by their normalized frequency, rounded; from 1 on once they were summed up, those
  /// with that frequency or a higher one.
  private var counts = [Int](repeating: 0, count: limit + 2)
  private let documentCount: Int
  private let documentFrequency: Int

  init(documentCount: Int, documentFrequency: Int) {
    self.documentCount = documentCount
    self.documentFrequency = documentFrequency
  }

  /// Notes one document's normalized frequency `c = tf / (1 − b + b · dl / avgdl)`.
  @inline(__always)
  mutating func note(_ normalizedFrequency: Double) {
    counts[Int(min(normalizedFrequency + 0.5, Double(Self.limit)))] += 1
  }

  /// The gain of the first occurrence, `G¹`, and the k1 that fits the curve best.
  func fitted() -> (gain: Double, k1: Double) {
    let gains = self.gains()
    let first = gains.count > 1 ? gains[1] : 0
    // Repetition says nothing against one occurrence, or no document repeats the term.
    guard first > 0, gains.count > 2 else { return (first, Self.range.lowerBound) }
    return (first, Self.fit(gains.map { $0 / first }))
  }

  /// `G⁰ … Gᵀ` with `Gʳ = log2((df_{r+1} + 0.5) / (df_r + 1)) − log2((df + 0.5) / (N + 1))`.
  private func gains() -> [Double] {
    var frequencies = counts
    for r in stride(from: Self.limit - 1, through: 2, by: -1) {
      frequencies[r] += frequencies[r + 1]
    }
    frequencies[0] = documentCount
    frequencies[1] = documentFrequency
    let base = log2((Double(documentFrequency) + 0.5) / (Double(documentCount) + 1))
    var gains: [Double] = []
    for r in 0..<Self.limit where frequencies[r] > 0 || r < 2 {
      let gain =
        log2((Double(frequencies[r + 1]) + 0.5) / (Double(frequencies[r]) + 1)) - base
      if r > 3, let last = gains.last, gain < last { break }
      gains.append(gain)
    }
    return gains
  }

  /// The k1 for which `Σ_r (g_r − (k1 + 1) · r / (k1 + r))²` is least: the best of a grid, then the
  /// root of the derivative beside it. The first of equals.
  private static func fit(_ gains: [Double]) -> Double {
    let steps = 64
    let grid = (0...steps).map { step in
      step == steps
        ? range.upperBound
        : range.lowerBound
          * pow(range.upperBound / range.lowerBound, Double(step) / Double(steps))
    }
    var best = 0
    var least = Double.infinity
    for (step, k1) in grid.enumerated() {
      let error = error(gains, k1)
      if error < least { (best, least) = (step, error) }
    }
    var lower = grid[max(best - 1, 0)]
    var upper = grid[min(best + 1, steps)]
    if slope(gains, lower) >= 0 { return lower }
    if slope(gains, upper) <= 0 { return upper }
    // Halved until no number lies between: at most some sixty times.
    while true {
      let middle = lower + (upper - lower) / 2
      guard middle > lower, middle < upper else { return lower }
      if slope(gains, middle) < 0 { lower = middle } else { upper = middle }
    }
  }

  private static func error(_ gains: [Double], _ k1: Double) -> Double {
    var sum = 0.0
    for (r, gain) in gains.enumerated().dropFirst(2) {
      let difference = gain - (k1 + 1) * Double(r) / (k1 + Double(r))
      sum += difference * difference
    }
    return sum
  }

  /// Half the derivative of `error`.
  private static func slope(_ gains: [Double], _ k1: Double) -> Double {
    var sum = 0.0
    for (r, gain) in gains.enumerated().dropFirst(2) {
      let r = Double(r)
      let difference = gain - (k1 + 1) * r / (k1 + r)
      sum -= difference * r * (r - 1) / ((k1 + r) * (k1 + r))
    }
    return sum
  }
}
