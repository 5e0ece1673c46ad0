/// A line of a file of judged pairs.
public struct PairRecord: Sendable, Hashable {
  /// The id in the column `id_a`.
  public let idA: String
  /// The id in the column `id_b`, another one.
  public let idB: String
  /// The text in `text_a`, where the file has that column.
  public let textA: String?
  /// The text in `text_b`, where the file has that column.
  public let textB: String?
  /// The judgment.
  public let judgment: LabeledPair
  /// The number in `probability` or `score`, where the file has such a column.
  public let score: Double?
  /// The line, from 1.
  public let line: Int
}
