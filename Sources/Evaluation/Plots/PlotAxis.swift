/// One axis: a range of values, round numbers in it, and where they lie on the image.
struct PlotAxis {
  /// The values at the ends.
  let low: Double
  /// The larger of them.
  let high: Double
  /// Round values from `low` to `high`, at most eleven.
  let ticks: [Double]
  /// Decimal places that tell the ticks apart.
  let decimals: Int

  /// An axis that covers `values`, in steps of 1, 2 or 5 times a power of ten. Without a spread
  /// the axis reaches to either side of the one value.
  init(covering values: some Sequence<Double>, including fixed: [Double] = []) {
    let all = (Array(values) + fixed).filter { abs($0) <= 1e100 }
    var low = all.min() ?? 0
    var high = all.max() ?? 1
    if high - low <= 1e-9 * max(abs(low), abs(high)) {
      let margin = low == 0 ? 1 : abs(low) / 2
      (low, high) = (low - margin, high + margin)
    }
    let (step, decimals) = Self.step(for: (high - low) / 5)
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    self.decimals = decimals
    ticks = (0...max(1, min(20, Int(last - first)))).map { (first + Double($0)) * step }
    self.low = ticks.first ?? low
    self.high = ticks.last ?? high
  }

  /// The smallest of 1, 2, 5 · 10^k that is at least `rough`, and its decimal places.
  private static func step(for rough: Double) -> (Double, Int) {
    var power = 1.0
    var decimals = 0
    while power > rough, decimals < 110 {
      power /= 10
      decimals += 1
    }
    while power * 10 <= rough { power *= 10 }
    let factor = [1.0, 2, 5].first { $0 * power >= rough * (1 - 1e-9) } ?? 10
    return (factor * power, factor == 10 ? max(0, decimals - 1) : decimals)
  }

  /// A tick's text.
  func text(_ tick: Double) -> String {
    // Beyond nine places Swift's own form is shorter.
    decimals > 9 ? "\(tick)" : SVGText.number(tick, decimals: decimals, padded: true)
  }

  /// How far between the ends `value` lies, 0 to 1; values outside lie at the ends.
  func share(_ value: Double) -> Double { min(1, max(0, (value - low) / (high - low))) }
}
