/// Sums in the order of their input with the rounding errors carried along (Neumaier 1974), so
/// that a figure is the same on every machine and hardly depends on the number of values.
package enum FixedOrderSum {
  /// The sum of `values`; 0 without any.
  package static func sum(_ values: some Sequence<Double>) -> Double {
    var sum = 0.0
    var lost = 0.0
    for value in values {
      let next = sum + value
      lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
      sum = next
    }
    return sum + lost
  }

  /// The mean of `values`; 0 without any.
  package static func mean(_ values: some Collection<Double>) -> Double {
    values.isEmpty ? 0 : sum(values) / Double(values.count)
  }
}
