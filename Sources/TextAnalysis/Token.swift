/// One occurrence of a term in a text.
public struct Token: Sendable, Hashable {
  /// The term's number in the vocabulary of the session that made the token, dense from 0, in
  /// order of first appearance.
  public var term: UInt32

  /// The word position in this text, from 0 and without gaps; alternatives for the same word (a
  /// compound and its first part) share a position. A text's length in words is the number of its
  /// distinct positions: the last token's position plus one.
  public var position: UInt32

  /// The UTF-8 byte offset in the source text at which the token's source begins.
  public var start: UInt32

  /// The UTF-8 byte offset in the source text just after the token's source.
  public var end: UInt32

  /// Makes a token from its parts.
  public init(term: UInt32, position: UInt32, start: UInt32, end: UInt32) {
    self.term = term
    self.position = position
    self.start = start
    self.end = end
  }
}
