/// Words that hold a sentence together and say nothing of its subject.
///
/// They take part in every search, but weigh little there, and are not marked in what is found:
/// they would hide the words that count.
package enum FunctionWords {
  /// Those of so many letters as the analyzers make them, behind each other without blanks.
  private static func terms(of length: Int) -> StaticString {
    switch length {
    case 1: "ai"
    case 2: "amanasatbebydoheifinisitmemynoofonorsotouswe"
    case 3:
      """
      allandanianyarecandiddoeforhadhasherhimhishowitsmaynotoneouroutpershethetoowaswhiwho\
      whyyou
      """
    case 4:
      """
      alsobeenbothdoeseachfromhaveintomoremostmustonlionlysomesuchthanthatthemthentheythis\
      veriverywerewhatwhenwillwithyour
      """
    case 5: "aboutcouldothershalltheirtherethesethosewherewhichwhilewould"
    case 6: "should"
    default: ""
    }
  }

  /// Whether a term is one of them. Bytes are compared: `String.contains` of a string costs a
  /// process that answers one query a tenth of a millisecond.
  package static func contains(_ term: String) -> Bool {
    var term = term
    return term.withUTF8 { word in
      terms(of: word.count).withUTF8Buffer { terms in
        stride(from: 0, to: terms.count, by: max(word.count, 1)).contains { start in
          word.indices.allSatisfy { terms[start + $0] == word[$0] }
        }
      }
    }
  }
}
