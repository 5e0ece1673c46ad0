import NearDuplicates
import TestSupport
import Testing

/// The first look never rules out what the whole comparison takes for a copy.
@Suite struct CopyScreenTests {
  private static let frames = [
    "What is", "Explain", "What exactly is", "Can you describe", "How do you use", "Why do we need",
    "Please define", "What is the main idea of",
  ]
  private static let subjects = [
    "a ring buffer", "the colour wheel", "an event loop", "data sets", "gradient clipping",
    "a non-linear filter", "estrogen", "oestrogen", "a dataset", "aesthetics",
  ]
  private static let ends = ["", " in practice", " in Python", " exactly", " for example"]

  @Test(arguments: 1..<9)
  func copiesAreNeverRuledOut(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(7700 + seed))
    var copies = 0
    for _ in 0..<400 {
      let subject = try #require(Self.subjects.randomElement(using: &random))
      let texts = (0..<2).map { _ in
        let frame = Self.frames[Int.random(in: 0..<8, using: &random) / 3]
        let other = Self.subjects.randomElement(using: &random) ?? ""
        let name = Int.random(in: 0..<4, using: &random) == 0 ? other : subject
        let end = Self.ends.randomElement(using: &random) ?? ""
        return "\(frame) \(Self.damaged(name, using: &random))\(end)?"
      }
      let isCopy = PairProbe.pair(texts[0], texts[1])?.evidence.isCopy == true
      copies += isCopy ? 1 : 0
      #expect(!isCopy || CopyScreen.mayBeCopies(texts[0], texts[1]), "\(texts)")
    }
    #expect(copies > 0)
  }

  /// A slip of the hand in one text of three.
  private static func damaged(_ text: String, using random: inout SeededGenerator) -> String {
    guard Int.random(in: 0..<3, using: &random) == 0 else { return text }
    var letters = Array(text)
    let place = Int.random(in: 1..<letters.count - 1, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: letters.remove(at: place)
    case 1: letters.swapAt(place, place - 1)
    default: letters.insert(letters[place], at: place)
    }
    return String(letters)
  }

  @Test func whatNamesSomethingElseIsNoCopy() {
    #expect(!CopyScreen.mayBeCopies("What is gradient clipping?", "What is gradient descent?"))
    #expect(CopyScreen.mayBeCopies("What is gradient descent?", "Explain gradient descent."))
    #expect(CopyScreen.mayBeCopies("What is a data set?", "What is a dataset?"))
    #expect(CopyScreen.mayBeCopies("Why do kestrels hover?", "Why do ketsrels hover?"))
  }
}
