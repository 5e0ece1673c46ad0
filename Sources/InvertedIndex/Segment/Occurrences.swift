/// Frequencies of terms in fields of documents, gathered in document order and given back term by
/// term.
///
/// Three flat arrays and one counting sort: linear, and the order of documents within a term is the
/// order of adding.
struct Occurrences {
  private var terms: [UInt32] = []
  private var documents: [UInt32] = []
  private var fields: [UInt8] = []
  private var frequencies: [UInt32] = []

  /// One term's frequency in one field of one document.
  struct Occurrence {
    let document: UInt32
    let field: Int
    let frequency: UInt32
  }

  /// Notes an occurrence. Documents do not descend.
  mutating func append(term: UInt32, document: UInt32, field: Int, frequency: UInt32) {
    terms.append(term)
    documents.append(document)
    fields.append(UInt8(truncatingIfNeeded: field))
    frequencies.append(frequency)
  }

  /// Places of each term's occurrences: `order[starts[t]..<starts[t + 1]]`, documents ascending.
  func sortedByTerm(termCount: Int) -> (order: [UInt32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: termCount + 1)
    for term in terms { starts[Int(term) + 1] += 1 }
    for term in 0..<termCount { starts[term + 1] += starts[term] }
    var next = starts
    var order = [UInt32](repeating: 0, count: terms.count)
    for (place, term) in terms.enumerated() {
      order[next[Int(term)]] = UInt32(place)
      next[Int(term)] += 1
    }
    return (order, starts)
  }

  /// How many occurrences there are.
  var count: Int { terms.count }

  /// The occurrence at a place.
  subscript(place: UInt32) -> Occurrence {
    let place = Int(place)
    return Occurrence(
      document: documents[place], field: Int(fields[place]), frequency: frequencies[place])
  }
}
