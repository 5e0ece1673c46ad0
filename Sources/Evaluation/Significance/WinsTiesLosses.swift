/// On how many queries a system is above, equal to, or below the baseline.
public struct WinsTiesLosses: Sendable, Hashable {
  /// Queries where the system is above by more than the tolerance.
  public let wins: Int
  /// Queries where the two differ by at most the tolerance.
  public let ties: Int
  /// Queries where the system is below by more than the tolerance.
  public let losses: Int
  /// The difference up to which two figures count as equal.
  public let tolerance: Double

  /// Counts of `differences`; a tolerance of 0 means equal but for rounding (see
  /// `PairedDifferences`).
  ///
  /// - Precondition: `tolerance` is at least 0.
  public init(_ differences: PairedDifferences, tolerance: Double = 0) {
    precondition(tolerance >= 0, "a tolerance is not negative")
    self.tolerance = tolerance
    wins = differences.values.count { $0 > tolerance }
    losses = differences.values.count { $0 < -tolerance }
    ties = differences.values.count - wins - losses
  }
}
