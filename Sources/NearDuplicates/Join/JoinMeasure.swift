/// How similar two sets are, as a share of their common elements.
public enum SetMeasure: String, Sendable {
  /// |x ∩ y| / |x ∪ y| (Jaccard 1901).
  case jaccard
  /// |x ∩ y| / min(|x|, |y|): 1 where the smaller set is part of the larger (Broder 1997, between
  /// the smaller and the larger).
  case containment

  /// The similarity of sets of those sizes with so many common elements; 0 for an empty set.
  @inline(__always)
  public func similarity(overlap: Int, _ a: Int, _ b: Int) -> Double {
    guard a > 0, b > 0 else { return 0 }
    switch self {
    case .jaccard: return Double(overlap) / Double(a &+ b &- overlap)
    case .containment: return Double(overlap) / Double(min(a, b))
    }
  }
}

/// The bounds that a threshold puts on sizes, prefixes and overlaps, for sets that are visited in
/// ascending size (Bayardo, Ma and Srikant 2007; Xiao, Wang, Lin and Yu 2008).
///
/// All bounds may be too low by rounding, never too high: the similarity itself decides.
struct JoinMeasure: Sendable {
  let measure: SetMeasure
  let threshold: Double
  /// The share of |x| + |y| that must be common: t / (1 + t) for Jaccard.
  private let share: Double

  init(_ measure: SetMeasure, threshold: Double) {
    precondition(threshold > 0 && threshold <= 1, "a threshold is above 0 and at most 1")
    self.measure = measure
    self.threshold = threshold
    share = threshold / (1 + threshold)
  }

  /// The least size of a smaller partner of a set.
  @inline(__always)
  func smallestPartner(_ size: Int) -> Int {
    measure == .jaccard ? Self.ceiling(threshold * Double(size)) : 1
  }

  /// The least number of a set's elements that a partner of any size has.
  @inline(__always)
  func leastOverlap(_ size: Int) -> Int {
    measure == .jaccard ? Self.ceiling(threshold * Double(size)) : 1
  }

  /// How many of a set's rarest elements are looked up for smaller partners.
  @inline(__always)
  func probedPrefix(_ size: Int) -> Int { size &- leastOverlap(size) &+ 1 }

  /// How many of a set's rarest elements are found by larger partners.
  @inline(__always)
  func indexedPrefix(_ size: Int) -> Int {
    switch measure {
    case .jaccard: return size &- Self.ceiling(2 * share * Double(size)) &+ 1
    case .containment: return size &- Self.ceiling(threshold * Double(size)) &+ 1
    }
  }

  /// How many elements two sets must have in common.
  @inline(__always)
  func neededOverlap(smaller: Int, larger: Int) -> Int {
    switch measure {
    case .jaccard: return Self.ceiling(share * Double(smaller &+ larger))
    case .containment: return Self.ceiling(threshold * Double(smaller))
    }
  }

  /// The largest size of a partner that can still be similar to a set of which `left` elements
  /// are yet to be compared, those of the partner not counted: what the position filter of PPJoin
  /// says of one side, solved for the size (Mann and Augsten 2014).
  ///
  /// Of the two sides `asSmaller` says which the set with `left` elements is.
  @inline(__always)
  func largestPartner(size: Int, left: Int, asSmaller: Bool) -> Int {
    switch measure {
    case .jaccard: return Self.floor(Double(left) / share) &- size
    case .containment:
      if asSmaller { return left >= Self.ceiling(threshold * Double(size)) ? Int.max : 0 }
      return Self.floor(Double(left) / threshold)
    }
  }

  /// The largest number of keys that a similar partner of at most that size and a set of that size
  /// do not share.
  func largestDifference(size: Int, kept: Int) -> Int {
    // |x| + |y| less twice the needed overlap, for the partner's size at which that is largest.
    let slope = measure == .jaccard ? 1 - 2 * share : 1 - 2 * threshold
    let ofPartner = slope * Double(slope > 0 ? size : 1)
    let own = measure == .jaccard ? Double(kept) - 2 * share * Double(size) : Double(kept)
    return Self.floor(max(own + ofPartner, 0))
  }

  /// A quotient that rounding has put just below an integer counts as that integer.
  @inline(__always)
  private static func floor(_ value: Double) -> Int { Int(value + 1e-6) }

  /// At least 1; a product that rounding has put just above an integer counts as that integer.
  @inline(__always)
  private static func ceiling(_ value: Double) -> Int { max(Int(value + (1 - 1e-6)), 1) }
}
