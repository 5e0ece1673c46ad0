import QuestionBanks
import Testing

@Suite struct QuestionHeadingsTests {
  private let text = """
    # Harbor notes

    * [What is a buoy?](#what-is-a-buoy)
    * [Define draft](#define-draft)

    ## Ships

    ### What is a buoy?

    A float. Is it always red?

    | Question | Answer |
    |---|---|
    | Is a table in an answer a bank? | No |

    #### Why is it anchored?

    So that it stays.

    ### Define draft

    * **Depth** of the hull.

    ### Ballast

    Weight below. \\\\(w\\_1 > 0\\\\)

    ### Kinds of ships: pros and cons

    #### Brig

    ##### Pros

    * fast

    ##### Cons

    * wet

    #### Sloop

    ##### Pros

    * small

    ##### Cons

    * slow

    ### How is a ship tied? / How is it untied? {#tie}

    ```
    # Is this a heading?
    ```

    ## References

    * [Why do ropes rot?](https://rope.example)
    """

  @Test func headingsBecomeQuestionsPromptsAndTopics() throws {
    let result = try reading(text)
    #expect(result.convention == "headings as questions")
    #expect(
      result.entries.map(\.text) == [
        "What is a buoy?", "Why is it anchored?", "Define draft", "Ballast", "Brig", "Sloop",
        "How is a ship tied? / How is it untied?",
      ])
    #expect(
      result.entries.map(\.kind) == [
        .question, .question, .prompt, .topic, .topic, .topic, .question,
      ])
  }

  @Test func sectionsAreContainersAlone() throws {
    let found = try entries(text)
    #expect(found[0].section == ["Harbor notes", "Ships"])
    #expect(found[4].section == ["Harbor notes", "Ships", "Kinds of ships: pros and cons"])
    #expect(found[4].context == "Kinds of ships: pros and cons")
    #expect(found[6].section == ["Harbor notes", "Ships"])
  }

  @Test func answersReachToTheNextItemOrContainer() throws {
    let found = try entries(text)
    #expect(found[0].answerLine == 10)
    #expect(found[0].answerLineEnd == 14)
    #expect(found[1].answer == "So that it stays.")
    #expect(found[2].answer == "- Depth of the hull.")
    #expect(found[3].answer == "Weight below. \\(w_1 > 0\\)")
    #expect(found[4].answer == "Pros\n\n- fast\n\nCons\n\n- wet")
    #expect(found[6].answer == "# Is this a heading?")
  }

  @Test func contentsAndReferencesAreNoItems() throws {
    let accounts = try reading(text).accounts
    #expect(accounts.contains { $0.line == 3 && $0.reason.contains("contents") })
    #expect(accounts.contains { $0.reason.contains("reference") })
  }

  @Test func unnumberedHeadingsBelowNumberedQuestionsAreAnswers() throws {
    let found = try entries(
      """
      ## 1. What is a mast?
      ### How tall is it?
      Tall.
      ## 2. What is a boom?
      ### Why is it low?
      Low.
      ## 3. Name three sails.
      Jib.
      """)
    #expect(found.map(\.text) == ["What is a mast?", "What is a boom?", "Name three sails."])
    #expect(found[0].answerLineEnd == 3)
  }

  @Test func questionsInTheCornerOfAManualAreNoBank() throws {
    let manual = "# Tool\n\n" + String(repeating: "It does a thing.\n\n", count: 40)
    let corner = "## FAQ\n\n### Can it fly?\n\nNo.\n\n### Does it swim?\n\nNo.\n"
    #expect(try entries(manual + "## Install\n\n### On a ship\n\nRun it.\n\n" + corner).isEmpty)
  }

  @Test func aQuotationThatAsksUnderAStatementIsTheQuestion() throws {
    let found = try entries(
      """
      ### What is a helm?
      A wheel.
      ### Masters are hard to find
      They are rare.

      > “What is the worst storm that you sailed through?”

      The answer tells much.
      ### Why is it round?
      To turn.
      """)
    #expect(found.map(\.line) == [1, 3, 6, 9])
    #expect(found[2].text == "What is the worst storm that you sailed through?")
    #expect(found[2].answer == "The answer tells much.")
  }

  @Test func taggedHeadingsAreItemsWhateverTheirWords() throws {
    let text = """
      # Knots
      ## Loops
      ### [E] What is a bowline?
      A loop that does not slip.
      ### [M] Why does it hold?
      Friction.
      ## Hitches
      ### [M] Clove hitch around a pole
      Two turns.
      ### [H] Rolling hitch
      Three turns.
      """
    let found = try entries(text)
    #expect(found.map(\.kind) == [.question, .question, .topic, .topic])
    #expect(found.map(\.difficulty) == [.easy, .medium, .medium, .hard])
    #expect(found.last?.section == ["Knots", "Hitches"])
  }

  @Test func setextAndListedHeadings() throws {
    let found = try entries(
      "1. ### What is a jib?\n\n   A sail.\n\n2. ### What is a spar?\n\n   Wood.\n")
    #expect(found.map(\.text) == ["What is a jib?", "What is a spar?"])
    let setext = try entries("What is a jib?\n---\n\nA sail.\n\nWhat is a spar?\n---\n\nWood.\n")
    #expect(setext.map(\.answer) == ["A sail.", "Wood."])
  }

  @Test func numbersWithTwoMarksOrADash() throws {
    let found = try entries(
      """
      ## 7.) Why does wood float?
      It is light.
      ## 8 – How deep is a lake?
      Deep.
      """)
    #expect(found.map(\.text) == ["Why does wood float?", "How deep is a lake?"])
  }

  @Test func questionsAtSeveralLevelsFewAtEach() throws {
    let found = try entries(
      """
      # Sea
      ## Tides
      ### Why do tides turn?
      The moon pulls.
      ## What is a reef?
      A ridge.
      ### Caveat
      Not always.
      # Land
      #### Define "dune"
      A hill of sand.
      ##### Compare a hill with a dune
      One moves.
      """)
    #expect(found.map(\.line) == [3, 5, 10, 12])
    #expect(found[1].answerLineEnd == 8)
  }

  @Test func wordsWithShortExplanationsUnderATitleThatNamesAnExam() throws {
    let terms = ["Ebb", "Flood", "Reef", "Shoal", "Fjord", "Estuary"]
    let body = terms.map { "### \($0)\n\nA word of the sea.\n" }.joined(separator: "\n")
    let found = try entries("# Terms for the harbor exam\n\n" + body)
    #expect(found.map(\.text) == terms)
    #expect(found.allSatisfy { $0.kind == .topic })
    #expect(try entries("# Terms of the harbor\n\n" + body).isEmpty)
  }

  @Test func referencesUnderACompoundNameAreNoQuestions() throws {
    let found = try entries(
      """
      ## Why do tides turn?
      The moon.
      ## What is a reef?
      A ridge.
      ## References and further reading
      1. What do sailors read? A survey.
      2. Does the moon pull? Notes.
      """)
    #expect(found.map(\.line) == [1, 3])
  }

  @Test func requestsAndQuestionsWithoutBlanksOrMarks() throws {
    let found = try entries(
      """
      ## 潮汐とは何ですか。
      月。
      ## 潮の流れを説明してください。
      速い。
      ## 请解释潮汐
      月亮。
      ## اشرح معنى المد
      القمر.
      ## ما هو الجزر؟
      الماء.
      """)
    #expect(found.map(\.kind) == [.question, .prompt, .prompt, .prompt, .question])
  }

  @Test func quotesAreTheQuestionsWhereAllOfThemAsk() throws {
    let found = try entries(
      """
      ## Sea
      > Why do tides turn
      > twice a day?

      The moon pulls.
      > Explain an eddy.

      Water turns back.
      ## Land
      > What is a dune?

      Sand.
      """)
    #expect(
      found.map(\.text) == [
        "Why do tides turn twice a day?", "Explain an eddy.", "What is a dune?",
      ])
    #expect(found.map(\.lineEnd) == [3, 6, 10])
    #expect(found.map(\.answer) == ["The moon pulls.", "Water turns back.", "Sand."])
  }

  @Test func aHintBelowAHeadingIsNotItsAnswer() throws {
    let found = try entries(
      """
      # Sailing exercises

      ## 1. How is a rope coiled?
      `hint: clockwise`

      ## 2. How is a sail furled?
      (Hint: start at the leech)

      From the leech to the luff.

      ## 3. What does a cleat hold?
      Hint: look at the end of a
      halyard.

      ```
      rope
      ```

      ## 4. How is a knot undone?
      `hint:`

      ## 5. What is a fender?
      Tip: it hangs over the side.
      """)
    #expect(
      found.map(\.hint) == [
        "clockwise", "start at the leech", "look at the end of a halyard.", nil, nil,
      ])
    #expect(
      found.map(\.answer) == [
        nil, "From the leech to the luff.", "rope", nil, "Tip: it hangs over the side.",
      ])
  }

  @Test func aHintInParenthesesBelowALineBelongsToIt() throws {
    let found = try entries(
      "- [E] Why is tar black?\n- [M] Who tars a rope?\n  (hint: the bosun)\n")
    #expect(found.map(\.hint) == [nil, "the bosun"])
    #expect(found.map(\.text) == ["Why is tar black?", "Who tars a rope?"])
  }

  @Test func aHeadingInsideAListItemIsNoSection() throws {
    let found = try entries(
      """
      ## Sails

      1. ### What is a genoa?
         A large jib.

         ## 1. Overlap
         It passes the mast.

      2. ### What is a storm jib?
         A small one.
      3. ### Which sail is no jib?
         - [ ] # genoa
         - [x] mainsail

             # not a heading

      4. ### What is a trysail?
         A spare one.
      """)
    #expect(found.map(\.section) == [["Sails"], ["Sails"], ["Sails"], ["Sails"]])
    #expect(
      found.map(\.answer) == [
        "A large jib.\n\n1. Overlap\nIt passes the mast.", "A small one.",
        "  - # genoa\n  - mainsail\n\nnot a heading", "A spare one.",
      ])
  }

  @Test func ordersWithRareVerbsAndBareSubjectsAreNoQuestions() throws {
    let found = try entries(
      """
      # Sailing questions

      ## 1. What is a bight?
      A loop.
      ## 2. Untie the knot of a hammock
      Pull.
      ## 3. Given a tangled rope, untangle all of it, in time.
      Slowly.
      ## 4. Considering two masts, how is the taller one found?
      Look up.
      ## 5. Running rigging
      It moves.
      ## 6. A rope on a boat is called a ___.
      Line.
      ## 7. Why does tar smell?
      Ask it.
      ## 9. Would a longer rope hold
      No.
      ## 8. Considering wet ropes, dry them (e.g. [1,2])
      In the sun.
      """)
    #expect(
      found.map(\.kind) == [
        .question, .prompt, .prompt, .question, .topic, .question, .question, .question,
        .prompt,
      ])
  }

  @Test func theLabelOfARelatedQuestionIsNotItsText() throws {
    let found = try entries(
      """
      ## What is a fid?
      A spike.
      ### Related: How is a marlinspike used?
      Turn it.
      ## Bonus question: Who made the first one?
      Nobody knows.
      ## Related ropes: which are they?
      Many.
      """)
    #expect(
      found.map(\.text) == [
        "What is a fid?", "How is a marlinspike used?", "Who made the first one?",
        "Related ropes: which are they?",
      ])
  }

  @Test func aHeadingThatStatesAnOpinionAboveAQuotedQuestionIsNoItem() throws {
    let found = try entries(
      """
      # Harbor questions

      ## What is a quay?
      A wall.
      ## Old quays are built of stone and they last for ever.
      So some say, and ask:

      > Which stone would a builder of our days take for a quay?

      Granite.
      ## What is a slip?
      A slope.
      ## Dry docks
      Docks without water.
      """)
    #expect(
      found.map(\.text) == [
        "What is a quay?", "Which stone would a builder of our days take for a quay?",
        "What is a slip?", "Dry docks",
      ])
    #expect(found[1].context == "Old quays are built of stone and they last for ever.")
    #expect(found[1].answer == "Granite.")
  }

  @Test func anAnswerLeavesOutItsHeadingAndTheCommentsBehindIt() throws {
    let found = try entries(
      """
      ## What is a bollard?
      ### ✅ Answer

      A post on the quay.

      <!-- tags: (ropes) -->

      <!-- level: (1) -->
      ## What is a hawser?
      ### Solution
      A thick rope.
      """)
    #expect(found.map(\.answer) == ["A post on the quay.", "A thick rope."])
    #expect(found.map(\.answerLine) == [4, 11])
    #expect(found.map(\.answerLineEnd) == [4, 11])
  }
}
