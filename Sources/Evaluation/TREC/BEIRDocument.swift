/// A document of a BEIR collection.
public struct BEIRDocument: Sendable, Hashable {
  /// The id that judgments name it by.
  public let id: String
  /// Its title; empty where it has none.
  public let title: String
  /// Its text.
  public let text: String

  /// A document.
  public init(id: String, title: String, text: String) {
    self.id = id
    self.title = title
    self.text = text
  }
}
