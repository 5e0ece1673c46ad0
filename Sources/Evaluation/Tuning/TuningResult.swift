/// What cross-validation found.
public struct TuningResult: Sendable, Hashable {
  /// A configuration with its mean over all queries.
  public struct Point: Sendable, Hashable {
    /// The configuration.
    public let configuration: Configuration
    /// Its mean over all queries.
    public let mean: Double
  }

  /// A fold: parameters chosen on the other folds, tried on this one.
  public struct Fold: Sendable, Hashable {
    /// The queries of the fold, ascending by bytes.
    public let queries: [String]
    /// The configuration with the best mean over the queries of the other folds.
    public let chosen: Configuration
    /// Its mean over the other folds.
    public let trainingMean: Double
    /// Its mean over this fold.
    public let heldOutMean: Double
    /// The default's mean over this fold.
    public let defaultMean: Double
  }

  /// The folds.
  public let folds: [Fold]
  /// Every query's figure under the parameters chosen without it: what tuning is worth on queries
  /// that it has not seen.
  public let heldOut: QueryScores
  /// The figures of the default configuration.
  public let defaults: QueryScores
  /// The best configuration on all queries, with its mean over the same queries: that mean is
  /// better than what unseen queries will have; `heldOut.mean` is the fair figure.
  public let chosen: Point
  /// Every configuration that was run, in the order of the space.
  public let surface: [Point]

  /// The mean over all queries of the held-out figures.
  public var heldOutMean: Double { heldOut.mean }
}
