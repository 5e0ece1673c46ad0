/// Finds acronyms that a text explains: "support vector machine (SVM)".
enum AcronymMiner {
  /// What stands before an acronym is looked for in so many bytes.
  private static let window = 120
  private static let longest = 7

  /// The acronyms of a text that is no question, such as an answer, with what they stand for.
  static func acronyms(
    of text: String, _ analyzer: QuestionAnalyzer
  ) -> [QuestionText.Acronym] {
    guard text.utf8.contains(0x28) else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      var found: [QuestionText.Acronym] = []
      for open in bytes.indices where bytes[open] == 0x28 {
        guard let close = end(of: bytes, open) else { continue }
        var start = max(open - window, 0)
        // From the beginning of a word on.
        while start > 0, start < open, bytes[start - 1] > 0x20 { start += 1 }
        let part = String(decoding: bytes[start...close], as: UTF8.self)
        found += analyzer.analyze(part.replacing("\n", with: " ")).acronyms
      }
      return found
    }
  }

  /// The closing bracket behind two to seven capitals.
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, _ open: Int) -> Int? {
    var place = open + 1
    var capitals = 0
    while place < bytes.count, place - open <= longest + 1 {
      switch bytes[place] {
      case 0x41...0x5A: capitals += 1
      case 0x30...0x39, 0x73: break  // digits; "LLMs"
      case 0x29: return capitals >= 2 ? place : nil
      default: return nil
      }
      place += 1
    }
    return nil
  }
}
