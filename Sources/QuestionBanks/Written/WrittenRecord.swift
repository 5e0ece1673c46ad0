#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a written bank says of an entry beside what people see: the JSON of its comments, lines and
/// columns. Names are those of `Docs/json.md`.
struct WrittenRecord: Codable, Equatable {
  var kind: EntryKind?
  var text: String?
  var difficulty: Difficulty?
  var section: [String]?
  var context: String?
  var hint: String?
  var answer: String?
  var tags: [String]?
  var origin: String?
  /// How many lines behind the comment repeat what it says.
  var shownLines: Int?
  /// How many lines then belong to the question.
  var questionLines: Int?
  /// ``Entry/shownHash`` as sixteen digits, where there are sources.
  var made: String?
  var sources: [SourceRecord]?

  private enum CodingKeys: String, CodingKey {
    case kind, text, difficulty, section, context, hint, answer, tags, origin, made, sources
    case shownLines = "shown_lines"
    case questionLines = "question_lines"
  }

  /// Everything but what the layout shows by itself.
  init(_ entry: Entry) {
    kind = entry.kind == .question ? nil : entry.kind
    difficulty = entry.difficulty
    context = entry.context
    hint = entry.hint
    tags = entry.tags.isEmpty ? nil : entry.tags
    origin = entry.origin
    sources =
      entry.sources.isEmpty ? nil : entry.sources.map { SourceRecord($0, in: entry) }
    made = entry.sources.isEmpty ? nil : HexadecimalHash.text(entry.shownHash)
  }

  /// Reads a record leniently: a number does for a text, a text for a list, and a value that is
  /// nothing of the kind is as if it were absent.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) -> String? {
      if let text = try? values.decode(String.self, forKey: key) { return text }
      if let number = try? values.decode(Int.self, forKey: key) { return String(number) }
      if let number = try? values.decode(Double.self, forKey: key) { return String(number) }
      return (try? values.decode(Bool.self, forKey: key)).map { $0 ? "true" : "false" }
    }
    func list(_ key: CodingKeys) -> [String]? {
      if let list = try? values.decode([String].self, forKey: key) { return list }
      return text(key).map { $0.isEmpty ? [] : [$0] }
    }
    kind = text(.kind).flatMap { EntryKind(rawValue: $0) }
    difficulty = text(.difficulty).flatMap { Difficulty(called: $0) }
    (self.text, context, hint, answer) = (text(.text), text(.context), text(.hint), text(.answer))
    (origin, made) = (text(.origin), text(.made))
    (section, tags) = (list(.section), list(.tags))
    // Words that are no level or kind of ours still say something.
    for (isKnown, word) in [(difficulty != nil, text(.difficulty)), (kind != nil, text(.kind))] {
      if !isKnown, let word, !word.isEmpty { tags = (tags ?? []) + [word] }
    }
    shownLines = try? values.decode(Int.self, forKey: .shownLines)
    questionLines = try? values.decode(Int.self, forKey: .questionLines)
    sources = try? values.decode([SourceRecord].self, forKey: .sources)
  }

  /// One line of JSON in ASCII that ends no comment of HTML.
  func json() throws(BankError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(self) else {
      throw BankError.unwritable(reason: "an entry has a value that JSON does not know")
    }
    var output = ""
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isDash = scalar == "-" && previous == "-"
      if scalar == "<" || scalar == ">" || isDash || !scalar.isASCII || scalar.value == 0x7F {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        output.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return output
  }

  /// Reads such a line; nil where it is none.
  init?(json: some Collection<UInt8>) {
    guard let record = try? JSONDecoder().decode(WrittenRecord.self, from: Data(json)) else {
      return nil
    }
    self = record
  }

  /// Gives an entry what is known of it. What people see in the layout stands, unless the record
  /// says that it does not show the text.
  func apply(to entry: inout Entry) {
    entry.kind = kind ?? entry.kind
    entry.text = text ?? entry.text
    entry.difficulty = difficulty
    entry.section = section ?? entry.section
    entry.context = context
    entry.hint = hint
    entry.answer = answer ?? entry.answer
    entry.tags = tags ?? []
    entry.origin = origin
    entry.isEdited = made.map { HexadecimalHash.number($0) != entry.shownHash } ?? false
    entry.sources = (sources ?? []).map { $0.source(in: entry) }
  }
}

