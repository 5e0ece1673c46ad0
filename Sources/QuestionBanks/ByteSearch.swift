/// Searches for short words in bytes, without regard to the case of ASCII letters.
enum ByteSearch {
  /// Whether a word stands at an index. The word is lower case.
  static func matches(_ text: [UInt8], at index: Int, _ word: [UInt8]) -> Bool {
    guard index >= 0, word.count <= text.count, index <= text.count - word.count else {
      return false
    }
    for place in word.indices where Byte.lowered(text[index + place]) != word[place] {
      return false
    }
    return true
  }

  /// Whether one of the words occurs anywhere. The words are lower case and not empty; linear time
  /// for a fixed list of short words.
  static func contains(_ text: [UInt8], anyOf words: [[UInt8]]) -> Bool {
    text.withUnsafeBufferPointer { text in
      words.contains { word in
        guard let first = word.first, word.count <= text.count else { return false }
        for index in 0...(text.count - word.count) where Byte.lowered(text[index]) == first {
          var place = 1
          while place < word.count, Byte.lowered(text[index + place]) == word[place] { place += 1 }
          if place == word.count { return true }
        }
        return false
      }
    }
  }
}
