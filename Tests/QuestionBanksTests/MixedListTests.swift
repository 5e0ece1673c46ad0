import QuestionBanks
import Testing

@Suite struct MixedListTests {
  @Test func bulletsNumbersAndNesting() throws {
    let found = try entries(
      """
      ## Knots

      - Bowline
      1. What is a bowline?
      2. How is it tied?

      - Given a rope of length n,
        - Find the number of knots.
        - When is it minimal?

      - How do knots fail?
        - And at night?
      - Explain the clove hitch
      """)
    #expect(
      found.map(\.text) == [
        "What is a bowline?", "How is it tied?", "Find the number of knots.", "When is it minimal?",
        "How do knots fail?", "And at night?", "Explain the clove hitch",
      ])
    #expect(
      found.map(\.context) == [
        "Bowline", "Bowline", "Given a rope of length n,", "Given a rope of length n,", nil,
        "How do knots fail?", nil,
      ])
    #expect(
      found.map(\.kind) == [
        .question, .question, .prompt, .question, .question, .question, .prompt,
      ])
  }

  @Test func tagsBecomeDifficultyInLinesAndLists() throws {
    let found = try entries(
      "1. [E] What is fog?\n2. **[M]** Why is fog white?\n3. Define mist (Hard)\n")
    #expect(found.map(\.text) == ["What is fog?", "Why is fog white?", "Define mist"])
    #expect(found.map(\.difficulty) == [.easy, .medium, .hard])
  }

  @Test func theLabelOfAnAnswerIsNotItsText() throws {
    let text = """
      1. [E] What is a shroud?

         Answer: a stay to the side.

      2. [M] What is a stay?

         A rope: it holds the mast.
      """
    #expect(
      try entries(text).map(\.answer) == ["a stay to the side.", "A rope: it holds the mast."])
  }

  @Test func aLineThatExplainsTheTagsIsNoItem() throws {
    let text = """
      # Rigging

      Some questions. The tags mean
      [E] easy, [M] medium and [H] hard.

      1. [E] What is a shroud?
      2. [M] What is a stay?
      3. [H] Why are both tightened?
      """
    let found = try entries(text)
    #expect(found.map(\.line) == [6, 7, 8])
  }

  @Test func labelsAndLeadInsReachAsFarAsTheirSubject() throws {
    let found = try entries(
      """
      ```pasted, to be sorted
      Anchors.
      [E] What is an anchor?
      [M] How to weigh it?
      [E] Why do gulls cry?
      You own an old lighthouse whose lamp fails twice a year.
      [M] What is the chance that the lamp fails in March?
      [H] How long until it fails?

      Hint: count the years.

      [E] Say a whale swims 10 km a day. Where is the whale tomorrow?
      ```
      """)
    let house = "You own an old lighthouse whose lamp fails twice a year."
    #expect(found.map(\.context) == ["Anchors.", "Anchors.", nil, house, house, nil])
    #expect(found.map(\.difficulty) == [.easy, .medium, .easy, .medium, .hard, .easy])
    #expect(found[4].hint == "count the years.")
    #expect(found[4].line == 8)
    #expect(found[4].lineEnd == 8)
  }

  @Test func itemsOverSeveralLines() throws {
    let found = try entries(
      """
      [E] Draw the tide when the moon is:
      full
      new
      [M] Which of the following is true?

      Fish sleep.
      Fish never sleep.

      Hint: look at night.

      [H] What is wrong in the following code?
      def sail(wind):
          return wind * 2
      """)
    #expect(found.count == 3)
    #expect(found[0].text == "Draw the tide when the moon is:\nfull\nnew")
    #expect(found[1].text == "Which of the following is true?\nFish sleep.\nFish never sleep.")
    #expect(found[1].hint == "look at night.")
    #expect(found[2].text.hasSuffix("def sail(wind):\n    return wind * 2"))
    #expect(found.map(\.lineEnd) == [3, 7, 13])
  }

  @Test func bareLinesUnderAHeading() throws {
    let found = try entries(
      "# Wind\nWhat is a gale?\nExplain the lee side.\nHow are storms named?\n")
    #expect(
      found.map(\.text) == [
        "What is a gale?", "Explain the lee side.", "How are storms named?",
      ])
    #expect(found.map(\.line) == [2, 3, 4])
  }

  @Test func anEmptyItemCarriesTheLineAbove() throws {
    let found = try entries(
      "- How do rats board a ship?\n- How to stop them?\n- What is a rat guard?\n")
    #expect(found[1].context == "How do rats board a ship?")
    #expect(found[0].context == nil)
  }

  @Test func inlineHintsLeaveTheText() throws {
    let found = try entries("- Is the bay deep? Hint: use a lead line.\n- What is a lead line?\n")
    #expect(found[0].text == "Is the bay deep?")
    #expect(found[0].hint == "use a lead line.")
  }

  @Test func notesAndCodeInFencesAreNoItems() throws {
    let result = try reading(
      """
      - What is a log?
      - What is a knot?

      ```Notes on logs
      A log is a board on a line. Sailors threw it over the stern and counted the knots that ran out
      while a small glass emptied. Which board would you take?

      It was used for three hundred years.
      ```

      ```swift
      func isLog() -> Bool { true }
      ```
      """)
    #expect(result.entries.map(\.text) == ["What is a log?", "What is a knot?"])
    #expect(result.accounts.contains { $0.reason.contains("notes") })
    #expect(result.accounts.contains { $0.reason == "code" })
  }

  @Test func oneQuestionMarkMakesNoBank() throws {
    #expect(try entries("Some prose.\n\n- a thing\n- another\n- really?\n\nMore prose.").isEmpty)
    #expect(try entries("- Add a flag\n- Fix a crash\n- Remove a file\n- What about it?\n").isEmpty)
  }

  @Test func anUnclosedFenceSwallowsNothing() throws {
    let found = try entries(
      "```\n# Fog\n\n- What is fog?\n- Why is it grey?\n- How does fog form?\n")
    #expect(found.map(\.text) == ["What is fog?", "Why is it grey?", "How does fog form?"])
  }

  @Test func difficultyAsStarsOrAsALabel() throws {
    let found = try entries(
      """
      1. ★☆☆ What is a keel?
      2. What does ballast do? ★★☆
      3. **Hard:** Why does a sail pull a boat forward?
      """)
    #expect(found.map(\.difficulty) == [.easy, .medium, .hard])
    #expect(found.last?.text == "Why does a sail pull a boat forward?")
  }

  @Test func hintIsNoPartOfTheLinesOfItsItem() throws {
    let found = try entries(
      """
      1. [E] What is a keel?
         Hint: look below.
      2. [M] Why is it heavy?
      """)
    #expect(found.map(\.lineEnd) == [1, 3])
    #expect(found[0].hint == "look below.")
  }

  @Test(arguments: [
    "- Who brings the rope? Tom.\n- Can we sail on Sunday? Only if it is dry.\n- How cold is it? Very.",
    "We went out early. Why did we? Nobody knows.\n\nWhat is it about fog? Perhaps it hides us.",
    "1. Fill the pot. Too full? Pour some out.\n2. Is it hot? Then wait.\n3. Stir it.",
  ])
  func questionsAnsweredOnTheSpotAreNoBank(_ text: String) throws {
    #expect(try entries(text).isEmpty)
  }

  @Test func labelsOverSeveralLevelsOfQuestions() throws {
    let found = try entries(
      """
      - Sea
      \t- Tides
      \t\t- Why do tides turn?
      \t\t\t- And who noticed first?
      \t\t- Explain a spring tide.
      - Land
      \t- What is a dune?
      """)
    #expect(found.map(\.line) == [3, 4, 5, 7])
  }

  @Test func lettersAreMarkersOfQuestionsOrOfOptions() throws {
    let found = try entries(
      """
      1. Wind
         a) Why does it turn at night?
         b) What is a lee?
      2. Which of these floats?
         A) iron
         B) cork
      (i) How deep is a fjord?
      (ii) Explain a sandbank.
      """)
    #expect(found.map(\.line) == [2, 3, 4, 7, 8])
    #expect(found[2].text.hasSuffix("A) iron\nB) cork"))
    #expect(found[2].lineEnd == 6)
  }

  @Test func figuresAndFormulasBelongToTheItemThatNeedsThem() throws {
    let found = try entries(
      """
      1. [E] A count of ships gave these numbers. How many sank?

         | sank | stayed |
         |---|---|
         | 3 | 4 |

      2. [M] Given the depth

         $$
         d = 4 t
         $$

         derive the speed of the lead.
      3. [E] What is a fathom?
      """)
    #expect(found.map(\.lineEnd) == [5, 13, 14])
    #expect(found.allSatisfy { $0.answer == nil })
  }

  @Test func pronounsWithoutANounOfTheirNumberNeedTheItemAbove() throws {
    let found = try entries(
      """
      - What are rip currents?
      - Where have they been seen in summer?
      - What is a groyne?
      - Why do towns no longer build it?
      - Is that enough?
      """)
    #expect(
      found.map(\.context) == [
        nil, "What are rip currents?", nil, "What is a groyne?", "Why do towns no longer build it?",
      ])
  }

  @Test func tasksWithPrioritiesAreNoBank() throws {
    let found = try entries(
      """
      - [ ] [H] Find out why the boat leaks?
      - [ ] [L] Describe the mooring for Tom
      - [ ] [M] Compare the two sails
      - [x] Who has the key?
      """)
    #expect(found.isEmpty)
  }

  @Test func theFirstDemandDecidesTheKind() throws {
    let found = try entries(
      """
      - [E] Explain how a lock of a canal works. Does it need a pump?
      - [E] Briefly describe the tides? What turns them?
      - [M] Given a map, find the reef. Is it deep?
      - [M] A ship lists to port. What do you do? Explain.
      - [H] Pros and cons of wooden masts.
      - [H] Sail versus oar
      """)
    #expect(found.map(\.kind) == [.prompt, .prompt, .prompt, .question, .topic, .topic])
  }

  @Test func whatLeansOnTheItemAboveCarriesItWithTheLeadIn() throws {
    let found = try entries(
      """
      ```
      Rigging.
      [E] Which is faster, a sloop or a ketch?
      [M] When would you take one instead of the other?
      ```
      """)
    #expect(found.map(\.context) == ["Rigging.", "Rigging.\nWhich is faster, a sloop or a ketch?"])
  }

  @Test func answersOnTheLineOfTheirQuestionUnderATitleThatSaysSo() throws {
    let list = "- Does a ketch have two masts? Yes.\n- How deep is a fathom? Six feet.\n"
    #expect(try entries("# Questions of sailors\n\n" + list).count == 2)
    #expect(try entries("# Crew, Monday\n\n" + list).isEmpty)
  }
}
