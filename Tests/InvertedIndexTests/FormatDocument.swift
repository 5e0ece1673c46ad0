import Foundation
import TestSupport
import Testing

/// `Index/FORMAT.md`, as tests read it.
struct FormatDocument {
  /// The whole text.
  let text: String
  private let lines: [Substring]

  init() throws {
    text = try String(contentsOfFile: Repository.root + "/Index/FORMAT.md", encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The bytes of the example whose fence opens with "hex" and `name`. Every line has its offset,
  /// bytes and a meaning.
  func example(_ name: String) throws -> [UInt8] {
    let start = try #require(lines.firstIndex(of: "```hex \(name)"), "no example '\(name)'")
    var bytes: [UInt8] = []
    for line in lines[(start + 1)...].prefix(while: { $0 != "```" }) {
      let match = try #require(
        line.wholeMatch(of: /([0-9a-f]{4})  ([0-9a-f]{2}(?: [0-9a-f]{2})*) {2,}(\S.*)/), "\(line)")
      #expect(Int(match.1, radix: 16) == bytes.count, "\(line)")
      bytes += match.2.split(separator: " ").compactMap { UInt8($0, radix: 16) }
    }
    return bytes
  }

  /// The cells of the tables' rows that have `count` of them, without blanks and code marks.
  func rows(ofCells count: Int) -> [[String]] {
    lines.filter { $0.hasPrefix("| ") }
      .map { line in
        line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
      }
      .filter { $0.count == count }
  }

  /// The headings, without their marks.
  var headings: [String] {
    lines.filter { $0.hasPrefix("#") }
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "# `")) }
  }
}
