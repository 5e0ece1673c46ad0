/// Reads measures as `ir_measures` writes them: `Name(key=value, …)@cutoff`, blanks anywhere
/// between the parts.
struct MeasureParser {
  /// Why a text is no measure.
  struct Refusal: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }

  private var rest: Substring

  /// The measure's type and its parameters.
  static func parse(
    _ text: String
  ) throws(Refusal) -> (any RankingMeasure.Type, MeasureParameters) {
    guard text.utf8.count <= 200 else { throw Refusal("too long for a measure") }
    var parser = MeasureParser(rest: text[...])
    let name = parser.word()
    guard !name.isEmpty else { throw Refusal("begins with no name; write one as nDCG@10") }
    guard let type = MeasureRegistry.measure(named: name) else {
      let hint = MeasureRegistry.suggestion(for: name).map { "; did you mean '\($0)'?" }
      throw Refusal("not known" + (hint ?? "; known are \(names)"))
    }
    var parameters = MeasureParameters()
    if parser.take("(") { try parser.arguments(into: &parameters, of: type.signature) }
    if parser.take("@") {
      try parser.setCutoff(parser.value(), in: &parameters, of: type.signature)
    }
    guard parser.isAtEnd else {
      throw Refusal("'\(parser.rest)' is too much; write it as \(type.signature.form)")
    }
    guard type.signature.cutoff != .required || parameters.cutoff != nil else {
      throw Refusal("needs a rank; write it as \(name)@10")
    }
    return (type, parameters)
  }

  private static var names: String {
    MeasureRegistry.all.map { $0.signature.name }.joined(separator: ", ")
  }

  private var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return rest.isEmpty
    }
  }

  private mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

  private mutating func take(_ character: Character) -> Bool {
    skipBlanks()
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func word() -> String {
    skipBlanks()
    let word = rest.prefix { $0 == "_" || $0 == "." || $0.isLetter || $0.isNumber }
    rest = rest[word.endIndex...]
    return String(word)
  }

  /// A number, a word, or a text in quotes, as it is written without the quotes.
  private mutating func value() -> String {
    skipBlanks()
    if let quote = rest.first, quote == "'" || quote == "\"" {
      let text = rest.dropFirst().prefix { $0 != quote }
      guard text.endIndex < rest.endIndex else { return "" }
      rest = rest[text.endIndex...].dropFirst()
      return String(text)
    }
    let text = rest.prefix { $0 != "," && $0 != ")" && $0 != " " && $0 != "@" }
    rest = rest[text.endIndex...]
    return String(text)
  }

  private mutating func arguments(
    into parameters: inout MeasureParameters, of signature: MeasureSignature
  ) throws(Refusal) {
    while !take(")") {
      let key = word()
      guard take("=") else {
        throw Refusal("write it as \(signature.form), with values behind '='")
      }
      let text = value()
      if key == "cutoff" {
        try setCutoff(text, in: &parameters, of: signature)
      } else if let parameter = signature.parameters.first(where: { $0.name == key }) {
        try Self.set(parameter, to: text, in: &parameters)
      } else {
        let known = signature.parameters.map(\.name).joined(separator: ", ")
        throw Refusal(
          "has no parameter '\(key)'" + (known.isEmpty ? "" : "; it has \(known)"))
      }
      guard take(",") || rest.first == ")" else { throw Refusal("lacks ')'") }
    }
  }

  private func setCutoff(
    _ text: String, in parameters: inout MeasureParameters, of signature: MeasureSignature
  ) throws(Refusal) {
    guard signature.cutoff != .none else {
      throw Refusal("takes no rank; write it as \(signature.form)")
    }
    guard let cutoff = Int(text), (1...1_000_000_000).contains(cutoff) else {
      throw Refusal("'\(text)' is no rank; write a whole number from 1, as in \(signature.name)@10")
    }
    parameters.cutoff = cutoff
  }

  private static func set(
    _ parameter: MeasureSignature.Parameter, to text: String,
    in parameters: inout MeasureParameters
  ) throws(Refusal) {
    switch parameter {
    case .relevant:
      guard let level = Int(text), (0...Int(Int32.max)).contains(level) else {
        throw Refusal("rel is the lowest relevant grade, a whole number from 0, as in rel=2")
      }
      parameters.givenRelevant = level
    case .judgedOnly:
      guard text == "True" || text == "False" else {
        throw Refusal("judged_only is True or False")
      }
      parameters.judgedOnly = text == "True"
    case .discountedGain:
      guard let gain = MeasureParameters.Gain(rawValue: text) else {
        throw Refusal("dcg is 'log2' or 'exp-log2'")
      }
      parameters.gain = gain
    case .persistence:
      guard let p = Double(text), p > 0, p < 1 else {
        throw Refusal("p is between 0 and 1, as in p=0.8")
      }
      parameters.persistence = p
    }
  }
}
