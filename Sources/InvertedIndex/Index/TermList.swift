import Synchronization

/// Terms that begin with the same letters, in memory, for who looks through all of them again and
/// again: words of queries that no document has are compared with them.
package struct TermList: Sendable {
  private var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  private var ends: [Int] = []
  private var frequencies: [Int] = []
  /// Whether there are so many that none are here.
  package let isTooLarge: Bool

  fileprivate init(isTooLarge: Bool = false) { self.isTooLarge = isTooLarge }

  /// Longer ones are no words.
  static let greatestLength = 32

  /// How many terms there are.
  package var count: Int { ends.count }

  /// The term at a place, in ascending order of their bytes.
  package func term(_ place: Int) -> ArraySlice<UInt8> {
    bytes[(place > 0 ? ends[place - 1] : 0)..<ends[place]]
  }

  /// How many documents have the term at a place.
  package func documentFrequency(_ place: Int) -> Int { frequencies[place] }

  /// The places of the terms that begin with some bytes.
  package func places(beginningWith prefix: [UInt8]) -> Range<Int> {
    func firstPlace(where isBehind: (ArraySlice<UInt8>) -> Bool) -> Int {
      var (lower, upper) = (0, count)
      while lower < upper {
        let middle = (lower + upper) / 2
        if isBehind(term(middle)) { upper = middle } else { lower = middle + 1 }
      }
      return lower
    }
    let first = firstPlace { !$0.lexicographicallyPrecedes(prefix) }
    return
      first..<firstPlace {
        !$0.starts(with: prefix) && !$0.lexicographicallyPrecedes(prefix)
      }
  }

  /// Calls `body` with the place and the bytes of each of some terms, which are valid during the
  /// call.
  package func forEach(in places: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      var start = places.lowerBound > 0 ? ends[places.lowerBound - 1] : 0
      for place in places {
        body(place, UnsafeRawBufferPointer(rebasing: bytes[start..<ends[place]]))
        start = ends[place]
      }
    }
  }

  fileprivate mutating func append(_ term: some Collection<UInt8>, _ documentFrequency: Int) {
    bytes += term
    ends.append(bytes.count)
    frequencies.append(documentFrequency)
  }

  /// Bytes in memory, by and large.
  fileprivate var byteCount: Int { 100 + bytes.count + 16 * ends.count }
}

/// The lists of terms that a snapshot keeps.
struct TermLists: Sendable {
  fileprivate var lists: [[UInt8]: TermList] = [:]
  fileprivate var byteCount = 0
}

extension Snapshot {
  /// The terms of up to 32 letters a to z that begin with some of them. None, and
  /// ``TermList/isTooLarge``, where they take more than sixteen megabytes: ask for more letters
  /// then.
  ///
  /// Cost: a walk through these terms, the first time; memory for them, which stays, for up to 64
  /// megabytes of all lists.
  package func terms(beginningWith letters: [UInt8]) throws(IndexError) -> TermList {
    if let known = termLists.withLock({ $0.lists[letters] }) { return known }
    var terms = TermList()
    // Several segments may have a term.
    var frequencies: [[UInt8]: Int] = [:]
    let isOnly = list.segments.count == 1
    try forEachTerm(beginningWith: letters) { term in
      term.count <= TermList.greatestLength && !terms.isTooLarge
    } _: { term, frequency in
      guard frequency > 0, term.allSatisfy({ (0x61...0x7A).contains($0) }) else { return }
      if isOnly {
        terms.append(term, frequency)
      } else {
        frequencies[term, default: 0] += frequency
      }
      let byteCount = isOnly ? terms.byteCount : 100 * frequencies.count
      if byteCount > Self.greatestTermList {
        terms = TermList(isTooLarge: true)
        frequencies = [:]
      }
    }
    for (term, frequency) in frequencies.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      terms.append(term, frequency)
    }
    termLists.withLock { kept in
      guard kept.byteCount + terms.byteCount <= 4 * Self.greatestTermList else { return }
      if kept.lists.updateValue(terms, forKey: letters) == nil { kept.byteCount += terms.byteCount }
    }
    return terms
  }

  private static let greatestTermList = 16 << 20
}
