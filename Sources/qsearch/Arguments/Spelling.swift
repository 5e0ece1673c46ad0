/// Finds the name that was probably meant.
enum Spelling {
  /// The name nearest to `word`, if it is near: at most a third of its letters differ.
  static func nearest(to word: String, among names: [String]) -> String? {
    let distances = names.map { (name: $0, distance: distance(Array(word), Array($0))) }
    guard let best = distances.min(by: { $0.distance < $1.distance }),
      best.distance * 3 <= best.name.count
    else { return nil }
    return best.name
  }

  /// Insertions, deletions and replacements from one word to the other (Levenshtein), where an
  /// argument of unreasonable length is nothing near.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard left.count < 64 else { return .max / 4 }
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, min(row[j], row[j + 1]) + 1)
      }
    }
    return row[right.count]
  }
}
