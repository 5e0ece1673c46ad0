/// One measure with its parameters: a number from how one query was answered. Each has a file; a
/// new one also has a line in `MeasureRegistry`.
protocol RankingMeasure: Sendable {
  /// How the measure is named and what it takes.
  static var signature: MeasureSignature { get }

  /// The measure with parameters that fit the signature.
  init(_ parameters: MeasureParameters)

  /// The value for one query's results. Linear in the number of judged results.
  func value(of ranking: JudgedRanking) -> Double
}
