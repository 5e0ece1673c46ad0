/// How far two words are apart.
enum EditDistance {
  /// Insertions, deletions and replacements of letters from one word to the other (Levenshtein
  /// 1966). Words of more than 64 letters are far from all.
  static func between(_ left: String, _ right: String) -> Int {
    let right = Array(right.unicodeScalars)
    guard left.unicodeScalars.count <= 64, right.count <= 64 else { return .max }
    var row = Array(0...right.count)
    for (i, letter) in left.unicodeScalars.enumerated() {
      var above = row
      above[0] = i + 1
      for j in right.indices {
        let replaced = row[j] + (right[j] == letter ? 0 : 1)
        above[j + 1] = min(replaced, row[j + 1] + 1, above[j] + 1)
      }
      row = above
    }
    return row[right.count]
  }
}
