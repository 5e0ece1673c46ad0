/// Words that hold a sentence together, and words that turn its meaning round.
enum FunctionWordTable {
  private static let list: StaticString = """
    a an the of in on at by for with to from into onto as is are was were be been being am do does \
    did doing has have had having it its this that these those there here he she they we you i me \
    my our your their them his her him us and or if so than then also just can could may might \
    shall should will would must what which who whom whose why how when where about upon up out \
    one's one s t d ll re ve m s' let lets please any some such each own very too really actually \
    per via while because but though although even both either one get got
    """

  /// As the hashes of their stems.
  static let terms: Set<UInt64> = {
    let stems = Stems()
    var terms: Set<UInt64> = []
    for word in Lexicon.lines(list).flatMap({ $0.split(separator: " ") }) {
      terms.formUnion(stems.hashes(word))
    }
    return terms
  }()

  /// "not" and its kin, as the hashes of their stems.
  static let negations: Set<UInt64> = {
    let stems = Stems()
    let words = [
      "not", "no", "never", "cannot", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't",
      "weren't", "shouldn't", "wouldn't", "couldn't", "can't", "won't", "mustn't", "hasn't",
      "haven't", "except", "neither", "nor", "none", "non",
    ]
    return Set(words.flatMap { stems.hashes($0) })
  }()
}
