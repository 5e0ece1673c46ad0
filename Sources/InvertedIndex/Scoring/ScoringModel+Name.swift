extension ScoringModel: CustomStringConvertible {
  /// The names that `init(named:fields:)` takes, with a word on each.
  public static let names: [(name: String, summary: String)] = [
    ("bm25f", "BM25 over weighted fields; parameters k1, b, and a weight by field name"),
    ("bm25", "BM25 over all fields as one text (Lucene's idf); parameters k1, b"),
    ("bm25:robertson", "the original BM25, with negative idfs; parameters k1, b"),
    ("bm25:lucene", "the same as bm25"),
    ("bm25:atire", "BM25 as ATIRE has it; parameters k1, b"),
    ("bm25:bm25l", "BM25L; parameters k1, b, delta (0.5), absent (1)"),
    ("bm25:bm25+", "BM25+; parameters k1, b, delta (1), absent (1)"),
    ("bm25:bm25-adpt", "BM25 with a k1 for each term from information gain; parameter b"),
    ("tfidf", "the same as tfidf:lnc.ltc"),
    ("tfidf:lnc.ltc", "TF-IDF cosine by the SMART triples lnc for documents, ltc for queries"),
    ("tfidf:ltc.ltc", "any other SMART pair: [nlabLd][ntp][ncub]; parameters slope, alpha"),
    ("tfidf:lucene", "Lucene's classic TF-IDF"),
  ]

  /// Reads a model's name and parameters: `bm25`, `bm25:atire,k1=0.9,b=0.4`,
  /// `bm25:bm25+,delta=0.5,absent=0`, `bm25f:question=3,b=0.6`, `tfidf:Lnu.ltc,slope=0.25`.
  ///
  /// `absent=0` leaves out what BM25L and BM25+ give for terms that a document lacks.
  ///
  /// - Parameters:
  ///   - name: the name; case does not count, save in SMART triples.
  ///   - fields: what `bm25f` begins with, before its parameters are set.
  /// - Throws: `IndexError.unknownModel` with what is known.
  public init(named name: String, fields: BM25F = BM25F()) throws(IndexError) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let family = parts.first?.lowercased() ?? ""
    let rest = parts.count > 1 ? String(parts[1]) : ""
    switch family {
    case "bm25": self = try Self.bm25(rest.lowercased(), of: name)
    case "bm25f": self = .bm25f(try Self.bm25f(rest.lowercased(), of: name, from: fields))
    case "tfidf" where rest.isEmpty: self = .tfidfCosine
    case "tfidf" where rest.lowercased() == "lucene": self = .tfidfLucene
    case "tfidf": self = .tfidf(try Self.smart(rest, of: name))
    default:
      let known = Self.names.map(\.name).joined(separator: ", ")
      throw .unknownModel(Self.shortened(name), reason: "not known; there are \(known)")
    }
  }

  /// Larger parameters say nothing more and could make scores infinite.
  static let parameterLimit = 1e6

  /// What an error says back of a name.
  static func shortened(_ name: String) -> String {
    name.unicodeScalars.count <= 60
      ? name : String(String.UnicodeScalarView(name.unicodeScalars.prefix(60))) + "…"
  }

  /// Calls `set` with each `key=number` of a comma-separated list; `set` gives a reason to refuse.
  static func forEachParameter(
    _ list: String, of name: String, set: (String, Double) -> String?
  ) throws(IndexError) {
    for parameter in list.split(separator: ",") {
      let sides = parameter.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let value = Double(sides[1]), value >= 0, value <= parameterLimit
      else {
        throw .unknownModel(
          Self.shortened(name),
          reason: "'\(Self.shortened(String(parameter)))' is no parameter; "
            + "write them as 'bm25:k1=0.9,b=0.4'")
      }
      if let reason = set(String(sides[0]), value) {
        throw .unknownModel(Self.shortened(name), reason: reason)
      }
    }
  }

  /// The name with its parameters, as `init(named:fields:)` reads it.
  public var description: String {
    switch self {
    case .bm25(let model):
      let variant = model.variant == .lucene ? "" : model.variant.rawValue + ","
      return "bm25:\(variant)k1=\(model.k1),b=\(model.b)"
    case .bm25f(let model):
      let fields = model.fields.map { "\($0.name)=\($0.weight),\($0.name).b=\($0.b)" }
      return "bm25f:" + (["k1=\(model.k1)"] + fields).joined(separator: ",")
    case .bm25l(let model): return "bm25:bm25l,\(Self.list(model))"
    case .bm25Plus(let model): return "bm25:bm25+,\(Self.list(model))"
    case .bm25Adaptive(let model): return "bm25:bm25-adpt,b=\(model.b)"
    case .tfidf(let model):
      var name = "tfidf:\(model.document).\(model.query)"
      let normalizations = [model.document.normalization, model.query.normalization]
      if normalizations.contains(.pivotedUnique) { name += ",slope=\(model.slope)" }
      if normalizations.contains(.byteSize) { name += ",alpha=\(model.alpha)" }
      return name
    case .tfidfLucene: return "tfidf:lucene"
    }
  }

  private static func list(_ model: BM25Delta) -> String {
    "k1=\(model.k1),b=\(model.b),delta=\(model.delta)"
      + (model.countsAbsentTerms ? "" : ",absent=0")
  }
}
