import TestSupport
import Testing

@testable import QuestionBanks

@Suite struct ContentHasherTests {
  /// FNV-1a byte by byte, as the documentation of ids says it.
  private static func hash(_ bank: String, _ text: String, _ context: String?) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    func mixNormalized(_ text: String) {
      let words = text.utf8.split { $0 <= 0x20 }
      for byte in words.joined(separator: [0x20]) {
        mix(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
      }
    }
    bank.utf8.forEach(mix)
    mix(0)
    mixNormalized(text)
    mix(0)
    mixNormalized(context ?? "")
    mix(0)
    return hash
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "Knot", " ", "  ", "\n", "\t", "Ü", "Tie A Rope", "0123456789", "?", "\u{1}", "帆",
    ]
    let count = Int.random(in: 0...12, using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test(arguments: [0, 1, 3, 4, 5, 63, 64, 65, 300])
  func hashesSideBySideAsOneByOne(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count + 1))
    let entries = (0..<count).map { _ in
      Entry(
        bank: Bool.random(using: &generator) ? "ropes" : "", file: "f", line: 1, lineEnd: 1,
        byteStart: 0, byteEnd: 0, kind: .question, text: Self.text(&generator),
        context: Bool.random(using: &generator) ? Self.text(&generator) : nil)
    }
    let expected = entries.map { Self.hash($0.bank, $0.text, $0.context) }
    var hasher = ContentHasher()
    #expect(hasher.hashes(entries[...]) == expected)
    #expect(
      entries.map { hasher.hash(bank: $0.bank, text: $0.text, context: $0.context) } == expected)
  }

  @Test func countsUsesByBankAndDigits() {
    var uses = UseCounts(capacity: 6)
    #expect(uses.add(bank: 0, digits: 7) == 1)
    #expect(uses.add(bank: 0, digits: 7) == 2)
    #expect(uses.add(bank: 1, digits: 7) == 1)
    #expect(uses.add(bank: 0, digits: 8) == 1)
    #expect(uses.add(bank: 0, digits: 0) == 1)
    #expect(uses.add(bank: 0, digits: 7) == 3)
  }
}
