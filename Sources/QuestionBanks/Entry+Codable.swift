extension Entry: Codable {
  /// The version of the JSON form.
  public static let schemaVersion = 1

  /// The names of the JSON form.
  enum CodingKeys: String, CodingKey {
    case schemaVersion = "schema_version"
    case id, bank, file, line
    case lineEnd = "line_end"
    case byteStart = "byte_start"
    case byteEnd = "byte_end"
    case kind, text, difficulty, section, context, hint, answer
    case answerLine = "answer_line"
    case answerLineEnd = "answer_line_end"
    case tags, origin
  }

  /// Reads the JSON form; a newer `schema_version` is refused.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let version = try values.decode(Int.self, forKey: .schemaVersion)
    guard version == Entry.schemaVersion else {
      throw DecodingError.dataCorruptedError(
        forKey: .schemaVersion, in: values,
        debugDescription: "schema_version \(version) is not \(Entry.schemaVersion)")
    }
    self.init(
      id: try values.decode(String.self, forKey: .id),
      bank: try values.decode(String.self, forKey: .bank),
      file: try values.decode(String.self, forKey: .file),
      line: try values.decode(Int.self, forKey: .line),
      lineEnd: try values.decode(Int.self, forKey: .lineEnd),
      byteStart: try values.decode(Int.self, forKey: .byteStart),
      byteEnd: try values.decode(Int.self, forKey: .byteEnd),
      kind: try values.decode(EntryKind.self, forKey: .kind),
      text: try values.decode(String.self, forKey: .text),
      difficulty: try values.decodeIfPresent(Difficulty.self, forKey: .difficulty),
      section: try values.decode([String].self, forKey: .section),
      context: try values.decodeIfPresent(String.self, forKey: .context),
      hint: try values.decodeIfPresent(String.self, forKey: .hint),
      answer: try values.decodeIfPresent(String.self, forKey: .answer),
      answerLine: try values.decodeIfPresent(Int.self, forKey: .answerLine),
      answerLineEnd: try values.decodeIfPresent(Int.self, forKey: .answerLineEnd),
      tags: try values.decode([String].self, forKey: .tags),
      origin: try values.decodeIfPresent(String.self, forKey: .origin))
  }

  /// Writes the JSON form; what is absent is written as `null`.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(Entry.schemaVersion, forKey: .schemaVersion)
    try values.encode(id, forKey: .id)
    try values.encode(bank, forKey: .bank)
    try values.encode(file, forKey: .file)
    try values.encode(line, forKey: .line)
    try values.encode(lineEnd, forKey: .lineEnd)
    try values.encode(byteStart, forKey: .byteStart)
    try values.encode(byteEnd, forKey: .byteEnd)
    try values.encode(kind, forKey: .kind)
    try values.encode(text, forKey: .text)
    // `encode` of an optional writes null, where `encodeIfPresent` would leave the key out.
    try values.encode(difficulty, forKey: .difficulty)
    try values.encode(section, forKey: .section)
    try values.encode(context, forKey: .context)
    try values.encode(hint, forKey: .hint)
    try values.encode(answer, forKey: .answer)
    try values.encode(answerLine, forKey: .answerLine)
    try values.encode(answerLineEnd, forKey: .answerLineEnd)
    try values.encode(tags, forKey: .tags)
    try values.encode(origin, forKey: .origin)
  }
}
