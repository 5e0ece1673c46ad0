import Foundation
import Testing
import TextAnalysis

@Suite struct TokenPropertyTests {
  static let naughty = "data/fuzz/naughty_strings.json"

  /// What holds for the tokens of any text.
  private func check(_ bytes: [UInt8], _ session: AnalysisSession, _ note: Comment) {
    let tokens = session.spelledTokens(of: bytes)
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    var next = 0
    for token in tokens {
      #expect(token.position == next - 1 || token.position == next, "dense positions; \(note)")
      next = max(next, token.position + 1)
      #expect(0 <= token.start && token.start < token.end && token.end <= bytes.count, note)
      #expect(!token.term.isEmpty && token.term.utf8.count <= 255, note)
      if isValid {
        #expect(bytes[token.start] & 0xC0 != 0x80, "starts inside a character; \(note)")
        #expect(token.end == bytes.count || bytes[token.end] & 0xC0 != 0x80, note)
      }
    }
    #expect(Set(tokens.map { "\($0.term) \($0.position) \($0.start)" }).count == tokens.count, note)
    #expect(session.spelledTokens(of: bytes) == tokens, "twice the same; \(note)")
    let fresh = AnalysisSession(session.analyzer)
    #expect(fresh.spelledTokens(of: bytes) == tokens, "as in a fresh session; \(note)")
  }

  @Test(arguments: Analyzer.all)
  func tokensOfHostileTextsAreSound(_ analyzer: Analyzer) {
    let seed: UInt64 = 20_261_121
    var texts = HostileText(generator: SeededGenerator(seed: seed))
    let session = AnalysisSession(analyzer)
    for number in 0..<2_000 {
      let bytes = texts.text()
      check(
        bytes, session, "seed \(seed), text \(number): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(.enabled(if: SharedData.has(naughty), "the naughty strings are not here"))
  func tokensOfNaughtyStringsAreSound() throws {
    let strings = try JSONDecoder().decode(
      [String].self, from: Data(SharedData.text(Self.naughty).utf8))
    for analyzer in Analyzer.all {
      let session = AnalysisSession(analyzer)
      for string in strings { check(Array(string.utf8), session, "\(string)") }
    }
  }

  @Test(arguments: Analyzer.all)
  func whatLiesAroundTheBufferDoesNotMatter(_ analyzer: Analyzer) {
    let seed: UInt64 = 7
    var texts = HostileText(generator: SeededGenerator(seed: seed))
    let session = AnalysisSession(analyzer)
    for number in 0..<300 {
      let bytes = texts.text()
      let expected = session.spelledTokens(of: bytes)
      for offset in [0, 1, 7, 15] {
        let padded =
          [UInt8](repeating: 0x61, count: offset) + bytes + [0x61, 0xCC, 0x81, 0x2D, 0x62]
        var tokens: [Token] = []
        padded[offset..<offset + bytes.count].withUnsafeBufferPointer {
          session.analyze($0, into: &tokens)
        }
        let found = tokens.map {
          SpelledToken(
            term: session.term($0.term), position: Int($0.position), start: Int($0.start),
            end: Int($0.end))
        }
        #expect(found == expected, "seed \(seed), text \(number), offset \(offset)")
      }
    }
  }

  /// Texts joined by a blank line are analyzed as by themselves.
  @Test(arguments: Analyzer.all)
  func textsDoNotTouchEachOther(_ analyzer: Analyzer) {
    let seed: UInt64 = 99
    var texts = HostileText(generator: SeededGenerator(seed: seed))
    let session = AnalysisSession(analyzer)
    for number in 0..<300 {
      let first = texts.text()
      let second = texts.text()
      let firstTokens = session.spelledTokens(of: first)
      let positions = (firstTokens.last?.position ?? -1) + 1
      let shifted = session.spelledTokens(of: second).map {
        SpelledToken(
          term: $0.term, position: $0.position + positions, start: $0.start + first.count + 2,
          end: $0.end + first.count + 2)
      }
      // A carriage return and a newline end whatever a text has left open, but not `O(`.
      guard !first.contains(0x28) else { continue }
      let joined = session.spelledTokens(of: first + [0x0A, 0x0A] + second)
      #expect(joined == firstTokens + shifted, "seed \(seed), text \(number)")
    }
  }

  @Test func termNumbersFollowFirstAppearance() {
    let session = AnalysisSession(.plain)
    var tokens: [Token] = []
    session.analyze("one two one three two", into: &tokens)
    #expect(tokens.map(\.term) == [0, 1, 0, 2, 1])
    session.analyze("three four", into: &tokens)
    #expect(tokens.map(\.term) == [2, 3])
    #expect(session.termCount == 4)
    #expect(session.withTermBytes(3) { Array($0) } == Array("four".utf8))
  }
}
