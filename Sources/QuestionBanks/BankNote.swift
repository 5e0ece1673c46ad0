/// Something that a person should know of a file or of a place in it; nothing failed.
public struct BankNote: Sendable, Hashable, CustomStringConvertible {
  /// The path shown to people.
  public var file: String
  /// The 1-based line, or `nil` where the note concerns the whole file.
  public var line: Int?
  /// What was found and what was done about it.
  public var message: String

  /// Whether something of the file is in no entry because of it.
  public var isLoss = false

  /// Makes a note.
  public init(file: String, line: Int? = nil, message: String, isLoss: Bool = false) {
    self.isLoss = isLoss
    self.file = file
    self.line = line
    self.message = message
  }

  /// `file:line: message`.
  public var description: String {
    guard let line else { return "\(file): \(message)" }
    return "\(file):\(line): \(message)"
  }
}
