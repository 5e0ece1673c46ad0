import QuestionBanks
import Testing

@Suite struct TranscriptTests {
  private let text = """
    MODEL: PARROT

    PROMPT 1: FIRST

    You are a sailor. How would you not answer politely?

    1. Be short.

    The mark “[E]” says that it is light

    Harbor Question: [E] Why do sailors fear reefs?

    REPLY:

    Reefs are sharp. Would you sail there?

    | Question | Answer |
    |---|---|
    | Is it so? | Yes |

    PROMPT 2: SECOND

    You are a sailor. How would you not answer politely?

    1. Be short.

    The mark “[H]” says that it is heavy

    Harbor Question: [H] Explain how an anchor holds.

    REPLY:

    By its flukes.

    """

  @Test func onlyLabelledLinesAreQuestions() throws {
    let result = try reading(text)
    #expect(result.convention == "transcript")
    #expect(
      result.entries.map(\.text) == [
        "Why do sailors fear reefs?", "Explain how an anchor holds.",
      ])
    #expect(result.entries.map(\.difficulty) == [.easy, .hard])
    #expect(result.entries.map(\.kind) == [.question, .prompt])
    #expect(result.entries.map(\.line) == [11, 29])
  }

  @Test func answersEndWhereBoilerplateBegins() throws {
    let found = try entries(text)
    #expect(found.map(\.answerLine) == [15, 33])
    #expect(found.map(\.answerLineEnd) == [19, 33])
    #expect(found[0].answer?.hasPrefix("Reefs are sharp.") == true)
  }

  @Test func labelsOnTheirOwnLineAndInlineAnswers() throws {
    let found = try entries(
      """
      User:
      What is a keel?

      Assistant: The spine of a ship.
      It runs from bow to stern.

      User:
      How is it laid?

      Assistant: First of all parts.
      """)
    #expect(found.map(\.text) == ["What is a keel?", "How is it laid?"])
    #expect(found.map(\.line) == [2, 8])
    #expect(found[0].answer == "The spine of a ship.\nIt runs from bow to stern.")
    #expect(found[0].answerLineEnd == 5)
  }
}
