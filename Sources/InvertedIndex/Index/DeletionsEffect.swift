/// What deleted documents take from the numbers of their segment.
struct DeletionsEffect: Sendable, Hashable {
  /// Pairs of a term and a deleted document.
  var postingsCount = 0
  /// Terms that no other document has.
  var termCount = 0
  /// For each field the deleted documents in which it is not empty, and the sum of its lengths.
  var fields: [(documentCount: Int, totalLength: Int)] = []

  static func == (left: DeletionsEffect, right: DeletionsEffect) -> Bool {
    left.postingsCount == right.postingsCount && left.termCount == right.termCount
      && left.fields.elementsEqual(right.fields) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(postingsCount)
    hasher.combine(termCount)
  }
}
