/// The words at which questions and orders begin. Lower case, apostrophes dropped.
///
/// They are evidence, never proof: a convention weighs them with marks, repetition and answers.
enum QuestionWords {
  /// Begin a question also where its mark is missing.
  static let interrogatives = words(
    """
    what whats why whys how hows when where which who whos whom whose
    was wie warum wieso wann wo wer wen wem welche welcher welches wozu weshalb
    que quel quelle quels quelles comment pourquoi quand quoi combien
    qué cuál cuáles cómo quién quiénes cuándo dónde cuánto cuántos
    qual quais quando onde quem quanto como porque cosa perché quale quali chi dove
    ما ماذا كيف لماذا متى أين من هل أي كم
    что как почему зачем когда где кто какой какая какие каков чем сколько
    """)

  /// Begin a question if a mark ends it.
  static let auxiliaries = words(
    """
    is are am was were isnt arent do does did dont doesnt didnt can cant could couldnt would
    wouldnt should shouldnt shall will wont has have had havent hasnt may might must
    ist sind kann können soll est sont peut es son puede
    in on at by for from to under with without of as between during after before about
    and or but so if whether
    """)

  /// Orders that ask for knowledge: a text that begins so is hardly anything else.
  static let academicOrders = words(
    """
    explain describe define derive discuss compare contrast differentiate distinguish prove
    calculate compute outline illustrate elaborate summarize summarise state mention enumerate
    justify evaluate estimate interpret analyze analyse demonstrate name list sketch argue
    erkläre erklären beschreibe beschreiben definiere nenne nennen vergleiche
    expliquez expliquer décrivez définir définissez explica explique describe definir defina
    объясните опишите назовите
    اشرح عرف عرّف قارن اذكر صف وضح وضّح علل ناقش
    """)

  /// Orders that ask for work; also steps of a guide begin so.
  static let taskOrders = words(
    """
    write implement design draw find give show create build construct develop solve determine
    identify provide tell talk walk suggest propose generate simulate print reverse sort traverse
    convert merge count check return rank classify predict plot code devise formulate model
    obtain express rewrite simplify verify specify choose pick select complete fill consider tick
    schreibe schreiben zeige écrivez escribe calcule calcula
    """)

  /// Begin a situation that a question follows.
  static let scenarios = words(
    """
    given suppose assume assuming imagine consider considering let say there you your youre youve
    a an the
    we i if for in when with it many some most once two three our
    """)

  /// The scenarios that set up a situation of their own.
  static let situations = words(
    "suppose assume assuming imagine consider considering let say there you youre in given")

  /// Words that may stand before an order.
  static let softeners = words("please briefly kindly now then also next just and")

  /// The lists in which a word stands.
  struct Classes: OptionSet, Sendable {
    let rawValue: UInt32
    static let interrogative = Classes(rawValue: 1)
    static let auxiliary = Classes(rawValue: 2)
    static let academicOrder = Classes(rawValue: 4)
    static let taskOrder = Classes(rawValue: 8)
    static let scenario = Classes(rawValue: 16)
    static let situation = Classes(rawValue: 32)
    static let softener = Classes(rawValue: 64)

    /// Whether the word orders something.
    var isOrder: Bool { !isDisjoint(with: [.academicOrder, .taskOrder]) }
  }

  /// The lists in which a lower-case word stands. Constant time.
  static func classes(_ word: PackedWord) -> Classes { Classes(rawValue: table.classes(word)) }

  static let table = WordTable(
    [
      (.interrogative, interrogatives), (.auxiliary, auxiliaries),
      (.academicOrder, academicOrders), (.taskOrder, taskOrders), (.scenario, scenarios),
      (.situation, situations), (.softener, softeners),
    ].map { (classes: Classes, words: Set<String>) in (classes.rawValue, words) })

  /// Beginnings of bare subjects that ask for a comparison or a list.
  static let subjectBeginnings = [
    "pros and cons", "difference between", "differences between", "advantages", "disadvantages",
    "types of", "benefits of", "the difference between",
  ].map { Array($0.utf8) }

  /// The first letters of those, as bits.
  static let subjectLetters: UInt32 = subjectBeginnings.reduce(0) {
    $0 | 1 << UInt32($1[0] & 0x1F)
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
