/// Reads a file's bytes into question entries.
///
/// The bytes are repaired, sorted into lines, and read by the convention that explains the file
/// best (for tables and lists: each part of the file by the one that explains it). Any bytes read
/// without failing, or throw a ``BankError`` that names the file. Time is linear in the size of the
/// file.
public struct BankReader: Sendable {
  /// A convention reads from this score on.
  static let threshold = 0.5

  /// Makes a reader.
  public init() {}

  /// The names of the conventions, in the order of the registry.
  public static var conventions: [String] { ConventionRegistry.all.map { $0.name } }

  /// Reads one file's bytes. `file` is the path shown to people, `bank` the bank's name.
  ///
  /// Ids are assigned within the file; a bank of several files calls ``EntryIdentifier/assign(_:)``
  /// again over all its entries. Throws for binary data and for UTF-16 and UTF-32.
  public func read(
    _ bytes: [UInt8], file: String, bank: String
  ) throws(BankError) -> BankReading {
    if let written = Self.readWritten(bytes, file: file, bank: bank) { return written }
    let repaired = try TextRepair.repair(bytes, file: file)
    var reading = repaired.text.bytes.withUnsafeBufferPointer { text in
      let document = Document(text: repaired.text, bytes: ByteView(text), file: file, bank: bank)
      return withExtendedLifetime(document) { read(document) }
    }
    reading.notes = repaired.notes
    return reading
  }

  /// Reads what ``BankWriter`` writes by rule; nil for other files. A table and lines of JSON are
  /// known by their suffix and their first line.
  private static func readWritten(_ bytes: [UInt8], file: String, bank: String) -> BankReading? {
    if WrittenMarkdown.isWritten(bytes) {
      return WrittenMarkdown.read(bytes, file: file, bank: bank)
    }
    switch BankWriter.Format(path: file) {
    case .jsonl? where bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"):
      return WrittenJSON.read(bytes, file: file, bank: bank)
    case .csv? where WrittenTable.isTable(bytes):
      return WrittenTable.read(bytes, file: file, bank: bank)
    default: return nil
    }
  }

  private func read(_ document: Document) -> BankReading {
    var draft = Draft(lineCount: document.lines.count)
    // What a convention for whole files takes is no evidence for those that read sections.
    var scores: [(convention: any Convention.Type, assessment: Assessment)] = []
    for convention in ConventionRegistry.all where convention.scope == .file {
      scores.append((convention, convention.assess(document, draft)))
    }
    let whole = scores.filter { $0.assessment.score >= BankReader.threshold }
    if let best = whole.max(by: { $0.assessment.score < $1.assessment.score }) {
      draft.read(document, by: best.convention)
    }
    draft.memo.forgetFile()
    let isRead = !whole.isEmpty
    let start = draft
    for convention in ConventionRegistry.all where convention.scope == .section {
      let assessment = convention.assess(document, isRead ? draft : start)
      scores.append((convention, assessment))
      if assessment.score >= BankReader.threshold { draft.read(document, by: convention) }
    }
    for line in document.headings where draft.isFree(line) {
      draft.claim(line..<(line + 1), .heading, reason: .container)
    }
    var reading = DraftFinisher(document: document, draft: draft).finish()
    reading.scores = ConventionRegistry.all.compactMap { convention in
      scores.first { $0.convention.name == convention.name }.map {
        BankReading.Score(
          convention: convention.name, score: $0.assessment.score,
          evidence: $0.assessment.evidence)
      }
    }
    return reading
  }

  /// Reads one file's bytes from memory that somebody else owns.
  public func read(
    _ bytes: UnsafeRawBufferPointer, file: String, bank: String
  ) throws(BankError) -> BankReading {
    try read(Array(bytes), file: file, bank: bank)
  }
}
