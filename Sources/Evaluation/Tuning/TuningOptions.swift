/// How parameters are tuned.
public struct TuningOptions: Sendable, Hashable {
  /// Which configurations are tried.
  public enum Strategy: Sendable, Hashable {
    /// Every one.
    case grid
    /// From the default, one parameter at a time: the best of its values with the others kept, in
    /// the order of the parameters, again until a round changes nothing or `rounds` are done. It
    /// may end at a local optimum.
    case coordinate(rounds: Int)
  }

  /// Which configurations are tried.
  public var strategy = Strategy.grid
  /// Parts of the queries for cross-validation, at least 2.
  public var folds = 5
  /// The seed of the assignment of queries to folds.
  public var seed: UInt64 = 1
  /// The group of a query; queries of one group are in one fold. A query without one is alone.
  public var groupOfQuery: [String: String] = [:]
  /// Queries that tuning must not see.
  public var testQueries: Set<String> = []
  /// The largest number of configurations that may be run.
  public var limit = 10_000

  /// The defaults: a grid, five folds.
  public init() {}
}
