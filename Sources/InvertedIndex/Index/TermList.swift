import Synchronization

/// Terms that begin with the same letter, in memory, for who looks through all of them again and
/// again: words of queries that no document has are compared with them.
package struct TermList: Sendable {
  private var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  private var ends: [Int] = []
  private var frequencies: [Int] = []

  /// Terms with fewer documents may be slips of their own; longer ones are no words.
  package static let leastFrequency = 2
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
  fileprivate var byteCount: Int { bytes.count + 16 * ends.count }
}

extension Snapshot {
  /// The terms of up to 32 bytes that begin with a letter and that two documents or more have.
  /// Cost: a walk through these terms, the first time; memory for them, which stays, up to four
  /// megabytes a letter.
  package func terms(beginningWith letter: UInt8) throws(IndexError) -> TermList {
    if let known = termLists.withLock({ $0[letter] }) { return known }
    var terms = TermList()
    var frequencies: [[UInt8]: Int] = [:]
    let isOnly = list.segments.count == 1
    try forEachTerm(beginningWith: [letter]) { term in
      term.count <= TermList.greatestLength
    } _: { term, frequency in
      guard isOnly else { return frequencies[term, default: 0] += frequency }
      if frequency >= TermList.leastFrequency { terms.append(term, frequency) }
    }
    let several = frequencies.filter { $0.value >= TermList.leastFrequency }
    for (term, frequency) in several.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      terms.append(term, frequency)
    }
    if terms.byteCount <= Self.greatestTermList { termLists.withLock { $0[letter] = terms } }
    return terms
  }

  private static let greatestTermList = 4 << 20
}
