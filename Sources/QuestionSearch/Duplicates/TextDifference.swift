import TextAnalysis

/// The words in which two texts differ.
public struct TextDifference: Sendable {
  /// Places in the first text of words that the second does not have in that order.
  public let first: [Highlight]
  /// Places in the second text of words that the first does not have in that order.
  public let second: [Highlight]

  /// Of longer texts the first words are compared.
  private static let mostWords = 300

  /// Compares texts word by word, by their stems: what is outside their longest common
  /// subsequence differs. Cost: the product of the numbers of words.
  public init(_ first: String, _ second: String) {
    let session = AnalysisSession(.english)
    let (left, right) = (Self.words(first, session), Self.words(second, session))
    // lengths[i][j]: the longest common subsequence of what begins at i and j.
    let width = right.count + 1
    var lengths = [Int](repeating: 0, count: (left.count + 1) * width)
    for i in stride(from: left.count - 1, through: 0, by: -1) {
      for j in stride(from: right.count - 1, through: 0, by: -1) {
        lengths[i * width + j] =
          left[i].term == right[j].term
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    var (one, other): ([Highlight], [Highlight]) = ([], [])
    while i < left.count || j < right.count {
      if i < left.count, j < right.count, left[i].term == right[j].term {
        (i, j) = (i + 1, j + 1)
      } else if j == right.count
        || i < left.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]
      {
        one.append(left[i].place)
        i += 1
      } else {
        other.append(right[j].place)
        j += 1
      }
    }
    (self.first, self.second) = (one, other)
  }

  /// The words of a text, a token for each position.
  private static func words(
    _ text: String, _ session: AnalysisSession
  ) -> [(term: UInt32, place: Highlight)] {
    var tokens: [Token] = []
    session.analyze(text, into: &tokens)
    var words: [(term: UInt32, place: Highlight)] = []
    for (index, token) in tokens.enumerated() where words.count < mostWords {
      if index + 1 < tokens.count, tokens[index + 1].position == token.position { continue }
      words.append((token.term, Highlight(Int(token.start), Int(token.end))))
    }
    return words
  }
}
