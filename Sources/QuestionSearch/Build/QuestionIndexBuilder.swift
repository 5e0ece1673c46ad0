import IndexStorage
import InvertedIndex
import NearDuplicates
import QuestionBanks
import TextAnalysis

/// Gathers questions from banks or from the caller and makes an index of them.
///
/// ```swift
/// var builder = QuestionIndexBuilder()
/// builder.add(question: "What is a heap?", answer: "A tree …", bank: "notes")
/// try builder.addBank(at: "algorithms.md")
/// let index = try builder.index()
/// ```
public struct QuestionIndexBuilder: Sendable {
  /// What turns texts into terms, in the index and in queries to it.
  public let analyzer: Analyzer
  /// All entries, in the order of adding. Their ids are given when the index is made.
  public private(set) var entries: [Entry] = []
  /// What was passed over or repaired, by file and line.
  public private(set) var notes: [BankNote] = []
  /// Files that were read.
  public private(set) var fileCount = 0
  private var sources: [IndexAttachment.Source] = []
  /// Groups that were read from files, by their names as they are shown.
  private var fileGroups: Set<EntryGroup> = []
  /// The paths that were given.
  private var paths: [String] = []
  /// Real paths of files that were read, with hashes of what they were: one that is named twice is
  /// read once.
  private var known: [[UInt8]: UInt64] = [:]
  /// The real paths of the files that were read, with hashes of what was read.
  public var readFiles: [String: UInt64] {
    Dictionary(known.map { (String(decoding: $0, as: UTF8.self), $1) }) { first, _ in first }
  }
  /// Questions of the caller's own, by bank.
  private var ownCounts: [[UInt8]: Int] = [:]

  /// An empty builder.
  public init(analyzer: Analyzer = .english) { self.analyzer = analyzer }

  /// Adds a question of the caller's own. Its place is a line of a file named as the bank.
  public mutating func add(
    question: String, answer: String? = nil, bank: String, tags: [String] = []
  ) {
    let line = ownCounts[Array(bank.utf8), default: 0] + 1
    ownCounts[Array(bank.utf8)] = line
    entries.append(
      Entry(
        bank: bank, file: bank, line: line, lineEnd: line, byteStart: 0,
        byteEnd: question.utf8.count, kind: .question, text: question, answer: answer, tags: tags))
  }

  /// Adds entries that were read before.
  public mutating func add(_ more: some Sequence<Entry>) { entries.append(contentsOf: more) }

  /// Adds a bank whose text is in memory. `file` is the name that results show.
  public mutating func addBank(
    _ bytes: [UInt8], file: String, bank: String
  ) throws(QuestionSearchError) {
    do throws(BankError) {
      try read(bytes, file: file, bank: bank)
    } catch {
      throw .bank(error)
    }
  }

  private mutating func read(_ bytes: [UInt8], file: String, bank: String) throws(BankError) {
    let reading = try BankReader().read(bytes, file: file, bank: bank)
    entries.append(contentsOf: reading.entries)
    notes.append(contentsOf: reading.notes)
    fileCount += 1
  }

  /// Adds the file or all banks below the folder at `path`.
  ///
  /// A file that cannot be read is noted, and the rest is read; only `path` itself must be there.
  ///
  /// - Parameters:
  ///   - path: a file or a folder.
  ///   - bank: the bank's name; otherwise that of the first path component below `path`.
  ///   - progress: called after each file with the number of files read and of all below `path`.
  public mutating func addBank(
    at path: String, bank: String? = nil, progress: ((Int, Int) -> Void)? = nil
  ) throws(QuestionSearchError) {
    let given: GivenSource
    do throws(BankError) {
      given = try GivenSource(path: path, bank: bank)
    } catch {
      throw .bank(error)
    }
    let found = given.found
    paths.append(path)
    sources.append(given.source(base: nil))
    notes.append(contentsOf: found.notes)
    for (number, file) in found.files.enumerated() {
      let name = Array((FilePath.real(file.path) ?? file.path).utf8)
      guard known[name] == nil else { continue }
      known[name] = 0
      do throws(BankError) {
        let bytes = try BankFinder.load(file.path)
        known[name] = bytes.withUnsafeBytes { XXHash64.hash($0) }
        try read(bytes, file: file.displayPath, bank: file.bank)
        fileGroups.insert(EntryGroup(bank: file.bank, file: file.displayPath))
      } catch {
        // A folder's other files are worth having without it; the only file is the whole matter.
        guard found.files.count > 1 else { throw .bank(error) }
        notes.append(BankNote(file: file.displayPath, message: error.reason))
      }
      progress?(number + 1, found.files.count)
    }
  }

