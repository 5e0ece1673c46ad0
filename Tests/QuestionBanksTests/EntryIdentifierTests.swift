import Foundation
import QuestionBanks
import Testing

@Suite struct EntryIdentifierTests {
  /// Frozen: ids are keys of decisions that people recorded.
  @Test func knownAnswers() {
    func id(_ bank: String, _ text: String, _ context: String? = nil) -> String {
      EntryIdentifier.identifier(bank: bank, text: text, context: context)
    }
    #expect(id("", "") == "xa2bbwt63y")
    #expect(id("sea", "What is a reef?") == "15jzx74d89")
    #expect(id("sea", "What is a reef?", "Corals.") == "63b104nv5e")
    #expect(id("meer", "Was ist ein Ölteppich?") == "jh73nssnfq")
  }

  @Test func caseAndBlanksDoNotMatterButBankAndContextDo() {
    let id = EntryIdentifier.identifier(bank: "a", text: "What  is\nX?", context: nil)
    #expect(id == EntryIdentifier.identifier(bank: "a", text: " what is x? ", context: nil))
    #expect(id != EntryIdentifier.identifier(bank: "b", text: "What is X?", context: nil))
    #expect(id != EntryIdentifier.identifier(bank: "a", text: "What is X?", context: "Y"))
    #expect(id.count == 10)
  }

  @Test func repetitionsAreNumberedInOrderWithinABank() throws {
    var list = try entries("- What is fog?\n- What is mist?\n- What is fog?\n- What is fog?\n")
    #expect(list[2].id == list[0].id + "-2")
    #expect(list[3].id == list[0].id + "-3")
    list.append(list[0])
    EntryIdentifier.assign(&list)
    #expect(list[4].id == list[0].id + "-4")
  }

  @Test func movingAFileKeepsIds() throws {
    let text = Array("- What is fog?\n- What is mist?\n".utf8)
    let here = try BankReader().read(text, file: "a/b.md", bank: "w").entries
    let there = try BankReader().read(Array("\n\n".utf8) + text, file: "c.md", bank: "w").entries
    #expect(here.map(\.id) == there.map(\.id))
  }

  @Test func jsonHasAllKeysAndComesBack() throws {
    let entry = try entries("- [E] What is fog?\n- [M] What is mist?\n")[0]
    let data = try JSONEncoder().encode(entry)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "schema_version", "id", "bank", "file", "line", "line_end", "byte_start", "byte_end",
        "kind",
        "text", "difficulty", "section", "context", "hint", "answer", "answer_line",
        "answer_line_end", "tags", "origin",
      ])
    #expect(object["context"] is NSNull)
    #expect(object["difficulty"] as? String == "E")
    #expect(try JSONDecoder().decode(Entry.self, from: data) == entry)
  }

  @Test func newerJSONIsRefused() throws {
    let data = try JSONEncoder().encode(try entries("- What is fog?\n- What is mist?\n")[0])
    let newer = String(decoding: data, as: UTF8.self)
      .replacingOccurrences(of: "\"schema_version\":1", with: "\"schema_version\":2")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Entry.self, from: Data(newer.utf8))
    }
  }
}
