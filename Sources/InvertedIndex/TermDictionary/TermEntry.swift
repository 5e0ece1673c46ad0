/// What the dictionary knows of a term.
struct TermEntry {
  /// How many terms stand before it in the dictionary.
  let ordinal: Int
  /// Documents that have the term in any field; at least 1.
  let documentFrequency: Int
  /// Where its postings are: in their section, or for a term with one document in the dictionary.
  let postings: Range<Int>
  /// Where its positions are in their section; empty for a term with one document.
  let positions: Range<Int>

  /// Postings and positions stand in the dictionary itself.
  var isInlined: Bool { documentFrequency == 1 }
}
