/// In how many questions of a collection words stand.
public struct WordBackground: Sendable {
  /// How many questions the collection has.
  public let count: Int
  let frequencies: [UInt64: UInt32]

  /// - Parameters:
  ///   - count: How many questions there are.
  ///   - frequencies: In how many of them a term of the analyzer `english` stands.
  public init(count: Int, frequencies: [String: Int]) {
    self.count = count
    self.frequencies = Dictionary(
      frequencies.map { (TermHash.word($0), UInt32(clamping: $1)) },
      uniquingKeysWith: { first, _ in first })
  }
}
