import Evaluation

/// Words in the other of British and American spelling, by a table of its own: an analyzer's rules
/// would only be tested against themselves.
enum OtherSpelling {
  private static let pairs: [(british: String, american: String)] = [
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"),
    ("yse", "yze"), ("ysing", "yzing"), ("behaviour", "behavior"), ("colour", "color"),
    ("favour", "favor"), ("neighbour", "neighbor"), ("labour", "labor"), ("honour", "honor"),
    ("centre", "center"), ("metre", "meter"), ("fibre", "fiber"), ("labelling", "labeling"),
    ("labelled", "labeled"), ("modelling", "modeling"), ("modelled", "modeled"),
    ("travelling", "traveling"), ("cancelled", "canceled"), ("signalling", "signaling"),
    ("catalogue", "catalog"), ("analogue", "analog"), ("dialogue", "dialog"),
    ("defence", "defense"), ("licence", "license"), ("judgement", "judgment"),
    ("artefact", "artifact"), ("grey", "gray"), ("programme", "program"),
  ]

  /// Words that end as if they had two spellings and have one.
  private static let single: Set<String> = [
    "size", "sized", "prize", "seize", "resize", "resized", "otherwise", "precise", "noise",
    "exercise", "exercised", "rise", "raise", "raised", "promise", "promised", "advise", "advised",
    "comprise", "compromise", "compromised", "surprise", "enterprise", "expertise", "likewise",
    "pairwise", "stepwise", "elementwise", "wise", "concise", "revise", "revised", "supervise",
    "supervised", "unsupervised", "advertise", "supervising", "arise", "arising", "rising",
    "raising", "revising", "advising", "exercising", "sizing", "resizing", "raised", "noised",
    "denoise", "denoised", "denoising", "paradise", "premise", "franchise", "disguise", "devise",
    "devised", "improvise", "televise", "merchandise", "praise", "cruise", "bruise", "poise",
    "parameter", "perimeter", "diameter", "thermometer", "meter", "program", "programs",
    "license", "promised", "capsize", "pointwise", "piecewise", "bitwise", "rowwise", "columnwise",
    "advertised", "advertising", "semisupervised", "hyperparameter",
  ]

  /// The text with one word in its other spelling; nil where no word has one.
  static func changed(_ text: String, using generator: inout SplitMix64) -> String? {
    var words = QueryChange.words(of: text).prefix(60).map(String.init)
    let changes = words.indices.compactMap { index in other(words[index]).map { (index, $0) } }
    guard let (index, word) = changes.randomElement(using: &generator) else { return nil }
    words[index] = word
    return words.joined(separator: " ")
  }

  /// The other spelling of a word of ASCII letters with punctuation around it.
  private static func other(_ word: String) -> String? {
    let letters = word.lowercased().split { !$0.isASCII || !$0.isLetter }
    guard letters.count == 1, let stem = letters.first, stem.utf8.count >= 5,
      !single.contains(String(stem))
    else { return nil }
    for pair in pairs {
      for (from, to) in [(pair.british, pair.american), (pair.american, pair.british)] {
        for ending in ["", "s", "d", "ed"] where stem.hasSuffix(from + ending) {
          return stem.dropLast((from + ending).utf8.count) + to + ending
        }
      }
    }
    return nil
  }
}
