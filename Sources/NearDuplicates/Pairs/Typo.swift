/// Whether two words are a slip of the hand apart.
enum Typo {
  /// Whether one letter was inserted, left out or replaced, or two neighbors changed places
  /// (Damerau 1964).
  static func isOne(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a != b else { return false }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] {
      end += 1
    }
    let left = a[start..<a.count - end]
    let right = b[start..<b.count - end]
    return left.count <= 1 && right.count <= 1 || isTransposition(a, b)
  }

  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }

  /// Whether the only letters that differ have keys beside each other (QWERTY).
  static func isOfNeighbors(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count, let place = a.indices.first(where: { a[$0] != b[$0] }) else {
      return false
    }
    return rows.contains { row in
      guard let left = row.firstIndex(of: a[place]), let right = row.firstIndex(of: b[place]) else {
        return false
      }
      return abs(left - right) == 1
    }
  }

  /// Whether two neighbors changed places, and nothing else.
  static func isTransposition(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count, let place = a.indices.first(where: { a[$0] != b[$0] }),
      place + 1 < a.count
    else { return false }
    return a[place] == b[place + 1] && a[place + 1] == b[place]
      && a[(place + 2)...] == b[(place + 2)...]
  }
}

/// Beginnings that turn a word into its opposite.
enum NegatingPrefix {
  private static let prefixes = [
    "un", "in", "im", "ir", "il", "non", "a", "an", "anti", "dis", "de", "mis", "counter", "contra",
    "under", "over", "hyper", "hypo",
  ].map { Array($0.utf8) }

  /// Whether one of two words is the other with such a beginning.
  static func separates(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    guard a.count != b.count else { return false }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard short.count >= 4 || short.count >= 3 && long.count >= short.count + 3 else {
      return false
    }
    return prefixes.contains { prefix in
      guard long.starts(with: prefix) else { return false }
      // Endings may differ: "supervised", "unsupervised"; "mutable", "immutability".
      let rest = long.dropFirst(prefix.count)
      return rest.elementsEqual(short)
        || rest.count >= 5 && short.count >= 5
          && rest.prefix(5).elementsEqual(short.prefix(5)) && abs(rest.count - short.count) <= 2
    }
  }
}

/// Words made of one root by endings that change the kind of word: "classify", "classification".
enum WordFamily {
  private static let endings: Set<[UInt8]> = Set(
    [
      "", "e", "er", "or", "ers", "ors", "ion", "ions", "ation", "ations", "ing", "ings", "ed",
      "s", "es", "ive", "al", "ly", "ity", "ness", "ment", "ments", "able", "ible", "ic", "ical",
      "ically", "y", "ies", "ied", "ize", "izes", "ized", "izing", "ise", "ised", "izer",
      "ization", "isation", "ication", "ifier", "ify", "ance", "ence", "ant", "ent", "ous", "ism",
      "ist", "ists", "ative", "ician", "ional", "tion", "tions", "sion", "t", "ts", "d", "ance",
      "encies", "ency", "ancy", "ial", "ally", "ous", "th",
    ].map { Array($0.utf8) })

  /// Whether both words are a common root with such an ending.
  static func holds(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    var common = 0
    for (left, right) in zip(a, b) {
      guard left == right else { break }
      common += 1
    }
    guard common >= 4 else { return false }
    // The root may end before the last common letter: "decision", "decide".
    for root in stride(from: common, through: max(common - 2, 4), by: -1)
    where endings.contains(Array(a.dropFirst(root))) && endings.contains(Array(b.dropFirst(root))) {
      return true
    }
    return false
  }
}
