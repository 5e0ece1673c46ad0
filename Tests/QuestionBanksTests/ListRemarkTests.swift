import QuestionBanks
import Testing

/// What stands in the lines of a list beside its questions: links, tags, answers, remarks, hints.
@Suite struct ListRemarkTests {
  @Test func linksBehindAQuestionAreItsOrigin() throws {
    let found = try entries(
      """
      # Questions on sails

      - What is a jib? [[src](https://a.example/jib)]
      - What is a spinnaker? [[1]](https://a.example/spi)
      - What is a luff? [[1]](https://a.example/luff) [[2]](https://b.example)
      - **What is a leech?** - Read [this](https://a.example/leech) and [that](https://b.example)
      - What is a [clew](https://a.example/clew)?
      """)
    #expect(
      found.map(\.text) == [
        "What is a jib?", "What is a spinnaker?", "What is a luff?", "What is a leech?",
        "What is a clew?",
      ])
    #expect(
      found.map(\.origin) == [
        "https://a.example/jib", "https://a.example/spi", "https://a.example/luff",
        "https://a.example/leech", nil,
      ])
  }

  @Test func aRemarkInParenthesesIsNoTag() throws {
    let found = try entries(
      """
      - What is a short rope (e.g. a lanyard)? (★★★)
      - Find the longest of some ropes (e.g. [2,3]) (★★☆)
      - How is a rope measured (★☆☆)?
      - Which ropes are alike (m, n and o)?
      """)
    #expect(
      found.map(\.text) == [
        "What is a short rope (e.g. a lanyard)?", "Find the longest of some ropes (e.g. [2,3])",
        "How is a rope measured?", "Which ropes are alike (m, n and o)?",
      ])
    #expect(found.map(\.difficulty) == [.hard, .medium, .easy, nil])
  }

  @Test func aPictureWithTheWordOfALevelIsATag() throws {
    let found = try entries(
      """
      # Interview questions

      **Q1: What is a cleat?** 🟢 Beginner

      **Q2: Where is a fairlead set?** 🟡 Intermediate

      **Q3: Why is rigging advanced?** 🔴 (Hard)

      **Q4: Is this knot easy?**

      Levels: 🟢 easy 🟡 medium 🔴 hard
      """)
    #expect(found.map(\.difficulty) == [.easy, .medium, .hard, nil])
    #expect(
      found.map(\.text) == [
        "What is a cleat?", "Where is a fairlead set?", "Why is rigging advanced?",
        "Is this knot easy?",
      ])
  }

  @Test func aLinkToTheContentsIsNoPartOfAHeading() throws {
    let found = try entries(
      """
      # Table of Contents

      - [Sails](#sails)

      #### [[⬆]](#toc) <a name='sails'>Sails:</a>

      - What is a jib?
      - What is a genoa?

      #### Masts [^](#toc)

      - What is a stay?
      - What is a shroud?

      #### [Booms](#booms)

      - What is a vang?
      - What is a [gooseneck](#gooseneck)?
      """)
    #expect(
      found.map { $0.section.joined(separator: ">") } == [
        "Sails", "Sails", "Masts", "Masts", "Booms", "Booms",
      ])
    #expect(found.last?.text == "What is a gooseneck?")
  }

  @Test func answersBehindTheQuestionAreSplitOffWhereTheListHasThem() throws {
    let found = try entries(
      """
      # Sailing questions

      - Is tar black? Yes, mostly.
      - Who steers? How far? The helmsman steers a watch of four hours.
      - Must I know knots? See the list of knots.
        It is long.
      - Where is the galley? Draw it.
      """)
    #expect(
      found.map(\.text) == [
        "Is tar black?", "Who steers? How far?", "Must I know knots?",
        "Where is the galley? Draw it.",
      ])
    #expect(
      found.map(\.answer) == [
        "Yes, mostly.", "The helmsman steers a watch of four hours.",
        "See the list of knots.\nIt is long.", nil,
      ])
    #expect(found.map(\.answerLine) == [3, 4, 5, nil])
    #expect(found[2].answerLineEnd == 6)
  }

  @Test func amongQuestionsWithoutAnswersAStatementIsARemark() throws {
    let found = try entries(
      """
      # Questions for the owner

      - How old is the boat?
      - What is a bilge? The bilge is the lowest part of the hull.
      - Where was it built?
      - Does it leak? How much?
      - Who repaired the keel? It was the yard in the bay.
      - How many sails has it? More than four is a sign that the crew was large.
      - What does the mooring cost? (the yearly sum)
      - Which sails are spare? Pros and cons of each.
      - Where is it insured?
      - What was the last price?
      - Why is it sold?
      - Is the mast of wood? (That is rare, so a good sign.)
      """)
    #expect(
      found.map(\.text) == [
        "How old is the boat?", "What is a bilge?", "Where was it built?",
        "Does it leak? How much?", "Who repaired the keel?", "How many sails has it?",
        "What does the mooring cost? (the yearly sum)",
        "Which sails are spare? Pros and cons of each.", "Where is it insured?",
        "What was the last price?", "Why is it sold?", "Is the mast of wood?",
      ])
    #expect(found.indices.filter { found[$0].answer != nil } == [1, 4])
    #expect(found.indices.filter { found[$0].hint != nil } == [5, 11])
  }

  @Test func aHintBelongsToTheQuestionThatItSpeaksOf() throws {
    let found = try entries(
      """
      [M] Why does a wet hawser stretch more than a dry hawser?
      [E] Who mends the sails?
      Hint: think of what water does inside a hawser when it is stretched.
      [E] Where does the cook sleep?
      [E] When is the watch changed?
      Hint: bells are struck.
      """)
    #expect(
      found.map(\.hint) == [
        "think of what water does inside a hawser when it is stretched.", nil, nil,
        "bells are struck.",
      ])
  }

  @Test func theCaptionOfALostFigureIsNoPartOfItsQuestion() throws {
    let found = try entries(
      """
      [M] The wakes of three boats look like this. Which is the fastest?
      Wakes behind boats
      [E] Which of the following is a sail?
      Jib
      Keel
      [E] Where is the bow?
      """)
    #expect(
      found.map(\.text) == [
        "The wakes of three boats look like this. Which is the fastest?",
        "Which of the following is a sail?\nJib\nKeel", "Where is the bow?",
      ])
  }

  @Test func aLineThatAsksForQuestionsIsNoItem() throws {
    let found = try entries(
      """
      ## Before you buy
      ```
      Which questions should a buyer ask?
      The yard knows much. Some useful questions are:
      How old is the hull?
      Who sailed it last?
      What was mended?
      ```
      """)
    #expect(
      found.map(\.text) == ["How old is the hull?", "Who sailed it last?", "What was mended?"])
  }
}
