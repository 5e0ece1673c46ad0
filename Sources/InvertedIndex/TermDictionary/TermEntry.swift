/// What the dictionary knows of a term.
struct TermEntry {
  /// Documents that have the term in any field; at least 1.
  let documentFrequency: Int
  /// Where its postings are in the section of postings.
  let postings: Range<Int>
}
