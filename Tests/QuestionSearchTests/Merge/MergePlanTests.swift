import QuestionSearch
import TestSupport
import Testing

/// Merging banks: nothing is lost, and doing it again changes nothing.
@Suite struct MergePlanTests {
  private static let frames = ["What is", "Explain", "What exactly is", "Why do we need", "Define"]
  private static let subjects = [
    "a tide pool", "the mast of a ship", "an anchor chain", "dead reckoning", "a sextant",
    "the jib", "a reef knot", "a TCP handshake", "the colour of kelp",
  ]
  private static let answers = [
    "It holds the ship.", "It holds the ship in place by its weight.", "Sailors use it daily.",
    "It is 12 metres long.", "It is 30 metres long.", "```\n### not a question\n",
    "First line.\n\n## A heading\n\nLast line.", "<!-- qsearch {} -->",
  ]

  /// Banks of entries made of few words, many of them copies of each other.
  static func banks(_ random: inout SeededGenerator) -> [Entry] {
    var builder = QuestionIndexBuilder()
    for bank in ["b", "a", "c"] {
      for _ in 0..<Int.random(in: 1...14, using: &random) {
        let text =
          "\(frames.randomElement(using: &random) ?? "") "
          + "\(subjects.randomElement(using: &random) ?? "")"
        let ends = ["?", "", ".", "?\nA) one\nB) two", " in port?"]
        builder.add(
          question: text + (ends.randomElement(using: &random) ?? ""),
          answer: Bool.random(using: &random) ? answers.randomElement(using: &random) : nil,
          bank: bank, tags: Bool.random(using: &random) ? ["sea", "t,\"x\""] : [])
      }
    }
    return builder.identifiedEntries()
  }

  /// What a written bank is read as, under another name.
  static func reread(
    _ plan: MergePlan, _ format: BankWriter.Format = .markdown
  ) throws -> [Entry] {
    let bytes = try BankWriter().bytes(plan.entries.map(\.entry), as: format)
    return try BankReader().read(bytes, file: "out.\(format.rawValue)", bank: "out").entries
  }

  private func content(_ entries: [Entry]) -> [[String]] {
    entries.map { [$0.text, $0.answer ?? "-", $0.context ?? "-"] + $0.tags + $0.section }
  }

