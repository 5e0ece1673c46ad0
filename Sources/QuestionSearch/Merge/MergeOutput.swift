import NearDuplicates
import QuestionBanks

/// Writes a merged bank.
public enum MergeOutput {
  /// Writes the plan's bank to a file, by its suffix; what the file was is kept for undoing, beside
  /// it (of a link: beside what it leads to).
  ///
  /// - Parameter sources: the files that were merged, ``QuestionIndexBuilder/readFiles``: only such
  ///   a file is replaced.
  /// - Returns: whether the file is another than before.
  /// - Throws: `QuestionSearchError.refused` where the file is there and was not merged, was
  ///   changed since, or has lines that would be lost.
  public static func write(
    _ plan: MergePlan, to path: String, sources: [String: UInt64]
  ) throws(QuestionSearchError) -> Bool {
    guard let format = BankWriter.Format(path: path) else {
      throw .refused(path: path, reason: "it ends in no .md, .csv or .jsonl")
    }
    let bytes: [UInt8]
    var before: [UInt8]?
    do throws(BankError) {
      bytes = try BankWriter().bytes(plan.entries.map(\.entry), as: format)
      if !BankFinder.isMissing(path) { before = try BankFinder.load(path) }
    } catch {
      throw .bank(error)
    }
    if before == bytes { return false }
    try require(path, sources: sources)
    let target = FilePath.real(path) ?? path
    if let before {
      guard sources[target] == before.withUnsafeBytes({ XXHash64.hash($0) }) else {
        throw .refused(path: path, reason: "it was changed since it was read; run again")
      }
      try requireNothingLost(path, before)
    }
    try UndoJournal(in: folder(of: target)).replace([(target, before, bytes)])
    return true
  }

  /// Throws where a merged bank may not be written: the file is there and was not merged, or its
  /// folder is not there.
  public static func require(
    _ path: String, sources: [String: UInt64]
  ) throws(QuestionSearchError) {
    guard FilePath.real(folder(of: path)) != nil else {
      throw .refused(path: path, reason: "its folder is not there; make it first")
    }
    guard !BankFinder.isMissing(path), let real = FilePath.real(path), sources[real] == nil
    else { return }
    throw .refused(
      path: path,
      reason: "it is there and is none of the banks; name it among them to merge into it")
  }

  /// Throws where a file has lines that are no part of its questions: a merged bank in its place
  /// would not have them.
  private static func requireNothingLost(
    _ path: String, _ bytes: [UInt8]
  ) throws(QuestionSearchError) {
    let reading: BankReading
    do throws(BankError) {
      reading = try BankReader().read(bytes, file: path, bank: "")
    } catch {
      throw .bank(error)
    }
    let line = (reading.accounts.first { $0.role == .none }?.line).map { "line \($0)" }
    let note = reading.notes.first { $0.isLoss }.map {
      "\($0.line.map { "line \($0): " } ?? "")\($0.message)"
    }
    guard let loss = line ?? note else { return }
    throw .refused(
      path: path,
      reason: "it has more than questions, which would be lost (\(loss)); choose another --output")
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
