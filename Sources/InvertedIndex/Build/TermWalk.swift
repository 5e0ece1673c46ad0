/// Walks terms in ascending order.
struct TermWalk {
  private let keys: [TermOrder.Key]
  private var index = 0

  init(_ keys: [TermOrder.Key]) { self.keys = keys }

  var key: TermOrder.Key? { index < keys.count ? keys[index] : nil }

  mutating func advance() { index += 1 }
}
