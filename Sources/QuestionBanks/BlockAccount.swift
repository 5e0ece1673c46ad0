/// What became of a run of lines.
public struct BlockAccount: Sendable, Hashable {
  /// The part that the lines play.
  public enum Role: String, Sendable, CaseIterable {
    /// The question itself, with its options and code.
    case item
    /// A lead-in, label or parent that items need.
    case context
    /// A hint or note of an item.
    case hint
    /// The answer of an item.
    case answer
    /// A heading over items, or one that is only structure.
    case heading
    /// Not read as a question; `reason` says why.
    case none
    /// Empty lines.
    case blank
  }

  /// First line, 1-based.
  public var line: Int
  /// Last line, inclusive.
  public var lineEnd: Int
  /// The part that the lines play.
  public var role: Role
  /// Index in ``BankReading/entries`` of the item that the lines belong to, if one.
  public var entry: Int?
  /// Why the lines are no item, or what they are.
  public var reason: String
  /// Whether a line here looks like a question and was not taken as one.
  public var looksLikeQuestion: Bool

  /// Makes an account of lines.
  public init(
    line: Int, lineEnd: Int, role: Role, entry: Int? = nil, reason: String = "",
    looksLikeQuestion: Bool = false
  ) {
    self.line = line
    self.lineEnd = lineEnd
    self.role = role
    self.entry = entry
    self.reason = reason
    self.looksLikeQuestion = looksLikeQuestion
  }
}
