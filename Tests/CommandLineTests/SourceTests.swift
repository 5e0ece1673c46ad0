import Foundation
import TestSupport
import Testing

/// Which questions stay and which go, as files and folders come and go.
@Suite struct SourceTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("- What is a tree?\n- What is a heap?\n", to: "notes/one.md")
    try sandbox.write("- What is a graph?\n- What is a list?\n", to: "notes/two.md")
    return sandbox
  }

  private func finds(_ sandbox: Sandbox, _ text: String, in folder: String = "") throws -> Bool {
    try sandbox.run([text, "--jsonl"], in: folder).output.contains("What is a \(text)?")
  }

  @Test func deletedFilesGoWhereTheSourceIsAFolderAbove() throws {
    let sandbox = try sandbox()
    try sandbox.shell("mkdir p; mv notes/one.md p/x.md").expect(0)
    try sandbox.run(["index", "..", "--index", ".qsearch"], in: "p").expect(0)
    try sandbox.shell("rm x.md .qsearch/sources.state", in: "p").expect(0)
    #expect(try sandbox.run(["index"], in: "p").expect(0).errors.contains("2 removed"))
    #expect(!(try finds(sandbox, "heap", in: "p")))
  }

  @Test func sourcesThatAreAwayKeepTheirQuestions() throws {
    let sandbox = try sandbox()
    try sandbox.write(Banks.table("What is a star?"), to: "more/m.md")
    try sandbox.run(["index", "notes", "more", "notes/two.md"]).expect(0)
    for script in [
      "mv more away", "mkdir more",  // an empty mount point
      "rmdir more; ln -s nothing more", "rm more; mkdir more; ln -s ../gone more/l.md",
    ] {
      try sandbox.shell(script).expect(0)
      let run = try sandbox.run(["index"]).expect(0)
      #expect(run.errors.contains("more") && run.errors.contains("stays"), "\(run.errors)")
      #expect(run.errors.contains("--forget more"), "\(run.errors)")
      #expect(try finds(sandbox, "star"), "\(script)")
    }
    try sandbox.shell("rm -r more; mv away more").expect(0)
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("nothing changed; 5"))
    // A file that is itself a source, too.
    try sandbox.shell("mv notes/two.md two").expect(0)
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("--forget notes/two.md"))
    #expect(try finds(sandbox, "graph"))
  }

  @Test func whatALinkLedToStaysUntilTheLinkGoes() throws {
    let sandbox = try sandbox()
    try sandbox.write(Banks.table("What is a star?"), to: "disk/far.md")
    try sandbox.shell("ln -s ../disk/far.md notes/far.md").expect(0)
    try sandbox.run(["index", "notes"]).expect(0)
    try sandbox.shell("mv disk away").expect(0)
    for _ in 0..<2 {
      let run = try sandbox.run(["index"]).expect(0)
      #expect(run.errors.contains("notes/far.md"), "\(run.errors)")
      #expect(try finds(sandbox, "star"))
      try sandbox.shell("rm .qsearch/sources.state").expect(0)
    }
    try sandbox.shell("rm notes/far.md").expect(0)
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("1 removed"))
  }

  @Test func manyMissingSourcesOfAFolderAreOneNote() throws {
    let sandbox = try sandbox()
    for number in 0..<20 {
      try sandbox.write(Banks.table("What is it \(number)?"), to: "d/f\(number).md")
    }
    try sandbox.shell("\"$Q\" index -q notes d/*.md && rm -r d").expect(0)
    let run = try sandbox.run(["index"]).expect(0)
    #expect(run.errorLines.count == 2, "\(run.errors)")
    #expect(run.errors.contains("20 sources") && run.errors.contains("--forget d"))
    let forgotten = try sandbox.run(["index", "--forget", "d"]).expect(0)
    #expect(
      forgotten.errors.contains("20 files changed: 0 added, 0 replaced, 20 removed; 4 questions"),
      "\(forgotten.errors)")
    #expect(try sandbox.run(["index"]).expect(0).errorLines.count == 1)
  }

  @Test func sourcesAreForgottenByName() throws {
    let sandbox = try sandbox()
    try sandbox.write(Banks.table("What is a star?"), to: "more/m.md")
    try sandbox.run(["index", "notes", "more"]).expect(0)
    try sandbox.run(["index", "-"], input: Array(Banks.table("What is a piece?").utf8)).expect(0)
    try sandbox.run(["index", "--forget", "notes/one.md"])
      .expectError("notes/one.md", "no source", "more", "-")
    try sandbox.run(["index", "--forget", "nowhere"]).expectError("nowhere")
    try sandbox.run(["index", "--forget", "more", "--forget", "-"]).expect(0)
    #expect(try !finds(sandbox, "star") && !finds(sandbox, "piece") && finds(sandbox, "tree"))
    #expect(try sandbox.read("more/m.md").count > 0)
    // By a path from another folder.
    try sandbox.run(["index", "more"]).expect(0)
    try sandbox.run(["index", "--forget", "../more"], in: "notes").expect(0)
    #expect(try !finds(sandbox, "star"))
    let stats = try sandbox.run(["stats"]).expect(0).output
    #expect(!stats.contains("more") && stats.contains("notes"))
  }

  @Test func aChangeThatKeepsSizeAndTimeIsSeen() throws {
    let sandbox = try sandbox()
    try sandbox.shell("touch -d 2001-01-01 notes/*").expect(0)
    try sandbox.run(["index", "notes"]).expect(0)
    // Times must lie far enough back to be believed.
    Thread.sleep(forTimeInterval: 3.2)
    try sandbox.run(["index"]).expect(0)
    try sandbox.shell("sed -i s/tree/trie/ notes/one.md; touch -d 2001-01-01 notes/*").expect(0)
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("1 added"))
    #expect(try finds(sandbox, "trie"))
  }

  @Test func replaceWithoutPathsReadsAllSourcesAgain() throws {
    let sandbox = try sandbox()
    try sandbox.run(["index", "notes", "--bank", "mine"]).expect(0)
    try sandbox.run(["index", "-"], input: Array(Banks.table("What is a piece?").utf8)).expect(0)
    let run = try sandbox.run(["index", "--replace"]).expect(0)
    #expect(run.errors.contains("built anew: 5 questions in"), "\(run.errors)")
    #expect(try finds(sandbox, "piece"))
    try sandbox.run(["index", "--replace", "--analyzer", "plain"]).expect(0)
    let stats = try sandbox.run(["stats"]).expect(0).output
    #expect(stats.contains("plain version") && stats.contains("bank mine"))
    try sandbox.run(["index", "--replace", "--index", "none"]).expectError("which banks")
  }

  @Test func aFileNamedAsStandardInputIsAFile() throws {
    let sandbox = try sandbox()
    try sandbox.write(Banks.table("What is a dash?"), to: "-")
    try sandbox.run(["index", "notes", "./-"]).expect(0)
    #expect(try finds(sandbox, "dash"))
    try sandbox.run(["index", "-"], input: Array(Banks.table("What is a piece?").utf8)).expect(0)
    #expect(try finds(sandbox, "dash") && finds(sandbox, "piece"))
    try sandbox.shell("rm ./-").expect(0)
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("stays"))
    try sandbox.run(["index", "--forget", "./-"]).expect(0)
    #expect(try !finds(sandbox, "dash") && finds(sandbox, "piece"))
  }

  @Test func whatIsSaidOfRenamesAndBanksIsRight() throws {
    let sandbox = try sandbox()
    try sandbox.run(["index", "notes", "--bank", "mine"]).expect(0)
    try sandbox.shell("mv notes/one.md notes/new.md").expect(0)
    let renamed = try sandbox.run(["index"]).expect(0)
    #expect(
      renamed.errors.contains("2 files changed: 0 added, 0 replaced, 0 removed; 4 questions"),
      "\(renamed.errors)")
    let bank = try sandbox.run(["index", "notes", "--bank", "foo"]).expect(0)
    #expect(
      bank.errors.contains("2 files changed: 4 added, 0 replaced, 4 removed; 4 questions"),
      "\(bank.errors)")
  }

  @Test func whatHasNoBankIsSaid() throws {
    let sandbox = try sandbox()
    try sandbox.run(["index", "notes"]).expect(0)
    try sandbox.makeFolder("empty")
    let run = try sandbox.run(["index", "empty"]).expect(0)
    #expect(run.errors.contains("empty: no bank found there"), "\(run.errors)")
  }

  @Test func aPartOfASourceChangesBanksAndSaysSo() throws {
    let sandbox = try sandbox()
    try sandbox.write(Banks.table("What is a star?"), to: "notes/sub/m.md")
    try sandbox.run(["index", "notes"]).expect(0)
    let run = try sandbox.run(["index", "notes/sub"]).expect(0)
    #expect(
      run.errors.contains("notes/sub: part of the source notes;") && run.errors.contains("bank"),
      "\(run.errors)")
    #expect(try sandbox.run(["index"]).expect(0).errorLines.count == 1)
  }

  @Test func whatOptimizingDidIsSaid() throws {
    let sandbox = try sandbox()
    try sandbox.run(["index", "notes"]).expect(0)
    try sandbox.write(Banks.table("What is a star?"), to: "notes/s.md")
    try sandbox.run(["index"]).expect(0)
    let run = try sandbox.run(["index", "--optimize"]).expect(0)
    #expect(run.errors.contains("made one segment of 2; 5 questions"), "\(run.errors)")
    #expect(try sandbox.run(["index", "--optimize"]).expect(0).errors.contains("nothing changed"))
  }
}
