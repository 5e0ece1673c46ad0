import InvertedIndex
import QuestionBanks

/// The JSON form of a hit: `schema_version`, `rank`, `score`, the entry's `id`, `bank`, `file`,
/// `line`, `text`, `difficulty`, `section`, `snippet`, `copies`, and `near`; with an explanation
/// also `explanation`, and of a related question `shared_words`.
extension Hit: Encodable {
  private enum CodingKeys: String, CodingKey {
    case schemaVersion = "schema_version"
    case rank, score, id, bank, file, line, text, difficulty, section, snippet, explanation
    case copies
    case isNear = "near"
    case sharedWords = "shared_words"
  }

  /// The version of this form; it changes when a name changes its meaning or goes away.
  public static let schemaVersion = 1

  /// Writes every name; what is absent is `null`, but for `explanation` and `shared_words`, which
  /// are left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schemaVersion, forKey: .schemaVersion)
    try container.encode(rank, forKey: .rank)
    try container.encode(score, forKey: .score)
    try container.encode(entry.id, forKey: .id)
    try container.encode(entry.bank, forKey: .bank)
    try container.encode(entry.file, forKey: .file)
    try container.encode(entry.line, forKey: .line)
    try container.encode(entry.text, forKey: .text)
    try container.encode(entry.difficulty, forKey: .difficulty)
    try container.encode(entry.section, forKey: .section)
    try container.encode(passage?.text, forKey: .snippet)
    try container.encode(copies.map(CopyForm.init), forKey: .copies)
    try container.encode(isNear, forKey: .isNear)
    try container.encodeIfPresent(sharedWords, forKey: .sharedWords)
    try container.encodeIfPresent(explanation.map(ExplanationForm.init), forKey: .explanation)
  }
}

/// The JSON form of a copy of a hit.
private struct CopyForm: Encodable {
  let id: String
  let bank: String
  let file: String
  let line: Int

  init(_ entry: Entry) { (id, bank, file, line) = (entry.id, entry.bank, entry.file, entry.line) }
}

/// The JSON form of an explanation: one object a term.
private struct ExplanationForm: Encodable {
  let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  private enum CodingKeys: String, CodingKey {
    case term, frequencies, idf, contribution
    case documentFrequency = "document_frequency"
    case queryPart = "query_part"
    case documentPart = "document_part"
    case lengthPart = "length_part"
  }

  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for part in explanation.parts {
      var container = list.nestedContainer(keyedBy: CodingKeys.self)
      try container.encode(part.term, forKey: .term)
      let fields = zip(EntryField.names, part.frequencies).map { ($0, $1) }
      try container.encode(
        Dictionary(fields, uniquingKeysWith: { first, _ in first }), forKey: .frequencies)
      try container.encode(part.documentFrequency, forKey: .documentFrequency)
      try container.encode(part.idf, forKey: .idf)
      try container.encode(part.queryPart, forKey: .queryPart)
      try container.encode(part.documentPart, forKey: .documentPart)
      try container.encode(part.lengthPart, forKey: .lengthPart)
      try container.encode(part.contribution, forKey: .contribution)
    }
  }
}
