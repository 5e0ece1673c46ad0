/// Repair of a single text, as reading does it with files.
package enum TextDamage {
  /// The text without mojibake, NUL and byte order mark; itself where there is nothing to repair.
  package static func repaired(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0 || $0 >= 0x80 }) else { return text }
    guard let (clean, _) = try? TextRepair.repair(Array(text.utf8), file: "") else { return text }
    return clean.lines.map { String(decoding: clean.bytes[$0.range], as: UTF8.self) }
      .joined(separator: "\n")
  }
}
