import Foundation
import Testing
import TextAnalysis

/// Measures what the spelling rules join, and writes `Eval/analysis/spelling.md` where
/// `QSEARCH_SPELLING_REPORT` names a file.
@Suite struct SpellingReportTests {
  static let path = ProcessInfo.processInfo.environment["QSEARCH_SPELLING_REPORT"]
  static let pairs = "data/spelling/british_american.tsv"
  static let words = "data/snowball/english.tsv"

  @Test(.enabled(if: SharedData.has(pairs), "the published pairs are not here"))
  func mostPublishedPairsAreJoinedAndNoneIsTornApart() throws {
    let coverage = try SpellingCoverage(Self.pairs)
    #expect(coverage.joined.count * 100 >= coverage.pairs.count * 84)
    #expect(coverage.tornApart.isEmpty, "the stemmer alone joins them: \(coverage.tornApart)")
  }

  @Test(.enabled(if: path != nil && SharedData.has(pairs), "set QSEARCH_SPELLING_REPORT to write"))
  func writesTheReport() throws {
    guard let path = Self.path else { return }
    let coverage = try SpellingCoverage(Self.pairs)
    let joins = try SpellingJoins(Self.words, pairs: coverage.pairs)
    let percent = { (part: Int, whole: Int) in
      String(format: "%.1f %%", Double(part) * 100 / Double(whole))
    }
    let report = """
      # British and American spelling: coverage and false joins

      Written by

          QSEARCH_SPELLING_REPORT=$PWD/Eval/analysis/spelling.md swift test --filter SpellingReportTests

      from the pairs of `../shared/data/spelling` and the words of `../shared/data/snowball/english.tsv`.

      ## Coverage

      A pair is joined where both words give the same first term of `english`. Pairs with capitals or
      other characters than a–z are left out. The list has many forms that nobody writes
      (`unnormalisedder`); of what is not joined nearly all are such.

      | pairs | joined | share |
      |---|---|---|
      | by the stemmer alone | \(coverage.byStem) of \(coverage.pairs.count) \
      | \(percent(coverage.byStem, coverage.pairs.count)) |
      | by the rules and the stemmer | \(coverage.joined.count) of \(coverage.pairs.count) \
      | \(percent(coverage.joined.count, coverage.pairs.count)) |
      | joined by the stemmer, torn apart by the rules | \(coverage.tornApart.count) | |

      Not joined, by the ending of the British word:

      | ending | pairs |
      |---|---|
      \(coverage.missedByEnding.map { "| \($0.0) | \($0.1) |" }.joined(separator: "\n"))

      ## False joins

      Over the \(joins.wordCount) words of the vocabulary: \(joins.groupCount) terms stand for words with
      different stems. In \(joins.groupCount - joins.unknown.count) of them the pairs above name the
      words as spellings of each other (some change sense there, too: metre and meter, draught and draft,
      programme and program). The other \(joins.unknown.count) are below, one line a term, a stroke between
      stems: each is a false join, or a true one that the list of pairs lacks (`odour`, `odorous`).

      \(joins.unknown.joined(separator: "\n"))

      ## Splits

      Words of one stem that come to different terms because of the rules:

      \(joins.splits.joined(separator: "\n"))

      """
    try report.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

/// How many of the published pairs come to the same term.
struct SpellingCoverage {
  typealias Pair = (british: String, american: String)
  var pairs: [Pair] = []
  var joined: [Pair] = []
  var missed: [Pair] = []
  var tornApart: [Pair] = []
  var byStem = 0

  init(_ path: String) throws {
    let terms = FirstTerm()
    for (british, american) in try SharedData.pairs(path).dropFirst()
    where FirstTerm.isPlain(british) && FirstTerm.isPlain(american) {
      pairs.append((british, american))
      let isStem = SnowballEnglish.stem(british) == SnowballEnglish.stem(american)
      let isJoined = terms.of(british) == terms.of(american)
      if isStem { byStem += 1 }
      if isJoined { joined.append((british, american)) } else { missed.append((british, american)) }
      if isStem && !isJoined { tornApart.append((british, american)) }
    }
  }

  /// The missed pairs by what they have in them, most first.
  var missedByEnding: [(String, Int)] {
    let kinds: [(String, (String) -> Bool)] = [
      ("-ae (plural of Latin)", { $0.hasSuffix("ae") }), ("ae", { $0.contains("ae") }),
      ("oe", { $0.contains("oe") }), ("-is-", { $0.contains("is") }),
      ("our", { $0.contains("our") }),
      ("-re-", { $0.contains("re") }), ("ll", { $0.contains("ll") }), ("other", { _ in true }),
    ]
    var counts = [Int](repeating: 0, count: kinds.count)
    for pair in missed {
      if let kind = kinds.firstIndex(where: { $0.1(pair.british) }) { counts[kind] += 1 }
    }
    return zip(kinds.map(\.0), counts).sorted { $0.1 > $1.1 }
  }
}

/// Which words of a vocabulary come to the same term only by the spelling rules.
struct SpellingJoins {
  var wordCount = 0
  var groupCount = 0
  var unknown: [String] = []
  var splits: [String] = []

  init(_ path: String, pairs: [SpellingCoverage.Pair]) throws {
    let terms = FirstTerm()
    var partners: [String: Set<String>] = [:]
    for (british, american) in pairs {
      partners[british, default: []].insert(american)
      partners[american, default: []].insert(british)
    }
    var byTerm: [String: [String: [String]]] = [:]
    var byStem: [String: [String: [String]]] = [:]
    for (word, stem) in try SharedData.pairs(path) where FirstTerm.isPlain(word) && word.count > 2 {
      wordCount += 1
      byTerm[terms.of(word), default: [:]][stem, default: []].append(word)
      byStem[stem, default: [:]][terms.of(word), default: []].append(word)
    }
    let groups = byTerm.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
    groupCount = groups.count
    for (term, sides) in groups {
      let sides = sides.sorted { $0.key < $1.key }.map(\.value)
      let isKnown = sides.indices.allSatisfy { i in
        sides.indices.contains { j in
          i != j
            && sides[i].contains { word in
              sides[j].contains { partners[word]?.contains($0) ?? false }
            }
        }
      }
      if !isKnown { unknown.append(Self.line(term, sides)) }
    }
    splits = byStem.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { stem, sides in
      Self.line(stem, sides.sorted { $0.key < $1.key }.map(\.value))
    }
  }

  private static func line(_ key: String, _ sides: [[String]]) -> String {
    "- `\(key)`: " + sides.map { $0.joined(separator: " ") }.joined(separator: " / ")
  }
}

/// The first term of a word by `english`.
struct FirstTerm {
  private let session = AnalysisSession(.english)

  func of(_ word: String) -> String {
    var tokens: [Token] = []
    session.analyze(word, into: &tokens)
    return tokens.first.map { session.term($0.term) } ?? ""
  }

  static func isPlain(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { $0 >= 97 && $0 <= 122 }
  }
}
