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

  /// Whether a term is one of them.
  package static func contains(_ term: String) -> Bool { term.isAmong(terms) }
}

/// Words that say little of what a question is about: function words, letters alone, which name
/// variables and items, and what else links words or asks for something ("between", "describe").
///
/// In rankings they weigh as little as function words; otherwise they are words as others are. What
/// often has a meaning of its own in banks is none of them ("list", "state", "before"), nor what
/// has the stem of such a word ("several", which has that of "severity"; "explain", "explainable";
/// "compare", "comparator").
package enum CommonWords {
  /// Those that are no function words, as the stemmers make them: `english`'s, and in a few of
  /// another form ("alwai") that of `reference`.
  private static func terms(of length: Int) -> StaticString {
    switch length {
    case 2: "upvsye"
    case 3: "askbutnowownsaisaythuuseviayesyet"
    case 4:
      """
      abovawaiawaycomedonedowndureeverfindgivehelphenchereindejustkeepknowlikelookmakemaybmuch\
      neednothontooversameshowsincsuretaketalktellthusuponwantwellwhomwork
      """
    case 5:
      """
      againalongalwaialwayamonganothanyonanythbelowbesidchoosdefineverihowevmightoftenpleas\
      stillthinkunderuntilusualversuwhose
      """
    case 6:
      """
      acrossalmostanywaianywayaroundbecausbehindbeyondeitherhappenitselfmyselfperhaprather\
      someonsomeththoughtogethtowardunlessversuswhatevwhenevwithin
      """
    case 7:
      """
      againstalreadibetweendescribdiscusseveryoneverythfurtherherselfhimselfinsteadmention\
      neitherourselvsometimthroughwhether
      """
    case 8: "althoughotherwissomebodisomewherthemselvyourself"
    case 10: "throughoutunderstand"
    default: ""
    }
  }

  /// Whether a term is one of them.
  package static func contains(_ term: String) -> Bool {
    isLetter(term.utf8) || FunctionWords.contains(term) || term.isAmong(terms)
  }

  private static func isLetter(_ term: String.UTF8View) -> Bool {
    term.count == 1 && term.allSatisfy { (0x61...0x7A).contains($0) }
  }
}

extension String {
  /// Whether it is one of the words of its length. Bytes are compared: `String.contains` of a
  /// string costs a process that answers one query a tenth of a millisecond.
  fileprivate func isAmong(_ terms: (Int) -> StaticString) -> Bool {
    var term = self
    return term.withUTF8 { word in
      terms(word.count).withUTF8Buffer { terms in
        stride(from: 0, to: terms.count, by: max(word.count, 1)).contains { start in
          word.indices.allSatisfy { terms[start + $0] == word[$0] }
        }
      }
    }
  }
}