  @Test(arguments: 0..<40)
  func nothingIsLostAndAgainChangesNothing(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(9900 + seed))
    let entries = Self.banks(&random)
    let plan = try MergePlan(entries)
    #expect(plan.faults.isEmpty, "\(plan.faults)")
    #expect(plan.entries.count + plan.joins.count == entries.count)
    // Every text and answer is somewhere among the sources.
    let sources = plan.entries.flatMap(\.entry.sources)
    for entry in entries {
      #expect(sources.contains { $0.text == entry.text && $0.answer == entry.answer })
    }
    for format in BankWriter.Format.allCases {
      let again = try Self.reread(plan, format)
      #expect(again.map(\.sources) == plan.entries.map(\.entry.sources))
      #expect(content(again) == content(plan.entries.map(\.entry)))
      let second = try MergePlan(again)
      #expect(second.joins.isEmpty && second.faults.isEmpty)
      #expect(content(second.entries.map(\.entry)) == content(again))
      // What went in is known.
      let third = try MergePlan(again + entries)
      #expect(third.faults.isEmpty && third.joins.count == entries.count, "seed \(seed)")
      #expect(third.entries.map(\.entry.sources) == again.map(\.sources))
    }
  }

  @Test(arguments: 0..<20)
  func theOrderOfBanksMakesNoDifference(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(5500 + seed))
    let entries = Self.banks(&random)
    let plan = try MergePlan(entries)
    let other = try MergePlan(entries.shuffled(using: &random))
    #expect(other.entries.map(\.entry) == plan.entries.map(\.entry))
  }

  @Test(arguments: 0..<20)
  func aProtectedBankStaysAsItIs(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(6600 + seed))
    let entries = Self.banks(&random)
    var options = MergePlan.Options()
    options.protected = "a"
    let plan = try MergePlan(entries, options: options)
    #expect(plan.faults.isEmpty)
    let own = entries.filter { $0.bank == "a" }
    #expect(!plan.joins.contains { $0.entry.bank == "a" })
    for entry in own {
      #expect(
        plan.entries.contains { $0.entry.text == entry.text && $0.entry.answer == entry.answer })
    }
  }

  @Test func decisionsJoinAndKeepApart() throws {
    var builder = QuestionIndexBuilder()
    builder.add(question: "What is an anchor?", bank: "a")
    builder.add(question: "what is an anchor", bank: "b")
    builder.add(question: "How do kelp forests grow?", bank: "c")
    let entries = builder.identifiedEntries()
    let ids = entries.map(\.id)
    #expect(try MergePlan(entries).entries.count == 2)
    var options = MergePlan.Options()
    let table =
      "\(ids[0])\t\(ids[1])\tdifferent\t2026-01-02\t\n\(ids[1])\t\(ids[2])\tsame\t\tso it is\n"
    options.decisions = try Decisions(Array(table.utf8), file: "decisions.tsv")
    let plan = try MergePlan(entries, options: options)
    #expect(plan.entries.count == 2 && plan.places == [0, 1, 1] && plan.faults.isEmpty)
    #expect(plan.joins.map(\.reasons) == [["decided"]])
    // They hold for what was merged, too.
    let again = try Self.reread(plan)
    #expect(try MergePlan(again, options: options).entries.count == 2)
    #expect(throws: QuestionSearchError.self) {
      try Decisions(Array("a\tb\tperhaps\n".utf8), file: "d.tsv")
    }
  }

  /// As in an editor: in all forms, whether or not the banks are merged in once more.
  @Test(arguments: BankWriter.Format.allCases, [false, true])
  func whatWasChangedByHandIsKept(_ format: BankWriter.Format, _ withBanks: Bool) throws {
    var builder = QuestionIndexBuilder()
    builder.add(question: "What is an anchor?", answer: "A weight.", bank: "a")
    builder.add(question: "what is an anchor", answer: "Sailors drop it daily.", bank: "b")
    let banks = builder.identifiedEntries()
    let plan = try MergePlan(banks)
    #expect(plan.entries.map(\.answerCount) == [2])
    var text = String(
      decoding: try BankWriter().bytes(plan.entries.map(\.entry), as: format), as: UTF8.self)
    let whole =
      format == .jsonl
      ? #"A weight.\n\nSailors drop it daily."# : "A weight.\n\nSailors drop it daily."
    #expect(text.contains(whole))
    text.replace(whole, with: "A weight on a chain.")
    func read(_ text: String) throws -> [Entry] {
      try BankReader().read(Array(text.utf8), file: "out.\(format.rawValue)", bank: "out").entries
    }
    let edited = try MergePlan(try read(text) + (withBanks ? banks : []))
    #expect(edited.entries.map(\.entry.answer) == ["A weight on a chain."])
    #expect(edited.entries[0].entry.sources.count == 3)
    let answers = edited.entries[0].entry.sources.map { $0.answer ?? "" }
    #expect(
      !withBanks || answers.contains("A weight.") && answers.contains("Sailors drop it daily."))
    let last = try MergePlan(try Self.reread(edited, format) + (withBanks ? banks : []))
    #expect(last.entries[0].entry.sources == edited.entries[0].entry.sources)
    #expect(last.entries[0].entry.answer == "A weight on a chain.")
  }

  @Test(
    arguments: [
      ("It is a knot.", "it is a knot", nil),
      ("It holds two ropes together.", "It holds two ro…", nil),
      ("It is 12 metres long.", "It is 30 metres long.", true), ("Paris", "Lyon", true),
      ("It can be used twice there.", "It cannot be used twice there.", true),
      ("A weight.", "Sailors drop it in bays.", false), ("Both are names.", "Both.", nil),
      ("C++", "C#", true), ("`x < y`", "`x >= y`", true), ("(0, 1)", "[0, 1]", true),
      ("1.5 hours", "15 hours", true), ("It is **bold** “here”.", "it is bold \"here\"", nil),
    ] as [(String, String, Bool?)])
  func answersAreCompared(_ one: String, _ other: String, _ isConflict: Bool?) throws {
    var builder = QuestionIndexBuilder()
    builder.add(question: "What is it to a sailor?", answer: one, bank: "a")
    builder.add(question: "What is it to a sailor?", answer: other, bank: "b")
    let merged = try #require(try MergePlan(builder.identifiedEntries()).entries.first)
    #expect(merged.conflicts.isEmpty == (isConflict != true), "\(merged.conflicts)")
    #expect(merged.answerCount == (isConflict == false ? 2 : 1))
  }

  /// A quiz asks the same words of other code: by its answers it shows that they are two questions.
  @Test func whatABankAsksTwiceIsJoinedByItsAnswers() throws {
    var builder = QuestionIndexBuilder()
    for (answer, bank) in [
      ("rope = 3; print(rope)\n- 3\n- nothing", "a"), ("fly(kite)\n- it falls\n- it flies", "a"),
      ("fly(kite)\n- it falls\n- it flies", "b"),
    ] {
      builder.add(question: "What does it come to?", answer: answer, bank: bank)
      builder.add(question: "What will be seen on deck?", answer: answer, bank: bank)
      builder.add(question: "What does this program do?", answer: answer, bank: bank)
    }
    let plan = try MergePlan(builder.identifiedEntries())
    #expect(plan.entries.count == 6 && plan.joins.count == 3)
    #expect(plan.joins.allSatisfy { $0.answer == .same })
    #expect(try MergePlan(plan.entries.map(\.entry)).joins.isEmpty)
  }
}
