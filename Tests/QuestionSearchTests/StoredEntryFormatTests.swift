import Foundation
import IndexStorage
import InvertedIndex
import QuestionBanks
import TestSupport
import Testing

@testable import QuestionSearch

/// Holds the layouts of `Index/FORMAT.md` that are of questions to the code.
@Suite struct StoredEntryFormatTests {
  private let document: String

  /// The entry of the section "A stored entry".
  private static let entry = Entry(
    id: "q1", bank: "birds", file: "birds.md", line: 3, lineEnd: 4, byteStart: 20, byteEnd: 200,
    kind: .prompt, text: "Draw an owl.", difficulty: .hard, section: ["Birds", "Night"],
    hint: "Ears?", answer: "Two tufts.", answerLine: 6, tags: ["owl"])

  init() throws {
    document = try String(contentsOfFile: Repository.root + "/Index/FORMAT.md", encoding: .utf8)
  }

  /// The bytes of an example; `InvertedIndexTests` check the form of its lines.
  private func example(_ name: String) throws -> [UInt8] {
    let start = try #require(document.range(of: "```hex \(name)\n"), "no example '\(name)'")
    var bytes: [UInt8] = []
    for line in document[start.upperBound...].split(separator: "\n") {
      guard line != "```" else { break }
      let match = try #require(
        line.wholeMatch(of: /([0-9a-f]{4})  ([0-9a-f]{2}(?: [0-9a-f]{2})*) {2,}(\S.*)/), "\(line)")
      #expect(Int(match.1, radix: 16) == bytes.count, "\(line)")
      bytes += match.2.split(separator: " ").compactMap { UInt8($0, radix: 16) }
    }
    return bytes
  }

  private func decode(_ bytes: [UInt8]) throws -> Entry {
    try bytes.withUnsafeBytes { raw in
      var reader = ByteReader(raw, path: "Index/FORMAT.md", base: 0)
      let entry = try StoredEntry.decode(id: "q1", &reader)
      #expect(reader.remaining == 0)
      return entry
    }
  }

  @Test func theStoredEntryOfTheDocumentIsReadAndWritten() throws {
    let bytes = try example("stored-entry")
    #expect(try decode(bytes) == Self.entry)
    #expect(StoredEntry.encode(Self.entry) == bytes)
  }

  @Test func theAttachmentOfTheDocumentIsReadAndWritten() throws {
    let manifest = try example("manifest")
    let file = try SectionedFile(FileBytes(manifest, named: "manifest"), expecting: .manifest)
    let bytes = Array(try file.bytes(of: try file.section("attached")))
    let attachment = try IndexAttachment(bytes, path: "manifest")
    #expect(attachment.sources == [.init(path: "banks/birds.md", bank: "birds")])
    #expect(attachment.encoded() == bytes)
  }

  /// The layout stores places in lists of the source: an order there that changed would change
  /// what old indexes say.
  @Test func kindsAndDifficultiesKeepTheirNumbers() throws {
    // Where kind and difficulty stand in the example.
    let place = 0x15
    for (number, kind) in [EntryKind.question, .prompt, .topic].enumerated() {
      var bytes = try example("stored-entry")
      bytes[place] = UInt8(number)
      #expect(try decode(bytes).kind == kind)
      #expect(document.contains("\(number) `\(kind.rawValue)`"))
    }
    for (number, difficulty) in [nil, Difficulty.easy, .medium, .hard].enumerated() {
      var bytes = try example("stored-entry")
      bytes[place + 1] = UInt8(number)
      #expect(try decode(bytes).difficulty == difficulty)
      if let difficulty { #expect(document.contains("\(number) `\(difficulty.rawValue)`")) }
    }
    #expect(EntryKind.allCases.count == 3 && Difficulty.allCases.count == 3)
  }

  @Test func everyStoredPartIsNamedInTheOrderOfTheBytes() throws {
    let source = try String(
      contentsOfFile: Repository.root + "/Sources/QuestionSearch/Build/StoredEntry.swift",
      encoding: .utf8)
    let encoder = try part(of: source, from: "func encode(", to: "\n  }\n")
    let parts = encoder.matches(of: /entry\.([a-zA-Z]+)/).map { snakeCase(String($0.1)) }
    #expect(parts.count == 17)
    var rest = try part(of: document, from: "\n## Stored entries\n", to: "\n## ")
    for part in parts {
      let place = try #require(rest.range(of: "` | `\(part)`"), "\(part)")
      rest = rest[place.upperBound...]
    }
  }

  @Test func theFieldsOfAnIndexOfQuestionsAreNamedInTheirOrder() {
    let names = EntryField.names.map { "`\($0)`" }.joined(separator: ", ")
    #expect(document.contains("has the fields \(names), in this order"))
  }

  private func part(of text: String, from start: String, to end: String) throws -> Substring {
    let rest = text[try #require(text.range(of: start), "\(start)").upperBound...]
    return rest[..<(try #require(rest.range(of: end), "\(end)").lowerBound)]
  }

  private func snakeCase(_ name: String) -> String {
    name.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
  }
}
