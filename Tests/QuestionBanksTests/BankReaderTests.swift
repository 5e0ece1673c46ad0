import QuestionBanks
import Testing

@Suite struct BankReaderTests {
  @Test func tableRowsBecomeQuestions() throws {
    let text = """
      | Question | Source | Reply |
      |---|---|---|
      | Why is the sea salty? | Book | Rivers bring <br> salt. |
      | Define osmosis | Web | Water moves. |

      """
    let reading = try BankReader().read(Array(text.utf8), file: "a.md", bank: "a")
    #expect(reading.entries.map(\.text) == ["Why is the sea salty?", "Define osmosis"])
    #expect(reading.entries.map(\.origin) == ["Book", "Web"])
    #expect(reading.entries.map(\.kind) == [.question, .prompt])
  }
}
