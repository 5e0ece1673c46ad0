import QuestionSearch

/// The table of what people decided on pairs: what `--decisions` names, otherwise `decisions.tsv`
/// here, if there is one.
struct DecisionFile {
  let path: String
  /// The table as it is; empty where there is none.
  let bytes: [UInt8]
  let decisions: Decisions

  /// - Parameter mayBeNew: whether a file that is named may be missing, because it is about to be
  ///   made.
  init(_ arguments: ParsedArguments, mayBeNew: Bool = false) throws {
    let named = arguments.value(MergeFlags.decisions)
    path = named ?? "decisions.tsv"
    let isOptional = named == nil || mayBeNew
    bytes = isOptional && BankFinder.isMissing(path) ? [] : try BankFinder.load(path)
    decisions = try Decisions(bytes, file: path)
  }
}
