/// What reading one file gave.
public struct BankReading: Sendable {
  /// How well one convention explains the file.
  public struct Score: Sendable, Hashable {
    /// The convention's name.
    public var convention: String
    /// From 0 (explains nothing) to 1.
    public var score: Double
    /// The counts that the score was made of, for people.
    public var evidence: String
  }

  /// The questions in the order of their lines.
  public var entries: [Entry]
  /// The name of the convention that read most entries, or `none`.
  public var convention: String
  /// Entries by the convention that read them, most first.
  public var counts: [(convention: String, entries: Int)]
  /// How well each convention explains the file, in the order of the registry.
  public var scores: [Score]
  /// Repairs and skipped parts, in the order of their lines.
  public var notes: [BankNote]
  /// What became of every line of the file, in order and without gaps.
  public var accounts: [BlockAccount]
}
