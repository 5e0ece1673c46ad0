import QuestionBanks
import Testing

@Suite struct QuestionTableTests {
  @Test func rowsBecomeEntriesByHeaderNames() throws {
    let found = try entries(
      """
      # Sea

      | Level | Source | Question | Reply by a model |
      |:--|---|:-:|---|
      | easy | Atlas | Why is the sea salty? | <br> Rivers carry salt. <br>It stays. |
      | hard | Log | Define *osmosis* \\| diffusion | Water moves through a wall of cells. |
      """)
    #expect(found.map(\.text) == ["Why is the sea salty?", "Define osmosis | diffusion"])
    #expect(found.map(\.origin) == ["Atlas", "Log"])
    #expect(found.map(\.difficulty) == [.easy, .hard])
    #expect(found.map(\.kind) == [.question, .prompt])
    #expect(
      found.map(\.answer) == [
        "Rivers carry salt.\nIt stays.", "Water moves through a wall of cells.",
      ])
    #expect(found.map(\.line) == [5, 6])
    #expect(found.map(\.answerLine) == [5, 6])
    #expect(found.map(\.section) == [["Sea"], ["Sea"]])
  }

  @Test func truncatedTableStillReads() throws {
    let found = try entries("| Question | Answer |\n|---|---|\n| Why do tides turn? | The moon pul")
    #expect(found.map(\.text) == ["Why do tides turn?"])
    #expect(found.map(\.answer) == ["The moon pul"])
  }

  @Test func unnamedColumnNeedsMostCellsToAsk() throws {
    let table = """
      | A | B |
      |---|---|
      | 1 | What is a reef? |
      | 2 | How deep is a trench? |
      """
    #expect(try entries(table).map(\.text) == ["What is a reef?", "How deep is a trench?"])
    #expect(try entries("| Fish | Size |\n|---|---|\n| Cod | 1 m |\n| Ray | 2 m |").isEmpty)
  }

  @Test func tableOfContentsIsNoBank() throws {
    let found = try entries(
      """
      | No. | Questions |
      |---|---|
      | 1 | [What is a reef?](#what-is-a-reef) |
      | 2 | [What is a bay?](#what-is-a-bay) |
      """)
    #expect(found.isEmpty)
  }

  @Test func linkAsAnswerIsCited() throws {
    let found = try entries(
      "| Question | Answer |\n|---|---|\n| What is a reef? | [here](https://reef.example) |")
    #expect(found.first?.answer == nil)
    #expect(found.first?.origin == "https://reef.example")
  }

  @Test func cellsWithoutTextAreCountedNotRead() throws {
    let result = try reading("| Question | Answer |\n|---|---|\n|  | lost |\n| Why? | Because. |")
    #expect(result.entries.map(\.text) == ["Why?"])
    #expect(result.accounts.contains { $0.line == 3 && $0.reason.contains("without a question") })
  }
}
