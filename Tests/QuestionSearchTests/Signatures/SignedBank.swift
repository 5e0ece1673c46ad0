import QuestionSearch
import TestSupport

/// Banks of made-up questions in a folder of their own, and their index.
struct SignedBank {
  let temporary: TemporaryFolder

  var path: String { temporary.path("index") }
  var signatureFiles: [String] {
    get throws { try temporary.names("index").filter { $0.hasSuffix(".qsg") } }
  }
  var segmentFiles: [String] {
    get throws { try temporary.names("index").filter { $0.hasSuffix(".qss") } }
  }

  init() throws { temporary = try TemporaryFolder() }

  /// Writes a bank of questions.
  func write(_ questions: [String], to file: String) throws {
    let text = questions.map { "### \($0)\n\nAn answer.\n\n" }.joined()
    try temporary.write("# Bank\n\n" + text, to: "banks/\(file)")
  }

  /// Brings the index up to date.
  func update(
    optimizing: Bool = false, forgetting: [String] = [], adding: [String] = ["banks"]
  ) throws {
    var updater = IndexUpdater(folder: path)
    updater.optimizes = optimizing
    for name in adding { try updater.add(path: temporary.path(name)) }
    for name in forgetting { updater.forget(temporary.path(name)) }
    _ = try updater.run()
  }

  func open() throws -> QuestionIndex { try QuestionIndex.open(path) }

  /// A question of words from a small vocabulary, so that many have shingles in common.
  static func question(using random: inout SeededGenerator) -> String {
    let words = [
      "gradient", "descent", "entropy", "matrix", "kernel", "tree", "forest", "bias", "variance",
      "learning", "rate", "batch", "normal", "vector", "space", "sample", "prior",
    ]
    let count = Int.random(in: 2...9, using: &random)
    return "What is "
      + (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      + "?"
  }
}
