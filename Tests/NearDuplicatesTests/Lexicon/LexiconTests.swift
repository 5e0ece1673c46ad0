import Foundation
import TestSupport
import Testing

/// The word lists by which questions are compared, as people edit them and as the library has them.
@Suite struct LexiconTests {
  private static let lists = ["aspects", "general", "opposites", "synonyms"]

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: Repository.root + "/" + path, encoding: .utf8)
  }

  /// The lines of a list without comments and blank lines.
  private static func lines(_ list: String) throws -> [String] {
    try text("Scripts/lexicon/\(list).txt").split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") && $0.contains { !$0.isWhitespace } }
  }

  private static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.root + "/Scripts/lexicon")
      .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// The lists of the generated file, by name, line by line.
  private static func generated() throws -> [String: [String]] {
    let source = try text("Sources/NearDuplicates/Lexicon/LexiconText.generated.swift")
    var lists: [String: [String]] = [:]
    var name: String?
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      if let match = line.firstMatch(of: /^  static let (\w+): StaticString = """$/) {
        name = String(match.1)
        lists[String(match.1)] = []
      } else if line == "    \"\"\"" {
        name = nil
      } else if let name {
        #expect(line.hasPrefix("    "), "\(line)")
        lists[name]?.append(String(line.dropFirst(4)))
      }
    }
    return lists
  }

  @Test func theLibraryHasTheListsAsTheyStand() throws {
    let generated = try Self.generated()
    #expect(try generated.keys.sorted() == Self.files())
    #expect(Self.lists.allSatisfy { generated.keys.contains($0) })
    for (name, lines) in generated {
      #expect(try lines == Self.lines(name), "\(name): run Scripts/generate_lexicon.py")
      // A backslash or a quote would be read as Swift.
      #expect(lines.allSatisfy { !$0.contains("\\") && !$0.contains("\"\"\"") }, "\(name)")
    }
  }

  @Test func groupsOfSynonymsHaveTwoWordsAndMore() throws {
    for line in try Self.lines("synonyms") {
      let words = line.split(separator: " ")
      #expect(words.count >= 2, "synonyms.txt: \(line)")
      #expect(Set(words).count == words.count, "synonyms.txt has a word twice: \(line)")
    }
  }

  @Test func oppositesHaveTwoSidesThatShareNoWord() throws {
    for line in try Self.lines("opposites") {
      let sides = line.split(separator: "|").map { Set($0.split(separator: " ")) }
      #expect(sides.count == 2 && sides.allSatisfy { !$0.isEmpty }, "opposites.txt: \(line)")
      #expect(sides.count != 2 || sides[0].isDisjoint(with: sides[1]), "opposites.txt: \(line)")
    }
  }

  @Test func listsAreInLowerCaseAndASCII() throws {
    for name in try Self.files() {
      for line in try Self.lines(name) {
        #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(name): \(line)")
        #expect(line == line.lowercased(), "\(name): \(line)")
        #expect(!line.hasSuffix(" "), "\(name): \(line)")
      }
    }
  }

  /// A line of the aspects is the name of one, a colon, and phrases with a semicolon between.
  @Test func aspectsAreNamedAndHavePhrases() throws {
    var names: Set<Substring> = []
    for line in try Self.lines("aspects") {
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
      #expect(parts.count == 2, "aspects.txt: \(line)")
      #expect(names.insert(parts[0]).inserted, "aspects.txt has \(parts[0]) twice")
      for phrase in parts.dropFirst().joined().split(separator: ";") {
        let words = phrase.split(separator: " ")
        #expect(words.contains { $0 != "^" && $0 != "*" }, "aspects.txt: \(line)")
        #expect(words.filter { $0 == "*" }.count <= 1, "aspects.txt: \(phrase)")
        #expect(words.first != "*" && words.last != "*", "aspects.txt: \(phrase)")
      }
    }
  }
}
