/// Disjoint sets of the numbers from 0: union by size, paths halved (Tarjan and van Leeuwen 1984).
/// A union or a look-up costs practically constant time.
struct UnionFind {
  private var parents: [Int]
  private var sizes: [Int]

  /// `count` sets of one number each.
  init(count: Int) {
    parents = Array(0..<count)
    sizes = Array(repeating: 1, count: count)
  }

  /// The number that stands for the set of `element`.
  mutating func root(of element: Int) -> Int {
    var place = element
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  /// Joins the sets of two numbers.
  mutating func unite(_ a: Int, _ b: Int) {
    var large = root(of: a)
    var small = root(of: b)
    guard large != small else { return }
    if sizes[large] < sizes[small] { swap(&large, &small) }
    parents[small] = large
    sizes[large] += sizes[small]
  }
}
