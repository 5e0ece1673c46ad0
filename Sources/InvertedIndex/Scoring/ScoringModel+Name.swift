extension ScoringModel: CustomStringConvertible {
  /// The names that `init(named:fields:)` takes, with a word on each.
  public static let names: [(name: String, summary: String)] = [
    ("bm25f", "BM25 over weighted fields; parameters k1, b, and a weight by field name"),
    ("bm25", "BM25 over all fields as one text (Lucene's idf); parameters k1, b"),
    ("tfidf", "the same as tfidf:lnc.ltc"),
    ("tfidf:lnc.ltc", "TF-IDF cosine by the SMART triples lnc for documents, ltc for queries"),
    ("tfidf:lucene", "Lucene's classic TF-IDF"),
  ]

  /// Reads a model's name and parameters: `bm25`, `bm25:k1=0.9,b=0.4`, `bm25f:question=3,b=0.6`,
  /// `tfidf:lnc.ltc`.
  ///
  /// - Parameters:
  ///   - name: the name, case and blanks aside.
  ///   - fields: what `bm25f` begins with, before its parameters are set.
  /// - Throws: `IndexError.unknownModel` with what is known.
  public init(named name: String, fields: BM25F = BM25F()) throws(IndexError) {
    let parts = name.lowercased().split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let family = parts.first.map(String.init) ?? ""
    let rest = parts.count > 1 ? String(parts[1]) : ""
    switch family {
    case "bm25":
      var model = BM25()
      try Self.forEachParameter(rest, of: name) { key, value in
        switch key {
        case "k1": model.k1 = value
        case "b" where value <= 1: model.b = value
        default: return "k1 is zero or more, b between 0 and 1, and there are no others"
        }
        return nil
      }
      self = .bm25(model)
    case "bm25f":
      self = .bm25f(try Self.bm25f(rest, of: name, from: fields))
    case "tfidf" where rest.isEmpty || rest == "lnc.ltc":
      self = .tfidfCosine
    case "tfidf" where rest == "lucene":
      self = .tfidfLucene
    default:
      let known = Self.names.map(\.name).joined(separator: ", ")
      throw .unknownModel(Self.shortened(name), reason: "not known; there are \(known)")
    }
  }

  /// Larger parameters say nothing more and could make scores infinite.
  private static let parameterLimit = 1e6

  private static func bm25f(
    _ parameters: String, of name: String, from start: BM25F
  ) throws(IndexError) -> BM25F {
    var model = start
    try forEachParameter(parameters, of: name) { key, value in
      switch key {
      case "k1": model.k1 = value
      case "b" where value <= 1:
        for index in model.fields.indices { model.fields[index].b = value }
      default:
        let isLength = key.hasSuffix(".b")
        let name = isLength ? String(key.dropLast(2)) : key
        // A model that begins without fields takes any; one that has them knows their names.
        if start.fields.isEmpty, !model.fields.contains(where: { $0.name == name }) {
          model.fields.append(BM25F.Field(name))
        }
        guard let index = model.fields.firstIndex(where: { $0.name == name }),
          !isLength || value <= 1
        else {
          let fields = model.fields.map(\.name).joined(separator: ", ")
          return "k1 is zero or more, b and FIELD.b between 0 and 1; fields: \(fields)"
        }
        if isLength { model.fields[index].b = value } else { model.fields[index].weight = value }
      }
      return nil
    }
    return model
  }

  /// What an error says back of a name.
  private static func shortened(_ name: String) -> String {
    name.unicodeScalars.count <= 60
      ? name : String(String.UnicodeScalarView(name.unicodeScalars.prefix(60))) + "…"
  }

  /// Calls `set` with each `key=number` of a comma-separated list; `set` gives a reason to refuse.
  private static func forEachParameter(
    _ list: String, of name: String, set: (String, Double) -> String?
  ) throws(IndexError) {
    for parameter in list.split(separator: ",") {
      // The variant that is computed may be named.
      if parameter == "lucene" { continue }
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
    case .bm25(let model): return "bm25:k1=\(model.k1),b=\(model.b)"
    case .bm25f(let model):
      let fields = model.fields.map { "\($0.name)=\($0.weight),\($0.name).b=\($0.b)" }
      return "bm25f:" + (["k1=\(model.k1)"] + fields).joined(separator: ",")
    case .tfidfCosine: return "tfidf:lnc.ltc"
    case .tfidfLucene: return "tfidf:lucene"
    }
  }
}
