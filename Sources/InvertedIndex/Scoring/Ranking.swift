/// How results are ranked: by a model's scores, in which words that say little may weigh less, by
/// how near documents are to the query in the latent space of their words, and by how near its
/// words stand to each other in them and in which forms.
public struct Ranking: Sendable, Hashable {
  /// How words are scored.
  public var model: ScoringModel
  /// The factor on the weight of function words ("how", "is", "the") and of others that say little
  /// ("describe", "between", a letter alone), from 0 to 1; 1: as other words. In collections of
  /// more than 2,000 documents it is nearer to 1, and from 50,000 on it is 1.
  public var functionWords: Double
  /// How much nearness in the latent space counts, from 0 to 1; 0: nothing. In
  /// collections of more than 2,000 documents it is less. Documents that are near enough may join
  /// those that words find. See ``LatentSpace``, ``NearestDocuments``.
  public var latent: Double
  /// How far the query's place in the latent space moves toward the best documents (Rocchio 1971)
  /// where these agree, from 0 to 1; 0: not at all.
  public var feedback: Double
  /// How much it counts that words which stand beside each other in the query stand near each other
  /// in a document, from 0 to 1; 0: not at all. See ``Proximity``.
  public var proximity: Double
  /// How much it counts that a document has a word as the query writes it in its first field with
  /// words, and not in another form alone, from 0 to 1; 0: not at all. See ``ExactForms``. For an
  /// index that keeps forms (``IndexWriter/keepsForms``).
  public var exactForms: Double
  /// Whether words that no document has are replaced by others that are one slip away. A matter of
  /// those who have the query's text: a search for terms does not.
  public var correctsSpelling: Bool
  /// Whether documents whose first field is the query's text, but for order and forms of words and
  /// a word in five more or less, come before all others.
  public var putsSameTextFirst: Bool

  /// By a model alone.
  public init(
    _ model: ScoringModel, functionWords: Double = 1, latent: Double = 0, feedback: Double = 0,
    proximity: Double = 0, exactForms: Double = 0, correctsSpelling: Bool = false,
    putsSameTextFirst: Bool = false
  ) {
    self.model = model
    self.functionWords = functionWords
    self.latent = latent
    self.feedback = feedback
    self.proximity = proximity
    self.exactForms = exactForms
    self.correctsSpelling = correctsSpelling
    self.putsSameTextFirst = putsSameTextFirst
  }

  /// Reads a model's name with `function`, `latent`, `feedback`, `proximity`, `forms`, `spelling`
  /// and `exact` (the last two 0 or 1) among its parameters:
  /// `bm25:k1=0.9,function=0.3,latent=0.3`.
  ///
  /// - Throws: `IndexError.unknownModel` with what is known.
  public init(named name: String, fields: BM25F = BM25F()) throws(IndexError) {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    var (kept, own): ([Substring], [Substring]) = ([], [])
    for parameter in parts.count > 1 ? parts[1].split(separator: ",") : [] {
      let isOwn = Self.parameters.contains { parameter.lowercased().hasPrefix($0 + "=") }
      if isOwn { own.append(parameter) } else { kept.append(parameter) }
    }
    let rest =
      own.isEmpty
      ? parts.dropFirst().first.map { ":" + $0 } ?? "" : ":\(kept.joined(separator: ","))"
    let bare = String(parts.first ?? "") + (rest == ":" ? "" : rest)
    self.init(try ScoringModel(named: bare, fields: fields))
    var (spelling, exact) = (0.0, 0.0)
    var read = self
    try ScoringModel.forEachParameter(own.joined(separator: ",").lowercased(), of: name) {
      key, value in
      guard value <= 1 else { return "\(key) is a number from 0 to 1" }
      switch key {
      case "latent": read.latent = value
      case "function": read.functionWords = value
      case "feedback": read.feedback = value
      case "proximity": read.proximity = value
      case "forms": read.exactForms = value
      case "exact": exact = value
      default: spelling = value
      }
      return nil
    }
    self = read
    correctsSpelling = spelling > 0
    putsSameTextFirst = exact > 0
  }

  /// What a name's parameters may be besides those of its model.
  private static let parameters = [
    "function", "latent", "feedback", "proximity", "forms", "spelling", "exact",
  ]

  /// So many of the best results by words are ranked anew by what else counts.
  static let candidates = 100
  /// The query moves toward so many of the best.
  static let feedbackDocuments = 3
  /// In collections of so many documents at the most all counts that few documents need.
  static let smallCollection = 2_000

  /// Whether it has more to it than words.
  var ranksAnew: Bool { latent > 0 || proximity > 0 || exactForms > 0 || putsSameTextFirst }
}

extension Ranking: CustomStringConvertible {
  /// The name with its parameters, as `init(named:fields:)` reads it.
  public var description: String {
    var own: [String] = []
    if functionWords != 1 { own.append("function=\(functionWords)") }
    if latent != 0 { own.append("latent=\(latent)") }
    if feedback != 0 { own.append("feedback=\(feedback)") }
    if proximity != 0 { own.append("proximity=\(proximity)") }
    if exactForms != 0 { own.append("forms=\(exactForms)") }
    if correctsSpelling { own.append("spelling=1") }
    if putsSameTextFirst { own.append("exact=1") }
    guard !own.isEmpty else { return model.description }
    let name = model.description
    return name + (name.utf8.contains(0x3A) ? "," : ":") + own.joined(separator: ",")
  }
}
