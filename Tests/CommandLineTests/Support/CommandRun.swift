import Foundation

/// One call of the program: its exit code and all that it wrote.
struct CommandRun {
  /// The exit code; 128 and the signal's number where a signal ended it.
  let code: Int
  /// All bytes of standard output.
  let outputBytes: [UInt8]
  /// All bytes of standard error.
  let errorBytes: [UInt8]

  /// Standard output as text.
  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// Standard error as text.
  var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  /// Lines of standard output.
  var lines: [Substring] { output.split(separator: "\n") }
  /// Lines of standard error.
  var errorLines: [Substring] { errors.split(separator: "\n") }

  /// Each line of standard output as a JSON object.
  func objects() throws -> [[String: Any]] {
    try outputBytes.split(separator: 0x0A).map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line))
      guard let object = value as? [String: Any] else { throw CocoaError(.propertyListReadCorrupt) }
      return object
    }
  }

  /// The program that was built beside the tests.
  ///
  /// `swift test` names the test bundle among the arguments: on Linux it is the running program
  /// itself, on macOS an argument of the helper that loads it. `QSEARCH_BINARY` names another one,
  /// as a release build.
  static let program: String? = {
    var folders: [URL] = []
    for argument in CommandLine.arguments {
      guard let range = argument.range(of: ".xctest") else { continue }
      let bundle = URL(fileURLWithPath: String(argument[..<range.upperBound]))
      folders.append(bundle.deletingLastPathComponent())
    }
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      folders.append(bundle.bundleURL.deletingLastPathComponent())
    }
    folders.append(
      URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent())
    let named = ProcessInfo.processInfo.environment["QSEARCH_BINARY"].map { [$0] } ?? []
    return (named + folders.map { $0.appendingPathComponent("qsearch").path })
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()
}
