import TestSupport
import Testing

/// Phrases, beginnings of words and filters at the command line.
@Suite struct NarrowingTests {
  @Test func quotesAskForAPhrase() throws {
    let sandbox = try Sandbox.withBanks()
    let all = try sandbox.run(["--jsonl", "what is a ring buffer"]).expect(0).objects()
    let exact = try sandbox.run(["--jsonl", "what is a \"ring buffer\""]).expect(0).objects()
    #expect(exact.count == 1 && all.count > 1)
    #expect(exact.first?["text"] as? String == "When is a ring buffer full?")
    try sandbox.run(["\"buffer ring\" full"]).expect(1)
    try sandbox.run(["\"buffer ring\"~2 full"]).expect(0)
    try sandbox.run(["\u{201C}ring buffer\u{201D}"]).expect(0)
  }

  @Test func anUnclosedQuoteIsPlainTextWithANote() throws {
    let sandbox = try Sandbox.withBanks()
    let run = try sandbox.run(["\"ring buffer full"]).expect(0)
    #expect(run.errors.contains("a quote is not closed; it was read as plain text"))
    let plain = try sandbox.run(["ring buffer full"]).expect(0)
    #expect(run.output == plain.output && !plain.errors.contains("quote"))
    #expect(try sandbox.run(["-q", "\"ring"]).expect(0).errors.isEmpty)
    // Related questions are asked for by words alone.
    #expect(!(try sandbox.run(["related", "a \"ring"]).expect(0).errors.contains("quote")))
  }

  @Test func quotesAroundNothingAreIgnored() throws {
    let sandbox = try Sandbox.withBanks()
    let plain = try sandbox.run(["ring"]).expect(0).output
    #expect(try sandbox.run(["\"\" ring \"?!\""]).expect(0).output == plain)
    try sandbox.run(["\"\""]).expect(1)
  }

  @Test func aStarStandsForTheEndOfAWord() throws {
    let sandbox = try Sandbox.withBanks()
    let found = try sandbox.run(["--jsonl", "satur*"]).expect(0).objects()
    #expect(found.count == 1)
    #expect(found.first?["text"] as? String == "Why does BM25 saturate the term frequency?")
    try sandbox.run(["zzz*"]).expect(1)
  }

  @Test func filtersNarrowASearchDown() throws {
    let sandbox = try Sandbox.withBanks()
    func texts(_ words: String...) throws -> [String] {
      try sandbox.run(["--jsonl"] + words).objects().compactMap { $0["text"] as? String }
    }
    let hard = ["How does fsync protect a commit?", "How does C++ differ from C#?"]
    #expect(Set(try texts("--level", "H")) == Set(hard))
    #expect(try texts("--level=H", "commit") == [hard[0]])
    #expect(try texts("--level", "H", "--level", "E").count == 3)
    #expect(try texts("search", "--level", "M", "--kind", "question").count == 2)
    #expect(try texts("--bank", "nobody").isEmpty)
    #expect(try texts("--has-answer", "--limit", "100").count > 6)
    #expect(try texts("related", "--level", "H", "a commit of a file").allSatisfy(hard.contains))
    let run = try sandbox.run(["--bank", "nobody"]).expect(1)
    #expect(run.errors.contains("no question passes the filter"))
    try sandbox.run(["--level", "X", "ring"]).expect(2)
    try sandbox.run(["--kind", "riddle", "ring"]).expect(2)
    try sandbox.run(["search"]).expect(2)
  }

  @Test func acrossBanksNoneOfTheEntrysBankIsFound() throws {
    let sandbox = try Sandbox.withBanks()
    let id = try Banks.id(of: "When is a ring buffer full?", in: sandbox)
    let all = try sandbox.run(["related", id, "--jsonl"]).expect(0).objects()
    let across = try sandbox.run(["related", id, "--across", "--jsonl"]).expect(0).objects()
    #expect(all.contains { $0["bank"] as? String == "storage" })
    #expect(!across.isEmpty && !across.contains { $0["bank"] as? String == "storage" })
    try sandbox.run(["related", id, "--across", "--bank", "storage"]).expect(1)
    try sandbox.run(["related", "ring buffers", "--across"]).expectError("--across")
  }

