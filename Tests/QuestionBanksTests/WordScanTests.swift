import TestSupport
import Testing

@testable import QuestionBanks

@Suite struct WordScanTests {
  private static let pieces = [
    "a", "knot", "Rope", "it", "x2", "sheepshank", "’", "é", "帆", " ", ", ", "?", "_", "-",
    "abcdefghijklmnopqrstuvwxyz", "Untwistednesses", "\u{301}", "0", ".",
  ]

  private static func words(_ bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let start = index
      if ContentWords.isStart(bytes[index]) {
        while index < bytes.count, ContentWords.continues(bytes[index]) { index += 1 }
        words.append(start..<index)
      } else {
        index += 1
      }
    }
    return words
  }

  @Test(arguments: 1...60)
  func findsWordsAsBytesDo(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...80, using: &generator)
    let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
    let bytes = Array(text.utf8)
    let expected = Self.words(bytes)
    bytes.withUnsafeBufferPointer { buffer in
      var scan = WordScan()
      scan.begin(ByteView(buffer))
      // The second round begins with kept words and goes on behind them.
      for _ in 0..<2 {
        var found: [Range<Int>] = []
        var cursor = WordScan.Cursor()
        while let word = scan.next(&cursor, before: bytes.count) { found.append(word.range) }
        #expect(found == expected)
      }
      let end = bytes.firstIndex { $0 == 0x3F || $0 == 0x2E || $0 == 0x0A }.map { $0 + 1 }
      #expect(scan.findSentenceEnd() == end ?? bytes.count)
    }
  }

  @Test(arguments: 1...40)
  func findsPlacesAsBytesDo(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<17).map { _ in UInt8.random(in: 0x2C...0x32, using: &generator) }
    bytes.withUnsafeBufferPointer { buffer in
      let block = ByteBlock(ByteView(buffer), 1)
      let dots = (0..<16).filter { bytes[$0 + 1] == 0x2E }
      let places = block.equal(0x2E)
      #expect(places.isEmpty == dots.isEmpty)
      #expect(places.first == dots.first ?? 16)
      #expect(places.count == dots.count)
      for place in 0..<16 {
        #expect(places.count(below: place) == dots.count { $0 < place })
      }
      let within = (0..<16).filter { (0x2D...0x2F).contains(bytes[$0 + 1]) }
      #expect(block.within(0x2D, 0x2F).count == within.count)
      #expect((block.within(0x2D, 0x2F) - places).count == within.count - dots.count)
    }
  }
}
