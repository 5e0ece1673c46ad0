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

  @Test func onlyTaggedTurnsAreQuestionsWhereOthersAreSmallTalk() throws {
    let found = try entries(
      """
      Interviewer: Did you find the harbor?

      Candidate: Yes.

      Interviewer: [E] What is a keel?

      Candidate: The lowest beam.

      Interviewer: Tea, anyone?

      Candidate: Please.

      Interviewer: [M] Why does it matter?

      Candidate: It keeps the ship upright.
      """)
    #expect(found.map(\.line) == [5, 13])
    #expect(found.map(\.answer) == ["The lowest beam.", "It keeps the ship upright."])
  }

  @Test func chatInWhichBothSidesAskIsNoBank() throws {
    let found = try entries(
      """
      User: My lamp is dark, what can I do?
      Agent: Is it plugged in?
      User: It is. And now?
      Agent: Does the switch click?
      User: How do I see that?
      Agent: You hear it. Do you?
      User: No. Why not?
      Agent: It is broken. Anything else?
      """)
    #expect(found.isEmpty)
  }

  @Test func answersEndBeforeBoilerplateThatCountsOrIsCutShort() throws {
    let found = try entries(
      """
      TASK A (EASY)

      Think of the sea first.

      Question: [E] What is a reef?

      Answer:

      A ridge below the water.

      TASK B (HARD)

      Think of the sea first.

      Question: [H] Why do reefs die?

      Answer:

      The water warms.

      TASK C (EASY)

      Question: [E] What is a bay?

      Answer:

      A bend of the coast.
      """)
    #expect(
      found.map(\.answer) == [
        "A ridge below the water.", "The water warms.", "A bend of the coast.",
      ])
  }
}
