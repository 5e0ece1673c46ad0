/// Student's t distribution with a whole number of degrees of freedom.
///
/// `P(|T| ≥ |t|) = I_x(ν/2, 1/2)` with `x = ν / (ν + t²)` (Abramowitz and Stegun 26.5.27), where
/// `I` is the regularized incomplete beta function by its continued fraction (26.5.8), evaluated
/// by the method of Lentz (1976). With `a` a multiple of a half and `b = 1/2` the power and the
/// complete beta function need only products and square roots, which IEEE 754 rounds alike on
/// every machine: no `exp`, `log` or `lgamma` of a platform's library takes part.
public enum StudentDistribution {
  /// The probability that |T| is at least `|statistic|`. The relative error is about `ν · 1e-16`.
  /// Cost: linear in the degrees of freedom.
  ///
  /// - Precondition: `degreesOfFreedom` is above 0 and `statistic` is not NaN.
  public static func twoSidedProbability(statistic: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom > 0 && !statistic.isNaN, "a t statistic with its freedom")
    let freedom = Double(degreesOfFreedom)
    let square = statistic * statistic
    guard square.isFinite else { return 0 }
    guard square > 0 else { return 1 }
    let x = freedom / (freedom + square)
    let rest = square / (freedom + square)
    let a = freedom / 2
    let factor =
      halfPower(x, degreesOfFreedom) * rest.squareRoot() / halfBeta(degreesOfFreedom)
    // The fraction converges fast on the near side of the mean (a + 1) / (a + b + 2).
    if x < (a + 1) / (a + 2.5) {
      return min(1, factor * continuedFraction(x, a, 0.5) / a)
    }
    return max(0, 1 - factor * continuedFraction(rest, 0.5, a) / 0.5)
  }

  /// `x^(halves/2)`, by squaring.
  private static func halfPower(_ x: Double, _ halves: Int) -> Double {
    var result = halves & 1 == 1 ? x.squareRoot() : 1
    var base = x
    var exponent = halves / 2
    while exponent > 0 {
      if exponent & 1 == 1 { result *= base }
      base *= base
      exponent >>= 1
    }
    return result
  }

  /// `B(halves/2, 1/2)`, from `B(1/2, 1/2) = π`, `B(1, 1/2) = 2` and
  /// `B(a + 1, 1/2) = B(a, 1/2) · a / (a + 1/2)`.
  private static func halfBeta(_ halves: Int) -> Double {
    var place = halves & 1 == 1 ? 1 : 2
    var beta = place == 1 ? Double.pi : 2
    while place < halves {
      beta *= Double(place) / Double(place + 1)
      place += 2
    }
    return beta
  }

  /// The continued fraction of `I_x(a, b)` without its factor in front.
  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    func kept(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
    var numerator = 1.0
    var denominator = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = denominator
    for step in 1...100_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      denominator = 1 / kept(1 + even * denominator)
      numerator = kept(1 + even / numerator)
      result *= numerator * denominator
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      denominator = 1 / kept(1 + odd * denominator)
      numerator = kept(1 + odd / numerator)
      let change = numerator * denominator
      result *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return result
  }
}
