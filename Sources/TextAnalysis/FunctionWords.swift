/// Words that hold a sentence together and say nothing of its subject.
///
/// They take part in every search, but weigh little there, and are not marked in what is found:
/// they would hide the words that count.
package enum FunctionWords {
  /// As the analyzers make them, each between blanks; the longest has six letters.
  private static let terms: StaticString = """
     a i an am as at be by do if in is it me my no of on or so to us we you are and ani any \
    can did doe for had has he her him his how its may not one our out per she the too was \
    who whi why all also been both each from have into more most must onli other shall some \
    such than that them those then there these they this veri were what when where which \
    while will with would could should about does only very your their \

    """

  /// Whether a term is one of them. Bytes are compared: `String.contains` of a string costs a
  /// process that answers one query a tenth of a millisecond.
  package static func contains(_ term: String) -> Bool {
    let word = Array(term.utf8)
    guard (1...6).contains(word.count) else { return false }
    return terms.withUTF8Buffer { bytes in
      var start = 1
      while start + word.count < bytes.count {
        if bytes[start - 1] == 0x20, bytes[start + word.count] == 0x20,
          bytes[start..<start + word.count].elementsEqual(word)
        {
          return true
        }
        start += 1
      }
      return false
    }
  }
}
