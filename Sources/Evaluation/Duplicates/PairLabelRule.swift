/// Which labels of a file of pairs mean "the same".
public enum PairLabelRule: Sendable, Hashable {
  /// Labels by name, in lower case; ASCII letters of the file match in either case. Any other
  /// label is an error.
  case names(duplicate: Set<String>, different: Set<String>)
  /// Labels are numbers; those of at least this one mean "the same".
  case atLeast(Double)

  /// `1`, `true`, `yes`, `same`, `duplicate` against `0`, `false`, `no`, `different`, `distinct`.
  public static let standard = PairLabelRule.names(
    duplicate: ["1", "true", "yes", "same", "duplicate"],
    different: ["0", "false", "no", "different", "distinct"])

  /// Whether `label` means "the same"; `nil` where it is not known.
  func isDuplicate(_ label: Substring) -> Bool? {
    switch self {
    case .names(let duplicate, let different):
      let name = String(
        decoding: label.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      if duplicate.contains(name) { return true }
      return different.contains(name) ? false : nil
    case .atLeast(let least):
      guard let number = Double(label), number.isFinite else { return nil }
      return number >= least
    }
  }

  /// What a label may be, for an error.
  var expected: String {
    switch self {
    case .names(let duplicate, let different):
      return (duplicate.sorted(by: ByteOrder.precedes) + different.sorted(by: ByteOrder.precedes))
        .joined(separator: ", ")
    case .atLeast: return "a number"
    }
  }
}
