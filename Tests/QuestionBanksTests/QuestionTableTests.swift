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

  @Test func levelsInPicturesAndShortAnswersAreFoundWithoutNames() throws {
    let found = try entries(
      """
      | Weight | Question | Look for |
      |---|---|---|
      | ★☆☆ | Why does ice float? | It is light |
      | ★★★ | How do whales sleep? | Half a brain |
      | ★★☆ | What steers a swarm? | Nobody |
      """)
    #expect(found.map(\.difficulty) == [.easy, .hard, .medium])
    #expect(found.map(\.answer) == ["It is light", "Half a brain", "Nobody"])
  }

  @Test func comparisonOfThingsIsNoBank() throws {
    let found = try entries(
      """
      | Question | Oak | Elm | Ash |
      |---|---|---|---|
      | Sheds its leaves? | yes | yes | yes |
      | Can it stand in water? | no | partly | no |
      | How tall does it get? | 40 m | 30 m | 35 m |
      """)
    #expect(found.isEmpty)
  }

  @Test func notesOnProgressAreNoComparison() throws {
    let found = try entries(
      """
      | Question | Solved | Reviewed |
      |---|---|---|
      | How deep is a well? | yes | no |
      | Why does a kettle sing? | no | no |
      """)
    #expect(found.count == 2)
  }

  @Test func descriptionsOfSettingsAreNoBank() throws {
    let found = try entries(
      """
      | Key | Description |
      |---|---|
      | a | Where to look for maps |
      | b | Print the depth of each well |
      | c | How many ships may wait |
      """)
    #expect(found.isEmpty)
  }

  @Test func pipesInCodeJoinCellsOfRowsThatAreTooWide() throws {
    let found = try entries(
      """
      | Question | Answer |
      |---|---|
      | What does `fish | sort` give? | Fish in order |
      | What does `a` give? | A fish |
      """)
    #expect(found.map(\.text) == ["What does fish | sort give?", "What does a give?"])
    #expect(found.map(\.answer) == ["Fish in order", "A fish"])
  }

  @Test func sourceInDoubledBracketsIsNoText() throws {
    let found = try entries(
      """
      | Question | Answer |
      |---|---|
      | Why do tides turn? [[src]](https://example.org/t) | The moon |
      """)
    #expect(found.map(\.text) == ["Why do tides turn?"])
    #expect(found.map(\.origin) == ["https://example.org/t"])
  }
}
