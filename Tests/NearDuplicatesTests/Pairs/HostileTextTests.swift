import NearDuplicates
import TestSupport
import Testing

/// Texts such as no bank should have: nothing traps, and what comes of them is sound.
@Suite struct HostileTextTests {
  private static let texts: [String] = [
    "", " ", "\n\n", "?", "?!…", "()", "[E]", "7.", "Q7.", "###", "---", "a", "A?", "one", "not",
    "ring", "(((((((((", "[[[[", "P(", "P()", "f(x", "|||", "<=>", "\u{0}", "\u{1}\u{2}\u{7F}",
    "\u{1B}[31mred\u{1B}[0m", "\u{202E}desrever si siht", "ما هو المخزن الدائري؟",
    "מהו חוצץ טבעתי?",
    "什么是环形缓冲区?", "リングバッファとは何ですか?", "링 버퍼란 무엇입니까?", "🙂", "What is 🧠🧠🧠?", "👩‍👩‍👧‍👦",
    "e\u{301}e\u{301}e\u{301}", "ﬁ ligature", "İstanbul ıssız", "ß ẞ", "\u{FEFF}What?",
    "What\u{A0}is\u{2003}a ring?", "a-b-c-d-e-f", "-----a-----", "'''''", "’’’’’", "1.2.3.4.5",
    "0000000000000000000000000000001", "99999999999999999999999999", "ii) ii) ii)", "A) B) C)",
    "\n\nhaiku\n", "What is\nthis?", "not not not not", "vs", "a vs", "vs b", "or or or",
    String(repeating: "(A|B)", count: 300), String(repeating: "ab ", count: 500),
    String(repeating: "x", count: 5000),
  ]

  @Test func anyTextCanBeCompared() {
    let list =
      Self.texts.map { DuplicateText($0) }
      + Self.texts.map { DuplicateText("What is this?", context: $0, answer: $0, section: $0) }
    let result = PairProbe.all(list, threshold: 0.01, threads: 2)
    #expect(result.pairs.allSatisfy { (0...1).contains($0.probability) })
    #expect(result.pairs.allSatisfy { !$0.reasons.contains("") })
    #expect(result.pairs.allSatisfy { $0.evidence.values.allSatisfy(\.isFinite) })
  }

  @Test(arguments: texts)
  func aTextWithWordsIsACopyOfItself(_ text: String) {
    let list = [DuplicateText(text), DuplicateText(text)]
    let texts = DuplicateTexts(list)
    let result = DuplicateFinder(threshold: 1).find(texts, candidates: [])
    #expect(result.pairs.map(\.duplicateClass) == (texts.hasWords(0) ? [.exact] : []))
    #expect(result.clusters.count == (texts.hasWords(0) ? 1 : 0))
    #expect(texts.representatives == (texts.hasWords(0) ? [0] : [0, 1]))
  }

  /// What has no words is the same as nothing.
  @Test func textsWithoutWordsAreNoDuplicates() {
    let list = ["", " ", "?", "?!…", "()", "---", "\u{1}"].map { DuplicateText($0) }
    let texts = DuplicateTexts(list)
    for number in list.indices { #expect(!texts.hasWords(number), "\(list[number].text)") }
    let result = PairProbe.all(list)
    #expect(result.pairs.allSatisfy { !$0.isDuplicate } && result.clusters.isEmpty)
  }

  @Test func noTextsAndOneTextHaveNoPairs() {
    for count in 0...1 {
      let list = Array(repeating: DuplicateText("What is a haiku?"), count: count)
      let result = PairProbe.all(list)
      #expect(result.pairs.isEmpty && result.clusters.isEmpty && result.candidateCount == 0)
    }
  }

  @Test(arguments: [
    ["什么是环形缓冲区?", "为什么天空是蓝色的?", "猫为什么打呼噜?", "如何给小提琴调音?"],
    ["リングバッファとは何ですか?", "空はなぜ青いのですか?", "猫はなぜ喉を鳴らすのですか?"],
    ["ما هو المخزن الدائري؟", "لماذا السماء زرقاء؟", "كيف يُصنع الخبز في البيت؟"],
    ["Was ist ein Ringpuffer?", "Warum schnurren Katzen?", "Wie stimmt man eine Geige?"],
    ["Что такое кольцевой буфер?", "Почему небо синее?", "Как настроить скрипку?"],
  ])
  func otherScriptsAreComparedAsWell(_ list: [String]) {
    let texts = list.map { DuplicateText($0) }
    #expect(PairProbe.all(texts + PairProbe.others).pairs.allSatisfy { !$0.isDuplicate })
    let spaced = list.map { DuplicateText("  \($0) ") }
    let copies = PairProbe.all(texts + spaced)
    #expect(copies.pairs.filter { $0.duplicateClass == .exact }.count == list.count)
  }

  @Test func aTextOfAMegabyteIsCompared() throws {
    var random = SeededGenerator(seed: 31)
    let words = ["ring", "buffer", "haiku", "sundial", "keystone", "oak", "beech", "yeast"]
    var text = "What is a"
    while text.utf8.count < 1 << 20 { text += " " + (words.randomElement(using: &random) ?? "") }
    #expect(PairProbe.pair(text, "[E] " + text.uppercased())?.duplicateClass == .exact)
    // What stands behind the words that are looked at counts for sameness.
    let other = try #require(PairProbe.pair(text, text + " fugue"))
    #expect(!other.evidence.isExact && other.duplicateClass != .exact)
    let long = String(repeating: "x", count: 1 << 20)
    #expect(PairProbe.pair(long, long)?.duplicateClass == .exact)
    let lines = "What is printed?\n" + String(repeating: "print(1)\n", count: 1 << 17)
    #expect(PairProbe.pair(lines, lines)?.duplicateClass == .exact)
  }

  /// No pair of all with all is made of copies.
  @Test func twentyThousandCopiesAreOneCluster() throws {
    let count = 20_000
    let texts = DuplicateTexts(Array(repeating: DuplicateText("What is a haiku?"), count: count))
    #expect(texts.representatives == [0])
    let result = DuplicateFinder().find(texts, candidates: [CandidatePair(3, 7)])
    #expect(result.clusters.count == 1)
    let cluster = try #require(result.clusters.first)
    #expect(cluster.members == Array(0..<count) && cluster.representative == 0)
    #expect(result.pairs.count == count - 1)
    #expect(result.pairs.allSatisfy { $0.first == 0 && $0.duplicateClass == .exact })
  }
}
