import Foundation
import TestSupport
import Testing

/// Documents say what the program has.
@Suite struct DocumentTests {
  /// The names in the registry of commands, as the source lists them.
  private var commands: [String] {
    let text = SourceTree.text("Sources/qsearch/Program.swift")
    return text.matches(of: /Entry\("([a-z]+)"\) \{ \.[a-z]+ \}/).map { String($0.1) }
  }

  @Test func everyCommandIsInTheReadmeAndTheChangelog() {
    #expect(commands.count >= 7)
    let readme = SourceTree.text("README.md")
    let changelog = SourceTree.text("CHANGELOG.md")
    for command in commands {
      #expect(readme.contains("qsearch \(command)"), "README.md: \(command)")
      #expect(changelog.contains("`\(command)`"), "CHANGELOG.md: \(command)")
    }
  }

  @Test func everyCommandOfTheReadmeExists() {
    let readme = SourceTree.text("README.md")
    let known = Set(commands)
    for line in readme.split(separator: "\n") where line.hasPrefix("$ qsearch ") {
      let word = String(line.split(separator: " ")[2])
      // Words that are no command are a query.
      let isQuery = word.hasPrefix("\"") || word == "gradient"
      #expect(known.contains(word) || isQuery, "\(line)")
    }
  }

  @Test func linksBetweenDocumentsLead() throws {
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
      let text = SourceTree.text(name)
      #expect(!text.isEmpty, "\(name)")
      for link in text.matches(of: /\]\(([^)#:]+)\)/) {
        let path = Repository.root + "/" + String(link.1)
        #expect(FileManager.default.fileExists(atPath: path), "\(name): \(link.1)")
      }
    }
  }

  @Test func pathsInTheArchitectureExist() {
    let architecture = SourceTree.text("ARCHITECTURE.md")
    let names = Set(SourceTree.sources.map { String($0.name) })
    for match in architecture.matches(of: /`([A-Za-z\/+]+\.swift)`/) {
      let name = String(match.1.split(separator: "/").last ?? "")
      #expect(names.contains(name), "\(match.1)")
    }
  }

  @Test func theJSONDocumentNamesEveryKey() {
    let document = SourceTree.text("Docs/json.md")
    let files = [
      "Sources/QuestionBanks/Entry+Codable.swift",
      "Sources/QuestionSearch/Search/Hit+Encodable.swift",
      "Sources/QuestionSearch/IndexSummary.swift",
    ]
    var keys = 0
    for file in files {
      let text = SourceTree.text(file)
      for match in text.matches(of: /case [a-zA-Z]+ = "([a-z_]+)"/) {
        keys += 1
        #expect(document.contains("`\(match.1)`"), "\(file): \(match.1)")
      }
    }
    #expect(keys >= 10)
  }

  @Test func theDefaultBanksTravelInTheBinary() throws {
    let table = SourceTree.text("Sources/CResources/CResources.c")
    let folder = Repository.root + "/Index/banks"
    let banks = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(banks.count >= 5)
    for bank in banks { #expect(table.contains("#embed \"../../Index/banks/\(bank)\""), "\(bank)") }
  }

  @Test func theReadmeIsShort() {
    #expect(SourceTree.text("README.md").split(separator: "\n").count < 300)
  }
}
