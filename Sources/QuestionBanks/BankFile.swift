/// A file to read and the bank that it belongs to.
public struct BankFile: Sendable, Hashable {
  /// The path to open.
  public var path: String
  /// The path shown to people.
  public var displayPath: String
  /// The bank's name.
  public var bank: String

  /// Makes a file of its parts.
  public init(path: String, displayPath: String, bank: String) {
    self.path = path
    self.displayPath = displayPath
    self.bank = bank
  }
}
