import Foundation

/// Facts about banks that tests ask of the program.
enum Banks {
  /// A bank with these questions.
  static func table(_ questions: String...) -> String {
    "| Question | Answer |\n|---|---|\n" + questions.map { "| \($0) | Some. |\n" }.joined()
  }

  /// The names that every hit has in JSON.
  static let hitNames: Set<String> = [
    "schema_version", "rank", "score", "id", "bank", "file", "line", "text", "difficulty",
    "section", "snippet", "copies", "near",
  ]

  /// The names that every pair of `dedup` has in JSON.
  static let pairNames: Set<String> = [
    "schema_version", "a", "b", "class", "probability", "jaccard_words", "jaccard_characters",
    "containment", "reasons", "cluster", "file_a", "line_a", "text_a", "file_b", "line_b", "text_b",
  ]

  /// The names that every entry has in JSON.
  static let entryNames: Set<String> = [
    "schema_version", "id", "bank", "file", "line", "line_end", "byte_start", "byte_end", "kind",
    "text", "difficulty", "section", "context", "hint", "answer", "answer_line", "answer_line_end",
    "tags", "origin",
  ]

  /// The id of the entry with that text in the folder `banks`.
  static func id(of text: String, in sandbox: Sandbox) throws -> String {
    let entries = try sandbox.run(["read", "banks", "--jsonl"]).objects()
    guard let id = entries.first(where: { $0["text"] as? String == text })?["id"] as? String
    else { throw CocoaError(.fileReadUnknown) }
    return id
  }
}
