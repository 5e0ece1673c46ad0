import Foundation
import Testing
import TextAnalysis

/// Writes `Eval/analysis/spelling.md` where `QSEARCH_SPELLING_REPORT` names a file.
@Suite struct SpellingReportTests {
  static let path = ProcessInfo.processInfo.environment["QSEARCH_SPELLING_REPORT"]
  static let pairs = "data/spelling/british_american.tsv"
  static let words = "data/snowball/english.tsv"

  @Test(.enabled(if: path != nil && SharedData.has(pairs), "set QSEARCH_SPELLING_REPORT to write"))
  func writesTheReport() throws {
    guard let path = Self.path else { return }
    let spelling = try SharedData.pairs(Self.pairs).dropFirst().filter {
      Self.isPlain($0.0) && Self.isPlain($0.1)
    }
    let session = AnalysisSession(.english)
    var tokens: [Token] = []
    func term(_ word: String) -> String {
      session.analyze(word, into: &tokens)
      return tokens.first.map { session.term($0.term) } ?? ""
    }
    let byStem = spelling.filter { SnowballEnglish.stem($0.0) == SnowballEnglish.stem($0.1) }
    let joined = spelling.filter { term($0.0) == term($0.1) }
    let missed = spelling.filter { term($0.0) != term($0.1) }
    let broken = byStem.filter { term($0.0) != term($0.1) }
    var partners: [String: Set<String>] = [:]
    for (british, american) in spelling {
      partners[british, default: []].insert(american)
      partners[american, default: []].insert(british)
    }
    var stems: [String: [String: [String]]] = [:]
    for (word, stem) in try SharedData.pairs(Self.words) where Self.isPlain(word) && word.count > 2
    {
      stems[term(word), default: [:]][stem, default: []].append(word)
    }
    let groups = stems.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    var lines: [String] = []
    for (term, byStem) in groups {
      let sides = byStem.sorted { $0.key < $1.key }
      let known = sides.allSatisfy { side in
        side.value.contains { word in
          sides.contains { other in
            other.key != side.key && other.value.contains { partners[word]?.contains($0) ?? false }
          }
        }
      }
      if !known {
        lines.append(
          "- `\(term)`: " + sides.map { $0.value.joined(separator: " ") }.joined(separator: " / "))
      }
    }
    // A stem whose words come to different terms only because of the rules.
    var split: [String: [String: [String]]] = [:]
    for (word, stem) in try SharedData.pairs(Self.words) where Self.isPlain(word) && word.count > 2
    {
      split[stem, default: [:]][term(word), default: []].append(word)
    }
    let apart = split.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { stem, terms in
      "- `\(stem)`: "
        + terms.sorted { $0.key < $1.key }.map { $0.value.joined(separator: " ") }.joined(
          separator: " / ")
    }
    let report = """
      pairs \(spelling.count) byStem \(byStem.count) joined \(joined.count) missed \(missed.count) broken \(broken.count)
      groups \(groups.count) unknown \(lines.count) apart \(apart.count)
      ## joined by rule, not in pairs
      \(lines.joined(separator: "\n"))
      ## split
      \(apart.joined(separator: "\n"))
      ## broken
      \(broken.map { "\($0.0)/\($0.1)" }.joined(separator: " "))
      ## missed
      \(missed.map { "\($0.0)/\($0.1)" }.joined(separator: " "))
      """
    try report.write(toFile: path, atomically: true, encoding: .utf8)
  }

  static func isPlain(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { $0 >= 97 && $0 <= 122 }
  }
}