extension Difficulty {
  /// What a bank calls it: "E", "easy", "Hard".
  init?(called name: String) {
    let found = Array(name.utf8).withUnsafeBufferPointer { DifficultyMark.word(ByteView($0)) }
    guard let found else { return nil }
    self = found
  }
}

/// Hashes in records: sixteen digits, since JSON's numbers are not exact everywhere.
enum HexadecimalHash {
  static func text(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func number(_ text: String) -> UInt64? { UInt64(text, radix: 16) }
}

/// A source of a merged entry; what it has in common with the entry is left out.
struct SourceRecord: Codable, Equatable {
  private var bank: String
  private var file: String
  private var line: Int
  private var id: String
  private var merge: Int
  private var edit: Bool?
  private var hash: String?
  private var kind: EntryKind?
  private var text: String?
  private var section: [String]?
  private var tags: [String]?
  private var difficulty: Change?
  private var context: Change?
  private var hint: Change?
  private var answer: Change?
  private var origin: Change?

  /// A value that differs from the entry's, or is absent where the entry has one.
  private struct Change: Codable, Equatable {
    let value: String?

    init?(_ value: String?, _ other: String?) {
      guard value.map({ Array($0.utf8) }) != other.map({ Array($0.utf8) }) else { return nil }
      self.value = value
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      // An empty list stands for what is absent: null would be taken for nothing said.
      value = try? container.decode(String.self)
      if value == nil { _ = try container.decode([String].self) }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if let value { try container.encode(value) } else { try container.encode([String]()) }
    }
  }

  init(_ source: EntrySource, in entry: Entry) {
    bank = source.bank
    file = source.file
    line = source.line
    id = source.id
    merge = source.merge
    edit = source.isEdit ? true : nil
    hash = HexadecimalHash.text(source.identity)
    kind = source.kind == entry.kind ? nil : source.kind
    text = Self.areSame([source.text], [entry.text]) ? nil : source.text
    section = Self.areSame(source.section, entry.section) ? nil : source.section
    tags = Self.areSame(source.tags, entry.tags) ? nil : source.tags
    difficulty = Change(source.difficulty?.rawValue, entry.difficulty?.rawValue)
    context = Change(source.context, entry.context)
    hint = Change(source.hint, entry.hint)
    answer = Change(source.answer, entry.answer)
    origin = Change(source.origin, entry.origin)
  }

  /// Byte for byte: equality of strings is that of Unicode.
  private static func areSame(_ one: [String], _ other: [String]) -> Bool {
    one.map { Array($0.utf8) } == other.map { Array($0.utf8) }
  }

  func source(in entry: Entry) -> EntrySource {
    // A number that somebody made up still has one behind it.
    var source = EntrySource(entry, merge: min(max(merge, 0), 1_000_000_000))
    (source.bank, source.file, source.line, source.id) = (bank, file, line, id)
    source.isEdit = edit ?? false
    source.kind = kind ?? entry.kind
    source.text = text ?? entry.text
    source.section = section ?? entry.section
    source.tags = tags ?? entry.tags
    if let difficulty { source.difficulty = difficulty.value.flatMap { Difficulty(rawValue: $0) } }
    if let context { source.context = context.value }
    if let hint { source.hint = hint.value }
    if let answer { source.answer = answer.value }
    if let origin { source.origin = origin.value }
    let written = hash.flatMap { HexadecimalHash.number($0) }
    if written != source.contentHash { source.writtenHash = written }
    return source
  }
}
