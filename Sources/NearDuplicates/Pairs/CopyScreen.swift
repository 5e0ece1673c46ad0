/// A first look at two questions that may be the same but for small edits, by their letters alone:
/// most are plainly not, and the word lists need not be loaded to see that.
public enum CopyScreen {
  /// Whether two questions can be copies as ``PairEvidence/isCopy`` has it. Where they cannot, one
  /// has a word that names something and that no word of the other resembles, or a misspelled one
  /// of those that name nothing ("Exlain").
  ///
  /// Cost: the product of the numbers of words; no memory is kept.
  public static func mayBeCopies(_ a: String, _ b: String) -> Bool {
    let (one, other) = (Array(a.utf8), Array(b.utf8))
    // Digits may stand for words; other letters have their own forms.
    guard !(one + other).contains(where: { $0 >= 0x80 || (0x30...0x39).contains($0) }) else {
      return true
    }
    let (left, right) = (words(one), words(other))
    return !hasForeignWord(left, right) && !hasForeignWord(right, left)
  }

  private static func words(_ text: [UInt8]) -> [[UInt8]] {
    text.split { !(0x61...0x7A).contains($0 | 0x20) }.map { $0.map { $0 | 0x20 } }
  }

  private static func hasForeignWord(_ words: [[UInt8]], _ others: [[UInt8]]) -> Bool {
    let letters = Array(others.joined())
    return words.contains { word in
      word.count >= leastLetters
        && !others.contains { resembles($0, word) }
        && !letters.contains(word[...]) && !letters.contains(word[1...])
        && !isOfFrames(word)
    }
  }

  private static let leastLetters = 5

  /// As another form or a misspelled one.
  private static func resembles(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.first == b.first
      && (a.prefix(3).elementsEqual(b.prefix(3)) || abs(a.count - b.count) <= 1)
  }

  private static let frames: [StaticString] = [
    LexiconText.aspects, LexiconText.general, LexiconText.fields, FunctionWordTable.list,
    FunctionWordTable.negating, QuestionAnalyzer.politeWords,
  ]

  /// Whether a word may be one of those that belong to no subject, by its first letters.
  private static func isOfFrames(_ word: [UInt8]) -> Bool {
    frames.contains { list in
      list.withUTF8Buffer { $0.contains(word.prefix(4), atWordStart: true) }
    }
  }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Whether a run of bytes stands somewhere among these.
  fileprivate func contains(_ run: ArraySlice<UInt8>, atWordStart: Bool = false) -> Bool {
    guard let first = run.first, run.count <= count else { return false }
    for start in startIndex...(endIndex - run.count)
    where self[start] == first && self[start..<start + run.count].elementsEqual(run) {
      let isInside = start > startIndex && (0x61...0x7A).contains(self[start - 1] | 0x20)
      if !atWordStart || !isInside { return true }
    }
    return false
  }
}
