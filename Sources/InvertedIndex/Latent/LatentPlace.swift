import CKernels

/// Where something lies in a latent space: as many values as it has dimensions.
struct LatentPlace {
  // Not an array: a query makes a dozen of them.
  private var values = (SIMD16<Float>(), SIMD16<Float>(), SIMD16<Float>())

  /// Adds a row of signed bytes times a weight.
  ///
  /// - Parameter row: as many bytes as a space has dimensions.
  mutating func add(_ row: UnsafeRawBufferPointer, _ weight: Float) {
    precondition(row.count == LatentSpace.dimensions, "a row of a latent space")
    withUnsafeMutableBytes(of: &values) { values in
      ck_latent_add(
        values.assumingMemoryBound(to: Float.self).baseAddress,
        row.assumingMemoryBound(to: Int8.self).baseAddress, weight)
    }
  }

  /// Adds another place times a weight.
  mutating func add(_ other: LatentPlace, _ weight: Float) {
    values.0 += other.values.0 * weight
    values.1 += other.values.1 * weight
    values.2 += other.values.2 * weight
  }

  /// The product with another place: the cosine, where both are of length 1.
  func product(with other: LatentPlace) -> Float {
    let first = values.0 * other.values.0
    let second = values.1 * other.values.1
    return (first + second + values.2 * other.values.2).sum()
  }

  /// The place in that direction of length 1; nil where there is no direction.
  var normalized: LatentPlace? {
    let square = product(with: self)
    guard square > 0, square.isFinite else { return nil }
    var place = LatentPlace()
    place.add(self, 1 / square.squareRoot())
    return place
  }

  /// The values of a place of length 1 as whole numbers in parts of `scale`.
  func wholeNumbers(scale: Float) -> [Int16] {
    withUnsafeBytes(of: values) { values in
      values.assumingMemoryBound(to: Float.self)
        .map { Int16(max(-scale, min(scale, ($0 * scale).rounded()))) }
    }
  }
}
