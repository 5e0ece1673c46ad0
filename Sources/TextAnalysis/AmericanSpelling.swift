/// Joins British and American spelling by rule, towards the American one.
///
/// The rules are those of grammars of English spelling (`-our`, `-ise`, `-yse`, `-re`, `-ogue`,
/// doubled `l`, `ae` and `oe`, `-ence`), each with its exceptions; a short list holds what follows
/// no rule. What they join and what they join wrongly is measured in `Eval/analysis/spelling.md`.
enum AmericanSpelling {
  /// Rewrites a word of lower-case ASCII letters in place; it may grow by one byte.
  static func apply(to word: inout StemBuffer) {
    guard word.count >= 4 else { return }
    if replaceWord(&word) { return }
    replaceBeginning(&word)
    replaceDigraphs(&word)
    replaceOur(&word)
    replaceIse(&word)
    replaceYse(&word)
    replaceRe(&word)
    replaceOgue(&word)
    replaceDoubledL(&word)
    replaceEndings(&word)
  }

  private typealias Pair = (british: StaticString, american: StaticString)

  /// Whole words that follow no rule, sorted by their first letters.
  private static let words: [Pair] = [
    ("ageing", "aging"), ("amongst", "among"), ("adaptor", "adapter"), ("adaptors", "adapters"),
    ("aeroplane", "airplane"), ("aeroplanes", "airplanes"), ("burnt", "burned"), ("cosy", "cozy"),
    ("dreamt", "dreamed"), ("grey", "gray"), ("greys", "grays"), ("greyer", "grayer"),
    ("greyed", "grayed"), ("greyish", "grayish"), ("gaol", "jail"), ("gaols", "jails"),
    ("jewellery", "jewelry"), ("learnt", "learned"), ("leapt", "leaped"), ("likeable", "likable"),
    ("maths", "math"), ("moveable", "movable"), ("programme", "program"),
    ("programmes", "programs"), ("spelt", "spelled"), ("sizeable", "sizable"),
    ("scaleable", "scalable"), ("speciality", "specialty"), ("specialities", "specialties"),
    ("towards", "toward"), ("useable", "usable"), ("whilst", "while"), ("woollen", "woolen"),
    ("woollens", "woolens"),
  ]

  /// Beginnings of words that follow no rule, sorted by their first letters.
  private static let beginnings: [Pair] = [
    ("aluminium", "aluminum"), ("artefact", "artifact"), ("archaeo", "archeo"),
    ("carburett", "carburet"), ("connexion", "connection"), ("chequer", "checker"),
    ("draught", "draft"), ("enquir", "inquir"), ("fibreg", "fiberg"), ("fibreo", "fibero"),
    ("inflexion", "inflection"), ("mould", "mold"), ("moult", "molt"), ("moustach", "mustach"),
    ("meagre", "meager"), ("omelette", "omelet"), ("plough", "plow"), ("pyjama", "pajama"),
    ("practis", "practic"), ("pedlar", "peddler"), ("palaeo", "paleo"), ("sceptic", "skeptic"),
    ("smoulder", "smolder"), ("sulph", "sulf"), ("skilful", "skillful"), ("sombre", "somber"),
    ("wilful", "willful"), ("yoghurt", "yogurt"),
  ]

  private static let wordsByLetter = byLetter(words)
  private static let beginningsByLetter = byLetter(beginnings)

  /// Where the pairs of each first letter begin in a sorted list, and its end.
  private static func byLetter(_ pairs: [Pair]) -> [Int] {
    var starts = [Int](repeating: 0, count: 27)
    for pair in pairs { starts[Int(pair.british.utf8Start[0]) - 96] += 1 }
    for letter in 1..<27 { starts[letter] += starts[letter - 1] }
    return starts
  }

  /// The places of the pairs of a word's first letter.
  private static func places(_ word: StemBuffer, _ starts: [Int]) -> Range<Int> {
    let letter = Int(word[0]) - 97
    return starts[letter]..<starts[letter + 1]
  }

