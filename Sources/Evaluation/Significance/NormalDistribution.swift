/// The standard normal distribution, by additions and multiplications alone, so that it has the
/// same bits on every machine.
package enum NormalDistribution {
  /// `Φ(x)`, with an absolute error below 1e-15: `1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + …)`
  /// (Marsaglia, "Evaluating the normal distribution", 2004).
  package static func cumulative(_ x: Double) -> Double {
    guard abs(x) < 9 else { return x > 0 ? 1 : 0 }
    var term = x
    var sum = x
    var odd = 1.0
    while abs(term) > 1e-18 * abs(sum) {
      odd += 2
      term *= x * x / odd
      sum += term
    }
    let value = 0.5 + sum * exponential(-x * x / 2) * 0.398_942_280_401_432_7
    return min(1, max(0, value))
  }

  /// The `x` with `Φ(x) = probability`, by bisection; ±9 at and beyond the ends.
  package static func quantile(_ probability: Double) -> Double {
    var low = -9.0
    var high = 9.0
    for _ in 0..<64 {
      let middle = (low + high) / 2
      if cumulative(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// `e^x` for `x` from −100 to 0: `2^k e^r`, |r| at most half of ln 2, by its series.
  private static func exponential(_ x: Double) -> Double {
    let k = (x / 0.693_147_180_559_945_3).rounded()
    // ln 2 in two parts: the first has so few bits that k times it is exact.
    let r = (x - k * 0.693_147_180_369_123_8) - k * 1.908_214_929_270_587_7e-10
    var sum = 1.0
    for step in stride(from: 20.0, to: 0, by: -1) { sum = 1 + r / step * sum }
    return sum * Double(sign: .plus, exponent: Int(k), significand: 1)
  }
}
