/// Deals groups to folds so that no group is divided and folds are nearly equal.
enum GroupedFolds {
  /// The fold of each member: the groups, the large ones first and equal ones in the order given,
  /// go to the fold with the fewest members, of equal ones the first. Cost: groups × folds.
  static func assign(_ groups: [[String]], folds: Int) -> [String: Int] {
    var sizes = [Int](repeating: 0, count: folds)
    var result: [String: Int] = [:]
    let order = groups.indices.sorted {
      groups[$0].count == groups[$1].count ? $0 < $1 : groups[$0].count > groups[$1].count
    }
    for index in order {
      var fold = 0
      for other in sizes.indices where sizes[other] < sizes[fold] { fold = other }
      sizes[fold] += groups[index].count
      for member in groups[index] { result[member] = fold }
    }
    return result
  }
}