  private static func replaceWord(_ word: inout StemBuffer) -> Bool {
    for place in places(word, wordsByLetter)
    where word.equals(words[place].british, within: word.count) {
      word.replace(after: 0, with: words[place].american)
      return true
    }
    return false
  }

  private static func replaceBeginning(_ word: inout StemBuffer) {
    for place in places(word, beginningsByLetter) {
      let pair = beginnings[place]
      guard word.begins(with: pair.british) else { continue }
      word.replace(at: 0, pair.british.utf8CodeUnitCount, with: pair.american)
      return
    }
  }

  /// Words with `ae` that keep it, by a part of theirs; `ae` before a vowel is kept, too.
  private static let keptAe: [StaticString] = [
    "aer", "ael", "aest", "daemon", "gaelic", "aeolian", "reggae", "paella", "aegis",
  ]

  /// Parts of words whose `oe` becomes `e`.
  private static let oeParts: [Pair] = [
    ("oestr", "estr"), ("oesoph", "esoph"), ("oedem", "edem"), ("foet", "fet"),
    ("rrhoe", "rrhe"), ("moeb", "meb"), ("coelia", "celia"), ("homoeo", "homeo"),
    ("noeuv", "neuv"), ("pnoe", "pne"), ("oecolog", "ecolog"), ("oenolog", "enolog"),
    ("onomatopoe", "onomatope"), ("subpoen", "subpen"), ("oecumen", "ecumen"),
  ]

  private static func replaceDigraphs(_ word: inout StemBuffer) {
    if let index = word.firstIndex(of: "oe") {
      for pair in oeParts {
        guard let part = word.firstIndex(of: pair.british) else { continue }
        word.replace(at: part, pair.british.utf8CodeUnitCount, with: pair.american)
        break
      }
      if index == 0 && word.begins(with: "oe") { return }
    }
    if let index = word.firstIndex(of: "aesth") {
      word.replace(at: index, 5, with: "esth")
    }
    // At the end it is a plural of Latin (`larvae`) or an acronym's (`vaes`).
    guard let index = word.firstIndex(of: "ae"), index + 3 < word.count,
      !SnowballEnglish.isVowel(word[index + 2]),
      !keptAe.contains(where: { word.firstIndex(of: $0) != nil })
    else { return }
    word.replace(at: index, 2, with: "e")
  }

  /// What may follow `our` where it is the ending `-our`.
  private static let afterOur: [StaticString] = [
    "ed", "ing", "er", "abl", "ful", "less", "it", "is", "iz", "al", "ie", "iness", "hood", "ly",
    "ation", "abil",
  ]

  /// Parts of words whose `our` is the ending whatever follows: `colourblind`.
  private static let always: [StaticString] = [
    "colour", "neighbour", "favour", "flavour", "honour",
  ]

  /// Words with `our` in spite of the letter before it.
  private static let keptOur: [StaticString] = [
    "devour", "paramour", "amour", "velours", "velour", "badour", "padour", "downpour", "outpour",
  ]

