/// Words that hold a sentence together, and words that turn its meaning round.
enum FunctionWordTable {
  static let list: StaticString = """
    a an the of in on at by for with to from into onto as is are was were be been being am do does \
    did doing has have had having it its this that these those there here he she they we you i me \
    my our your their them his her him us and or if so than then also just can could may might \
    shall should will would must what which who whom whose why how when where about upon up out \
    one's one s t d ll re ve m lets let please any some such each own very too really actually \
    per via while because but though although even both either one get got
    """
  static let negating: StaticString = """
    not no never cannot don't doesn't didn't isn't aren't wasn't weren't shouldn't wouldn't \
    couldn't can't won't mustn't hasn't haven't except neither nor none non
    """

  /// As the hashes of their stems.
  static let terms = TermSet.of(list)

  /// "not" and its kin, as the hashes of their stems.
  static let negations = TermSet.of(negating)
}

/// Sets of words, as the hashes of their stems.
enum TermSet {
  /// The words of a list.
  static func of(_ list: StaticString) -> Set<UInt64> {
    var terms: Set<UInt64> = []
    LexiconReader(list).forEachLine("\n") { $0.forEach { terms.formUnion($0.words) } }
    return terms
  }
}
