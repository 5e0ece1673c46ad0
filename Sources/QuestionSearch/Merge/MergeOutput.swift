import QuestionBanks

/// Writes a merged bank.
public enum MergeOutput {
  /// Writes the plan's bank to a file, by its suffix; what the file was is kept for undoing.
  ///
  /// - Parameter sources: the real paths of the files that were merged: only such a file is
  ///   replaced.
  /// - Returns: whether the file is another than before.
  /// - Throws: `QuestionSearchError.refused` where the file is there and was not merged.
  public static func write(
    _ plan: MergePlan, to path: String, sources: Set<String>
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
    try UndoJournal(beside: folder(of: path)).replace([(path, before, bytes)])
    return true
  }

  /// Throws where a merged bank may not be written: the file is there and was not merged, or its
  /// folder is not there.
  public static func require(
    _ path: String, sources: Set<String>
  ) throws(QuestionSearchError) {
    guard FilePath.real(folder(of: path)) != nil else {
      throw .refused(path: path, reason: "its folder is not there; make it first")
    }
    guard !BankFinder.isMissing(path), let real = FilePath.real(path), !sources.contains(real)
    else { return }
    throw .refused(
      path: path,
      reason: "it is there and is none of the banks; name it among them to merge into it")
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
