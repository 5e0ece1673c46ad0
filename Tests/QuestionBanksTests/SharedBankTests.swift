import Foundation
import QuestionBanks
import Testing

/// The folder of files that people really keep questions in; it is no part of the repository.
private let shared: String? = {
  let environment = ProcessInfo.processInfo.environment["QSEARCH_SHARED"]
  let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared").standardizedFileURL.path
  return [environment, beside].compactMap { $0 }
    .first { FileManager.default.fileExists(atPath: $0 + "/seeds") }
}()

@Suite(.enabled(if: shared != nil, "the folder ../shared is absent"))
struct SharedBankTests {
  @Test func seedsGiveTheExpectedNumbers() throws {
    let files = try BankFinder.find((shared ?? "") + "/seeds", bank: nil).files
    let readings = try files.map {
      try BankReader().read(try BankFinder.load($0.path), file: $0.displayPath, bank: $0.bank)
    }
    #expect(
      readings.map(\.convention) == [
        "question table", "question table", "transcript", "headings as questions", "mixed list",
      ])
    #expect(readings.map(\.entries.count) == [25, 2, 3, 222, 323])
  }

  @Test func filesWithoutQuestionsGiveNone() throws {
    for file in try BankFinder.find((shared ?? "") + "/banks/negative", bank: nil).files {
      let reading = try BankReader().read(
        try BankFinder.load(file.path), file: file.displayPath, bank: file.bank)
      #expect(reading.entries.isEmpty, "\(file.displayPath)")
    }
  }
}