  /// Only a word that no question has is taken for a slip, and that is said.
  @Test func unknownWordsAreCorrectedAndThatIsSaid() throws {
    let sandbox = try Sandbox.withBanks()
    let run = try sandbox.run(["positinal encodings"]).expect(0)
    #expect(run.errors.contains("no question has 'positinal'; searched for 'positional'"))
    #expect(run.output.contains("What is **positional** **encoding** good for?"))
    for words in [["positional encoding"], ["positinal", "--model", "bm25f"], ["posit*"]] {
      #expect(!(try sandbox.run(words).errors.contains("searched for")))
    }
  }

  /// Words that questions write as one.
  @Test(arguments: [
    ("posi-tional encoding", "'posi-tional'; searched for 'positional'"),
    ("posi tional encoding", "'posi tional'; searched for 'positional'"),
  ])
  func wordsThatAreOneElsewhereAreJoined(query: String, note: String) throws {
    let sandbox = try Sandbox.withBanks()
    let run = try sandbox.run([query]).expect(0)
    #expect(run.errors.contains("no question has " + note))
    #expect(run.output == (try sandbox.run(["positional encoding"]).expect(0).output))
  }

  @Test func relatedTakesThePlaceOfAnEntry() throws {
    let sandbox = try Sandbox.withBanks()
    let hit = try #require(try sandbox.run(["--jsonl", "ring buffer"]).expect(0).objects().first)
    let (id, file) = (hit["id"] as? String ?? "", hit["file"] as? String ?? "")
    let line = hit["line"] as? Int ?? 0
    let byID = try sandbox.run(["related", id, "--jsonl"]).expect(0)
    #expect(
      try sandbox.run(["related", "\(file):\(line)", "--jsonl"]).expect(0).output == byID.output)
    let across = try sandbox.run(["related", "\(file):\(line)", "--across", "--jsonl"])
    #expect(try across.objects().allSatisfy { $0["bank"] as? String != hit["bank"] as? String })
    // A column may stand behind it, and the way to the file may be another.
    for place in ["\(file):\(line):7", "./\(file):\(line)"] {
      #expect(try sandbox.run(["related", place, "--jsonl"]).expect(0).output == byID.output)
    }
    for place in ["\(file):0", "\(file):x", "\(file):", "\(file):99999999999999999999"] {
      try sandbox.run(["related", place]).expectError("the index has no question at")
    }
    // Nor is that of a file which is there and not in the index.
    try sandbox.write("# Nothing\n", to: "other.md")
    try sandbox.run(["related", "other.md:1"]).expectError("the index has no question at")
    try sandbox.run(["related", "?!", "--bank", "storage"]).expect(1)
    // What is no place is a text.
    for text in ["what is 3:4", "ring:0", ":7", "ring:99999999999999999999"] {
      #expect(try [0, 1].contains(sandbox.run(["related", text]).code))
      try sandbox.run(["related", text, "--across"]).expectError("FILE:LINE")
    }
  }

  @Test func relatedShowsTheWordsInCommon() throws {
    let sandbox = try Sandbox.withBanks()
    let run = try sandbox.run(["related", "how is a ring buffer filled"]).expect(0)
    #expect(run.output.contains("shares "))
    let hits = try sandbox.run(["related", "ring buffers filled", "--diverse", "--jsonl"]).expect(0)
      .objects()
    #expect((hits.first?["shared_words"] as? [String])?.contains("ring") == true)
    #expect(try sandbox.run(["ring buffer", "--jsonl"]).objects().first?["shared_words"] == nil)
  }
}
