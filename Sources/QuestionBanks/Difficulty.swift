/// How hard a bank says a question is.
public enum Difficulty: String, Sendable, Codable, CaseIterable {
  /// Tagged `[E]`, or called easy, beginner or junior.
  case easy = "E"
  /// Tagged `[M]`, or called medium or intermediate.
  case medium = "M"
  /// Tagged `[H]`, or called hard, advanced or senior.
  case hard = "H"
}