  /// All entries in canonical order (bank, file, line) with their ids.
  public func identifiedEntries() -> [Entry] {
    var entries = self.entries.sorted(by: Self.isBefore)
    EntryIdentifier.assign(&entries)
    return entries
  }

  /// The index in memory.
  public func index() throws(QuestionSearchError) -> QuestionIndex {
    let (writer, attachment) = try makeWriter(base: nil)
    do throws(IndexError) {
      return QuestionIndex(try writer.snapshot(attachment: attachment.encoded()), base: nil)
    } catch {
      throw .index(error)
    }
  }

  /// Writes the index to a folder, in place of the index that it held, and opens it.
  ///
  /// Files and sources are kept relative to the folder that holds the index folder, so that both
  /// can move together.
  public func write(to folder: String) throws(QuestionSearchError) -> QuestionIndex {
    try commit(to: IndexFolder(path: folder)) { FilePath.parent(ofExisting: folder) }
    let index = try QuestionIndex.open(folder)
    try index.prepareRanking()
    return index
  }

  /// Writes the index with names of files as they are.
  func writeAsNamed(to folder: String) throws(QuestionSearchError) {
    try commit(to: IndexFolder(path: folder)) { nil }
  }

  private func commit(
    to folder: IndexFolder, base: () -> String?
  ) throws(QuestionSearchError) {
    guard !entries.isEmpty else { throw .noQuestions(paths: paths) }
    try folder.requireIndexOrNothing()
    do throws(StorageError) {
      // The folder's real path is known when it is there.
      try folder.create()
    } catch {
      throw .index(.storage(error))
    }
    let (writer, attachment) = try makeWriter(base: base())
    do throws(IndexError) {
      try writer.commit(to: folder, attachment: attachment.encoded())
    } catch {
      throw .index(error)
    }
  }

  /// A writer that has all entries in canonical order: bank, file, line.
  private func makeWriter(
    base: String?
  ) throws(QuestionSearchError) -> (IndexWriter, IndexAttachment) {
    guard !entries.isEmpty else { throw .noQuestions(paths: paths) }
    let writer = IndexWriter(fields: EntryField.names, analyzer: analyzer, keepsForms: true)
    // One look at the file system for each file, not for each entry.
    var kept: [EntryGroup: EntryGroup] = [:]
    for var entry in identifiedEntries() {
      let shown = EntryGroup(of: entry)
      if kept[shown] == nil, let base { entry.file = FilePath.relative(entry.file, to: base) }
      let group = kept[shown, default: EntryGroup(of: entry)]
      kept[shown] = group
      entry.file = group.file ?? entry.file
      do throws(IndexError) {
        try writer.add(Document(entry), group: group.name)
      } catch {
        throw .index(error)
      }
    }
    let texts = kept.filter { !fileGroups.contains($0.key) }.values
    let sources = sources.map { source in
      guard let base else { return source }
      return IndexAttachment.Source(
        path: FilePath.relative(source.path, to: base), bank: source.bank)
    }
    return (writer, IndexAttachment(sources: sources, texts: Set(texts)))
  }

  /// The canonical order of entries: bank, file, line. Bytewise: strings that only look alike are
  /// different names.
  private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    if !left.bank.utf8.elementsEqual(right.bank.utf8) {
      return left.bank.utf8.lexicographicallyPrecedes(right.bank.utf8)
    }
    if !left.file.utf8.elementsEqual(right.file.utf8) {
      return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
    return (left.line, left.byteStart) < (right.line, right.byteStart)
  }
}
