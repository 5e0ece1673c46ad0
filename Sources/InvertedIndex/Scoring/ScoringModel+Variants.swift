/// Reads the parameters of each family of models.
extension ScoringModel {
  /// BM25 over all fields as one text: a variant's name, if any, and its parameters.
  static func bm25(_ list: String, of name: String) throws(IndexError) -> ScoringModel {
    let parts = list.split(separator: ",")
    let variants = parts.filter { !$0.contains("=") }
    let parameters = parts.filter { $0.contains("=") }.joined(separator: ",")
    guard variants.count <= 1 else {
      throw .unknownModel(shortened(name), reason: "more than one variant of BM25")
    }
    let variant = variants.first.map(String.init) ?? BM25.Variant.lucene.rawValue
    switch variant {
    case "bm25l": return .bm25l(try delta(parameters, of: name, from: BM25L.parameters))
    case "bm25+": return .bm25Plus(try delta(parameters, of: name, from: BM25Plus.parameters))
    case "bm25-adpt":
      var model = BM25Adaptive()
      try forEachParameter(parameters, of: name) { key, value in
        guard key == "b", value <= 1 else {
          return "b is between 0 and 1, each term has its own k1, and there are no others"
        }
        model.b = value
        return nil
      }
      return .bm25Adaptive(model)
    default:
      guard let variant = BM25.Variant(rawValue: variant) else {
        let known = BM25.Variant.allCases.map(\.rawValue) + ["bm25l", "bm25+", "bm25-adpt"]
        throw .unknownModel(
          shortened(name),
          reason: "no variant '\(shortened(variant))'; there are \(known.joined(separator: ", "))")
      }
      var model = BM25(variant)
      try forEachParameter(parameters, of: name) { key, value in
        switch key {
        case "k1": model.k1 = value
        case "b" where value <= 1: model.b = value
        default: return "k1 is zero or more, b between 0 and 1, and there are no others"
        }
        return nil
      }
      return .bm25(model)
    }
  }

  /// What BM25L and BM25+ take.
  private static func delta(
    _ parameters: String, of name: String, from start: BM25Delta
  ) throws(IndexError) -> BM25Delta {
    var model = start
    try forEachParameter(parameters, of: name) { key, value in
      switch key {
      case "k1": model.k1 = value
      case "b" where value <= 1: model.b = value
      case "delta": model.delta = value
      case "absent" where value == 0 || value == 1: model.countsAbsentTerms = value == 1
      default:
        return "k1 and delta are zero or more, b between 0 and 1, absent 0 or 1, "
          + "and there are no others"
      }
      return nil
    }
    return model
  }

  /// Two SMART triples and their parameters.
  static func smart(_ list: String, of name: String) throws(IndexError) -> SMARTWeighting {
    let parts = list.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let triples = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard triples.count == 2, let document = SMARTTriple(triples[0]),
      let query = SMARTTriple(triples[1])
    else {
      throw .unknownModel(
        shortened(name),
        reason: "not known; write lucene, or two SMART triples as in lnc.ltc, each of the letters "
          + "[nlabLd] for term frequency, [ntp] for document frequency, [ncub] for normalization; "
          + "upper and lower case differ")
    }
    var weighting = SMARTWeighting(document: document, query: query)
    let parameters = parts.count > 1 ? parts[1].lowercased() : ""
    try forEachParameter(parameters, of: name) { key, value in
      switch key {
      case "slope" where value <= 1: weighting.slope = value
      case "alpha" where value <= 1: weighting.alpha = value
      default: return "slope and alpha are between 0 and 1, and there are no others"
      }
      return nil
    }
    return weighting
  }

  /// BM25 over weighted fields.
  static func bm25f(
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
}