  private static func replaceOur(_ word: inout StemBuffer) {
    guard let index = word.firstIndex(of: "our"), index >= 2, word.hasVowel(before: index) else {
      return
    }
    // No word in `-hour`, `-tour`, `-four` or the like is meant.
    switch word[index - 1] {
    case UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "g"),
      UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "m"), UInt8(ascii: "n"),
      UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "v"):
      break
    default: return
    }
    let rest = word.count - index - 3
    let isEnd =
      rest == 0
      || (rest == 1
        && (word[index + 3] == UInt8(ascii: "s") || word[index + 3] == UInt8(ascii: "y")))
    let isWord = always.contains { word.firstIndex(of: $0) != nil }
    guard isEnd || isWord || afterOur.contains(where: { word.contains($0, at: index + 3) }),
      !keptOur.contains(where: { kept in
        guard let start = word.firstIndex(of: kept) else { return false }
        return start + kept.utf8CodeUnitCount == index + 3
          // `enamour` has no kept ending.
          && (start == 0 || kept.utf8CodeUnitCount > 5)
      })
    else { return }
    word.replace(at: index, 3, with: "or")
  }

  /// What may follow `is` where it is the ending `-ise`.
  private static let afterIs: [StaticString] = [
    "e", "es", "ed", "er", "ers", "ing", "ings", "ation", "ations", "ational", "ationally", "able",
    "ably", "ability", "ingly", "edly", "ables", "abilities", "ement", "ements", "ance", "ant",
  ]

  /// Endings of what stands before `is` in words that keep it: `surprise`, `exercise`.
  private static let keptBeforeIs: [StaticString] = [
    "pr", "prom", "prem", "surm", "chast", "expert", "advert", "treat", "parad",
    "merchand", "franch", "desp", "sunr", "moonr", "upr", "highr", "trell", "cull", "marqu", "w",
  ]

  /// The same after `a` and `o`, where most verbs keep it.
  private static let keptAfterVowel: [StaticString] = [
    "pra", "ra", "no", "po", "quo", "rto", "nna", "ala", "ona", "nda", "lia", "cho", "ho",
  ]

  /// The same where nothing else stands before: `arise`, `valise`.
  private static let wholeBeforeIs: [StaticString] = [
    "ar", "an", "den", "el", "val", "ib", "pen", "ir", "cer", "chem", "dem", "rem", "par", "mad",
    "mort", "mant",
  ]

  private static func replaceIse(_ word: inout StemBuffer) {
    guard let ending = afterIs.first(where: { word.ends(in: $0) && hasIs(word, before: $0) }) else {
      return
    }
    let index = word.count - ending.utf8CodeUnitCount - 2
    guard index >= 2, word.hasVowel(before: index), isVerbBase(word, index),
      !keptBeforeIs.contains(where: { word.ends(in: $0, within: index) }),
      !wholeBeforeIs.contains(where: { word.equals($0, within: index) })
    else { return }
    word[index + 1] = UInt8(ascii: "z")
  }

  private static func hasIs(_ word: StemBuffer, before ending: StaticString) -> Bool {
    word.ends(in: "is", within: word.count - ending.utf8CodeUnitCount)
  }

  /// Whether a verb in `-ize` may be made of the first letters: `advise`, `exercise` and `praise`
  /// are none.
  private static func isVerbBase(_ word: StemBuffer, _ length: Int) -> Bool {
    switch word[length - 1] {
    case UInt8(ascii: "v"): word.ends(in: "tiv", within: length)
    case UInt8(ascii: "c"):
      word.ends(in: "ic", within: length) || word.ends(in: "trac", within: length)
        || word.ends(in: "exorc", within: length)
    case UInt8(ascii: "a"), UInt8(ascii: "o"):
      length >= 4 && !keptAfterVowel.contains { word.ends(in: $0, within: length) }
    case UInt8(ascii: "u"): word.ends(in: "loqu", within: length)
    case let last: !SnowballEnglish.isVowel(last)
    }
  }

  private static func replaceYse(_ word: inout StemBuffer) {
    let endings: [StaticString] = ["e", "es", "ed", "er", "ers", "ing", "ings", "able", "ation"]
    for ending in endings where word.ends(in: ending) {
      let length = word.count - ending.utf8CodeUnitCount
      if length >= 5, word.ends(in: "lys", within: length) {
        word[length - 1] = UInt8(ascii: "z")
        return
      }
    }
  }

  private static let keptRe: [StaticString] = [
    "hatred", "macabre", "timbre", "euchre", "maitre", "string", "oeuvre", "oeuvres",
  ]

  /// French words that are used in English as they are.
  private static let french: [StaticString] = ["entre", "outre", "votre", "notre", "quatre"]

  private static func replaceRe(_ word: inout StemBuffer) {
    let endings: [StaticString] = ["re", "res", "red", "ring"]
    guard word.count >= 5, let ending = endings.first(where: { word.ends(in: $0) }) else { return }
    let index = word.count - ending.utf8CodeUnitCount
    guard word.hasVowel(before: index) else { return }
    switch word[index - 1] {
    case UInt8(ascii: "t"):
      // `string` has no vowel before its `t`; `centring` and `centred` have a consonant.
      if ending.utf8CodeUnitCount > 2 && !word.ends(in: "res")
        && !word.ends(in: "nt", within: index)
        && !word.ends(in: "pt", within: index)
      {
        return
      }
    case UInt8(ascii: "b"):
      if !word.ends(in: "re") && !word.ends(in: "res") && !word.ends(in: "fib", within: index) {
        return
      }
    case UInt8(ascii: "h"): if !word.ends(in: "ch", within: index) { return }
    case UInt8(ascii: "v"): if !word.ends(in: "euv", within: index) { return }
    default: return
    }
    if keptRe.contains(where: { word.ends(in: $0) })
      || french.contains(where: { word.equals($0, within: word.count) })
    {
      return
    }
    if word.ends(in: "ring") {
      word.replace(after: index, with: "ering")
    } else if word.ends(in: "red") {
      word.replace(after: index, with: "ered")
    } else {
      word[index] = UInt8(ascii: "e")
      word[index + 1] = UInt8(ascii: "r")
    }
  }

  private static func replaceOgue(_ word: inout StemBuffer) {
    for ending: StaticString in ["logue", "logues", "logued", "loguer", "loguers", "loguing"]
    where word.ends(in: ending) {
      let index = word.count - ending.utf8CodeUnitCount
      guard index >= 2, SnowballEnglish.isVowel(word[index - 1]),
        !word.ends(in: "pro", within: index)
      else { return }
      // The `e` of `-logued` and the `i` of `-loguing` stay: `cataloged`.
      let isParticiple = ending.utf8CodeUnitCount > 6 || !word.ends(in: "e") && !word.ends(in: "s")
      word.replace(at: index + 3, isParticiple ? 1 : 2, with: "")
      return
    }
  }

  private static func replaceDoubledL(_ word: inout StemBuffer) {
    let endings: [StaticString] = [
      "ed", "ing", "ings", "er", "ers", "or", "ors", "ous", "ously", "ist", "ists", "est",
    ]
    for ending in endings where word.ends(in: ending) {
      let index = word.count - ending.utf8CodeUnitCount
      guard index >= 5, word.ends(in: "ll", within: index), !word.ends(in: "stall", within: index),
        word.vowelGroups(before: index) >= 2 || hasTwoVowels(word, before: index)
      else { continue }
      word.replace(at: index - 1, 1, with: "")
      return
    }
  }

  /// Whether `-uell` or `-iall` has two syllables, as in `fuelled` and `dialled`.
  private static func hasTwoVowels(_ word: StemBuffer, before length: Int) -> Bool {
    word.ends(in: "iall", within: length)
      || (word.ends(in: "uell", within: length) && !word.ends(in: "quell", within: length))
  }

  /// Endings of single words with their forms.
  private static let endings: [Pair] = [
    ("defence", "defense"), ("offence", "offense"), ("pretence", "pretense"),
    ("licence", "license"), ("defences", "defenses"), ("offences", "offenses"),
    ("pretences", "pretenses"), ("licences", "licenses"), ("defenceless", "defenseless"),
    ("judgement", "judgment"), ("judgements", "judgments"), ("judgemental", "judgmental"),
    ("acknowledgement", "acknowledgment"), ("acknowledgements", "acknowledgments"),
  ]

  private static func replaceEndings(_ word: inout StemBuffer) {
    for pair in endings where word.ends(in: pair.british) {
      word.replace(after: word.count - pair.british.utf8CodeUnitCount, with: pair.american)
      return
    }
  }
}
