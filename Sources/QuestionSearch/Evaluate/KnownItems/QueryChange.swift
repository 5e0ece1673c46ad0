import Evaluation
import TextAnalysis

/// Changes to a text that leave it a query for the same thing.
enum QueryChange {
  /// The words of a text: what stands between blanks.
  static func words(of text: String) -> [Substring] {
    text.split { $0.isWhitespace }
  }

  /// Whether a word says something of its sentence's subject.
  static func isContent(_ word: Substring) -> Bool {
    Analyzer.english.terms(of: String(word)).contains { !FunctionWords.contains($0) }
  }

  /// A third of the content words left out, one at least, two at least kept; function words that
  /// are left stay where they are.
  static func droppingWords(
    of text: String, using generator: inout SplitMix64
  ) -> String? {
    let words = words(of: text).prefix(60)
    var content = words.indices.filter { isContent(words[$0]) }
    guard content.count >= 3 else { return nil }
    content.shuffle(using: &generator)
    let dropped = Set(content.prefix(min(max(content.count / 3, 1), content.count - 2)))
    return words.indices.filter { !dropped.contains($0) }.map { String(words[$0]) }
      .joined(separator: " ")
  }

  /// One content word of five ASCII letters or more with one slip, behind its first letter.
  static func withSlip(_ text: String, using generator: inout SplitMix64) -> String? {
    var words = words(of: text).prefix(60).map(String.init)
    let candidates = words.indices.filter { index in
      words[index].utf8.count >= 5 && words[index].utf8.allSatisfy(isLetter)
        && isContent(words[index][...])
    }
    guard words.count >= 2, let index = candidates.randomElement(using: &generator) else {
      return nil
    }
    var letters = Array(words[index].utf8)
    let place = Int.random(in: 1..<letters.count - 1, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2 where letters[place] != letters[place + 1]: letters.swapAt(place, place + 1)
    default: letters[place] = neighbor(of: letters[place])
    }
    words[index] = String(decoding: letters, as: UTF8.self)
    return words.joined(separator: " ")
  }

  /// Eight to twelve words in a row out of a text of twelve or more.
  static func stretch(of text: String, using generator: inout SplitMix64) -> String? {
    let words = words(of: text).prefix(400)
    guard words.count >= 12 else { return nil }
    let length = Int.random(in: 8...12, using: &generator)
    let start = Int.random(in: 0...words.count - length, using: &generator)
    return words[start..<start + length].joined(separator: " ")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// The key to the right on a common keyboard, to the left at the end of a row.
  private static func neighbor(of letter: UInt8) -> UInt8 {
    let keys = Array("qwertyuiop asdfghjkl zxcvbnm".utf8)
    guard let index = keys.firstIndex(of: letter | 0x20) else { return letter }
    if index + 1 < keys.count, keys[index + 1] != 0x20 { return keys[index + 1] }
    return keys[index - 1]
  }
}
