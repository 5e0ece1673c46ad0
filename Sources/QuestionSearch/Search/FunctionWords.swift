/// Words that hold a sentence together and say nothing of its subject.
///
/// They take part in every search, but are not marked in what is found: they would hide the words
/// that count.
enum FunctionWords {
  /// As the analyzers make them, sorted by length and letter for the eye alone.
  private static let terms = """
     a i an am as at be by do if in is it me my no of on or so to us we you are and any can did \
    doe for had has he her him his how its may not one our out per she the too was who why all \
    also been both each from have into more most must onli other shall some such than that them \
    then there these they this veri were what when where which while will with would could \
    should about does only very your their \

    """

  /// Whether a term is one of them.
  static func contains(_ term: String) -> Bool {
    // Short terms alone: a look through the list is then rare.
    term.utf8.count <= 6 && terms.contains(" \(term) ")
  }
}
