/// A phrase whose words the index has.
struct ResolvedPhrase {
  /// Numbers of terms of the search and their places, in order of places.
  let words: [(term: Int, place: Int)]
  let slop: Int
}
