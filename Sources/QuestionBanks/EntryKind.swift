/// What an entry asks of its reader.
public enum EntryKind: String, Sendable, Codable, CaseIterable {
  /// A sentence that asks: "What is …?", "Why … ?".
  case question
  /// An order: "Explain …", "Derive …", "Implement …".
  case prompt
  /// A bare subject that stands for "what is X?".
  case topic
}
