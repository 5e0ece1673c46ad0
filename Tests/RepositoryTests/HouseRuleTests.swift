import Foundation
import TestSupport
import Testing

/// The rules of `CONTRIBUTING.md` that a program can check.
@Suite struct HouseRuleTests {
  /// What each module may import of this package; the table of `ARCHITECTURE.md`.
  private static let arrows: [String: Set<String>] = {
    let below: Set<String> = [
      "TextAnalysis", "QuestionBanks", "IndexStorage", "InvertedIndex", "NearDuplicates",
      "Evaluation",
    ]
    return [
      "TextAnalysis": [], "QuestionBanks": [], "IndexStorage": ["CKernels"],
      "Evaluation": [],
      "InvertedIndex": ["TextAnalysis", "IndexStorage", "CKernels"],
      "NearDuplicates": ["TextAnalysis", "IndexStorage", "CKernels"],
      "QuestionSearch": below,
      "qsearch": ["QuestionSearch", "CResources"],
      "qsearch-bench": below.union(["QuestionSearch"]),
    ]
  }()

  private static let platform: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]
  private static let essentials: Set<String> = ["FoundationEssentials", "Foundation"]

  @Test func importsFollowTheArrows() throws {
    #expect(SourceTree.sources.count > 80)
    for file in SourceTree.sources {
      let module = String(file.path.split(separator: "/")[1])
      var allowed = try #require(Self.arrows[module], "\(module) is not in the table")
      allowed.formUnion(Self.platform)
      if ["QuestionBanks", "Evaluation", "QuestionSearch", "qsearch", "qsearch-bench"].contains(
        module)
      {
        allowed.formUnion(Self.essentials)
      }
      for (number, line) in file.lines.enumerated() {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count,
          place == 0 || words[0].hasPrefix("@")
        else { continue }
        let name = String(words[place + 1])
        #expect(allowed.contains(name), "\(file.path):\(number + 1) imports \(name)")
        if name == "Foundation" {
          // macOS has no FoundationEssentials; Linux must not take ICU along.
          let before = file.lines[..<number].suffix(3).map(String.init).joined()
          #expect(
            before.contains("#else"), "\(file.path):\(number + 1) imports Foundation on Linux")
        }
      }
    }
  }

  @Test func theTableInTheDocumentNamesEveryModule() {
    let architecture = SourceTree.text("ARCHITECTURE.md")
    let modules = Set(SourceTree.sources.map { String($0.path.split(separator: "/")[1]) })
    #expect(modules == Set(Self.arrows.keys))
    for module in modules { #expect(architecture.contains("| `\(module)` |"), "\(module)") }
  }

  @Test func filesAndLinesKeepTheirSize() {
    for file in SourceTree.sources + SourceTree.tests where !file.isGenerated {
      #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
      for (number, line) in file.lines.enumerated() where !file.path.hasPrefix("Tests") {
        #expect(line.count <= 100, "\(file.path):\(number + 1)")
      }
    }
  }

  /// A function ends at the first line that closes at its own indentation.
  @Test func functionsKeepTheirSize() {
    for file in SourceTree.sources where !file.isGenerated {
      for (start, line) in file.lines.enumerated() {
        let indentation = line.prefix { $0 == " " }
        let words = line.dropFirst(indentation.count).prefix { $0 != "(" }.split(separator: " ")
        guard words.contains("func") || words.last?.hasPrefix("init") == true else { continue }
        let closing = indentation + "}"
        let rest = file.lines[(start + 1)...]
        guard let end = rest.firstIndex(where: { $0 == closing }) else { continue }
        #expect(end - start + 1 <= 60, "\(file.path):\(start + 1) has \(end - start + 1) lines")
      }
    }
  }

  @Test func filesAreNamedAfterTheirType() {
    for file in SourceTree.sources where !file.isGenerated && !file.path.contains("qsearch-bench") {
      let stem = file.name.split(separator: ".").first.map(String.init) ?? ""
      guard !["main", "Exports"].contains(stem) else { continue }
      let type = stem.split(separator: "+").first.map(String.init) ?? stem
      let text = file.lines.joined(separator: "\n")
      let kinds = ["struct", "class", "enum", "protocol", "extension", "actor"]
      let declares = kinds.contains { text.contains("\($0) \(type)") }
      let isCommand =
        file.path.hasPrefix("Sources/qsearch/Commands") && text.contains("extension Command")
      #expect(declares || isCommand, "\(file.path) declares no \(type)")
    }
  }

  @Test func nothingInTheSourcesEndsTheProcessByForce() {
    let forbidden = ["try!", "fatalError(", " as! ", "exit(1)", "print("]
    for file in SourceTree.sources where !file.path.contains("qsearch-bench") {
      for (number, line) in file.lines.enumerated() {
        let code = line.drop { $0 == " " }
        guard !code.hasPrefix("//") else { continue }
        for word in forbidden where code.contains(word) && !code.contains(".print(") {
          guard !(word == "print(" && code.contains("func print(")) else { continue }
          Issue.record("\(file.path):\(number + 1) has \(word)")
        }
      }
    }
  }

  @Test func noSourceOpensANetworkConnection() {
    for file in SourceTree.sources {
      for (number, line) in file.lines.enumerated() {
        for call in ["socket(", "connect(", "URLSession", "getaddrinfo("] {
          #expect(!line.contains(call), "\(file.path):\(number + 1)")
        }
      }
    }
  }

  @Test func theManifestHasNoDependencies() {
    let manifest = SourceTree.text("Package.swift")
    #expect(!manifest.isEmpty)
    #expect(!manifest.contains(".package("))
  }

  @Test func noFileNamesAFolderOfAMachine() {
    let folders = ["/" + "home/", "/" + "root/", "/" + "work/", "/" + "Users/"]
    let files =
      SourceTree.sources + SourceTree.tests
      + ["Docs", "Eval", "Index", "Examples", "Scripts"].flatMap {
        SourceTree.files($0, suffixes: ["md", "swift", "py", "sh", "tsv", "json"])
      }
    for file in files {
      for (number, line) in file.lines.enumerated() {
        for folder in folders where line.contains(folder) {
          Issue.record("\(file.path):\(number + 1) names \(folder)")
        }
      }
    }
  }
}
