/// How similar pairs are searched for, and why.
public struct JoinPlan: Sendable, Equatable, CustomStringConvertible {
  /// A way of searching.
  public enum Method: Sendable, Equatable {
    /// ``SimilarityJoin``: finds all.
    case exact
    /// ``LSHJoin`` with that banding.
    case signatures(LSHBanding)
  }

  /// The way that is taken.
  public let method: Method
  /// What the exact join is expected to take, in nanoseconds of one thread of the machine that the
  /// costs were measured on.
  public let exactCost: Double
  /// What signatures are expected to take; `nil` where all pairs are asked for or no banding does.
  public let signatureCost: Double?
  /// Postings that the exact join would read, estimated from a sample of texts.
  public let expectedPostings: Double

  /// The choice and its reason in one line.
  public var description: String {
    func seconds(_ cost: Double) -> String { "\((cost / 1e7).rounded() / 100) s" }
    let exact = "exact join: \(seconds(exactCost))"
    guard let signatureCost else { return "\(exact), the only way to find all pairs" }
    switch method {
    case .exact: return "\(exact), not more than signatures: \(seconds(signatureCost))"
    case .signatures(let banding):
      return "signatures, \(banding.bands) bands of \(banding.rows): \(seconds(signatureCost)), "
        + "less than \(exact)"
    }
  }
}
