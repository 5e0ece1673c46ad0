/// Joins British and American spelling by rule.
enum AmericanSpelling {
  /// Rewrites a lower-case word in place.
  static func apply(to word: inout StemBuffer) {}
}
