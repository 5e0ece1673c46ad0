import Foundation
import QuestionSearch
import TestSupport

/// Banks with copies of questions, in a folder of their own, and their index.
struct DuplicateBank {
  let folder: TemporaryFolder

  var path: String { folder.path("index") }
  /// The names of the files of the index.
  var names: [String] { get throws { try folder.names("index") } }

  /// Questions that have a copy, a near copy, something that only looks alike, or nothing of it.
  static let birds = [
    "Why do kestrels hover over meadows?", "What do owls eat in winter?",
    "How far do swifts fly in a year?", "What is the wingspan of an albatross?",
    "How many eggs does a wren lay in 2 weeks?", "Explain how storks find their nests.",
  ]
  static let more = [
    "why do KESTRELS hover over meadows", "How far do the swifts fly in a year?",
    "How many eggs does a wren lay in 3 weeks?", "What is a gizzard good for?",
  ]

  /// Two banks and their index.
  init() throws {
    folder = try TemporaryFolder()
    try write(Self.birds, to: "birds.md")
    try write(Self.more, to: "more.md")
    try update()
  }

  /// Writes a bank of questions with answers.
  func write(_ questions: [String], to file: String) throws {
    let text = questions.map { "### \($0)\n\nThat is told in the field guide.\n\n" }.joined()
    try folder.write("# Birds\n\n" + text, to: "banks/\(file)")
  }

  /// Brings the index up to date.
  func update() throws {
    var updater = IndexUpdater(folder: path)
    try updater.add(path: folder.path("banks"))
    _ = try updater.run()
  }

  func open() throws -> QuestionIndex { try QuestionIndex.open(path) }

  /// Removes all banks.
  func removeBanks() throws { try FileManager.default.removeItem(atPath: folder.path("banks")) }

  /// Entries that no index has, one of each text.
  static func entries(_ texts: [String]) -> [Entry] {
    var builder = QuestionIndexBuilder()
    for text in texts { builder.add(question: text, bank: "new") }
    return builder.identifiedEntries()
  }
}
