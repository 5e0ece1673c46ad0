import Foundation
import Testing

/// A file of expected output: the call, the exit code, both streams.
///
/// To write all of them anew, after a change that is meant to change output:
///
///     QSEARCH_RECORD=1 swift test --filter CommandLineTests
///
/// That run fails, and so does one that finds a file missing and writes it; the next one compares.
/// The files of this folder's `banks` are what the golden tests index.
struct Snapshot {
  /// How standard output is compared.
  enum Form {
    /// Every byte.
    case text
    /// A JSON object a line: the same names, numbers within 1e-9.
    case json
  }

  /// The folder of the snapshots.
  static let folder: String = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Snapshots").path

  private static let isRecording =
    ProcessInfo.processInfo.environment["QSEARCH_RECORD"] == "1"

  let name: String
  var form = Form.text

  /// Compares a call with the file, or writes the file and fails.
  func check(
    _ run: CommandRun, of call: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = "\(Self.folder)/\(name).txt"
    let actual = [
      "$ \(call)", "exit \(run.code)", "--- stdout", run.output + "--- stderr",
      Self.masked(run.errors),
    ].joined(separator: "\n")
    guard !Self.isRecording, FileManager.default.fileExists(atPath: path) else {
      try actual.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).txt: look at it and run again", sourceLocation: sourceLocation)
      return
    }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    switch form {
    case .text:
      #expect(actual == expected, "\(difference(actual, expected))", sourceLocation: sourceLocation)
    case .json:
      let (left, right) = (Self.parts(actual), Self.parts(expected))
      #expect(left.around == right.around, sourceLocation: sourceLocation)
      #expect(left.output.count == right.output.count, sourceLocation: sourceLocation)
      for (one, other) in zip(left.output, right.output) {
        let values = try [one, other].map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
        #expect(
          Self.isNear(values[0], values[1]), "\(one) is not \(other)",
          sourceLocation: sourceLocation)
      }
    }
  }

  /// Times differ from run to run.
  private static func masked(_ text: String) -> String {
    text.replacing(/\(\d+\.\d\d s\)/, with: "(0.00 s)")
  }

  /// The lines of standard output, and all others.
  private static func parts(_ text: String) -> (output: [Substring], around: [Substring]) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex(of: "--- stdout") ?? lines.startIndex
    let end = lines.lastIndex(of: "--- stderr") ?? lines.endIndex
    guard start < end else { return ([], lines) }
    return (Array(lines[(start + 1)..<end]), Array(lines[...start] + lines[end...]))
  }

  private func difference(_ actual: String, _ expected: String) -> String {
    let (left, right) = (actual.split(separator: "\n"), expected.split(separator: "\n"))
    for (number, (one, other)) in zip(left, right).enumerated() where one != other {
      return "\(name).txt, non-empty line \(number + 1): '\(one)' instead of '\(other)'"
    }
    return "\(name).txt: \(left.count) lines instead of \(right.count)"
  }

  /// Whether two JSON values are the same but for 1e-9 in numbers.
  static func isNear(_ left: Any, _ right: Any) -> Bool {
    switch (left, right) {
    case (let left as [String: Any], let right as [String: Any]):
      return left.count == right.count
        && left.allSatisfy { key, value in right[key].map { isNear(value, $0) } ?? false }
    case (let left as [Any], let right as [Any]):
      return left.count == right.count && zip(left, right).allSatisfy { isNear($0, $1) }
    case (let left as String, let right as String): return left == right
    case (let left as NSNumber, let right as NSNumber):
      return abs(left.doubleValue - right.doubleValue) <= 1e-9
    case (is NSNull, is NSNull): return true
    default: return false
    }
  }
}
