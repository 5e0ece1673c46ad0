import Foundation
import QuestionSearch
import TestSupport
import Testing

@Suite struct WrittenIndexTests {
  private func banks(_ folder: TemporaryFolder) throws {
    try folder.write(
      "# Birds\n\n### Why do kestrels hover?\n\nTo see voles.\n\n### What do owls eat?\n\nMice.\n\n"
        + "### How far do swifts fly?\n\nVery far.\n", to: "banks/birds.md")
  }

  @Test func aWrittenIndexAnswersLikeTheOneInMemory() throws {
    let folder = try TemporaryFolder()
    try banks(folder)
    var builder = QuestionIndexBuilder()
    try builder.addBank(at: folder.path("banks"))
    let memory = try builder.index()
    let written = try builder.write(to: folder.path("index"))
    let opened = try QuestionIndex.open(folder.path("index"))
    #expect(memory.entryCount == 3 && written.entryCount == 3)
    for query in ["kestrel", "owls eat mice", "far"] {
      let expected = try memory.search(query).hits.map { ($0.entry.id, $0.score) }
      for index in [written, opened] {
        let found = try index.search(query).hits.map { ($0.entry.id, $0.score) }
        #expect(found.elementsEqual(expected, by: ==), "\(query)")
      }
    }
    try opened.verify()
  }

  @Test func theFolderOfAnotherIsNotWrittenInto() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "mine/notes.txt")
    #expect(throws: QuestionSearchError.self) {
      _ = try SampleIndex.builder().write(to: folder.path("mine"))
    }
    #expect(try folder.names("mine") == ["notes.txt"])
  }

  @Test func aBankWithoutQuestionsIsAnErrorAndTheOldIndexStays() throws {
    let folder = try TemporaryFolder()
    _ = try SampleIndex.builder().write(to: folder.path("index"))
    let before = try folder.names("index")
    var empty = QuestionIndexBuilder()
    try folder.write("", to: "empty.md")
    try empty.addBank(at: folder.path("empty.md"))
    #expect(throws: QuestionSearchError.self) { _ = try empty.write(to: folder.path("index")) }
    #expect(try folder.names("index") == before)
  }

  @Test func indexAndBanksMoveTogether() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "one/.keep")
    try banks(folder)
    try FileManager.default.moveItem(atPath: folder.path("banks"), toPath: folder.path("one/banks"))
    var builder = QuestionIndexBuilder()
    try builder.addBank(at: folder.path("one/banks"))
    _ = try builder.write(to: folder.path("one/index"))
    try FileManager.default.moveItem(atPath: folder.path("one"), toPath: folder.path("two"))
    let hit = try #require(
      try QuestionIndex.open(folder.path("two/index")).search("kestrel").hits.first)
    #expect(FileManager.default.fileExists(atPath: hit.entry.file), "\(hit.entry.file)")
    #expect(hit.entry.file.hasSuffix("two/banks/birds.md"))
  }

  @Test func noAbsolutePathReachesTheIndex() throws {
    let folder = try TemporaryFolder()
    try banks(folder)
    var builder = QuestionIndexBuilder()
    try builder.addBank(at: folder.path("banks/birds.md"))
    _ = try builder.write(to: folder.path("index"))
    for name in try folder.names("index") where name != "lock" {
      let text = String(decoding: try folder.read("index/\(name)"), as: UTF8.self)
      #expect(!text.contains(folder.path), "\(name)")
    }
  }

  @Test func aMissingIndexAndADamagedOneAreNamed() throws {
    let folder = try TemporaryFolder()
    let missing = #expect(throws: QuestionSearchError.self) {
      _ = try QuestionIndex.open(folder.path("none"))
    }
    #expect(missing?.description.contains("no index") == true)
    _ = try SampleIndex.builder().write(to: folder.path("index"))
    let segment = try #require(try folder.names("index").first { $0.hasSuffix(".qss") })
    var bytes = try folder.read("index/\(segment)")
    bytes[bytes.count / 2] ^= 1
    try folder.write(bytes, to: "index/\(segment)")
    let damaged = #expect(throws: QuestionSearchError.self) {
      try QuestionIndex.open(folder.path("index")).verify()
    }
    #expect(damaged?.description.contains(segment) == true)
  }
}
