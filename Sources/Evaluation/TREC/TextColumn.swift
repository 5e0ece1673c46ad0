/// A column of a line: a place in `TextBytes`. Empty where the line has no further column.
struct TextColumn {
  /// The offset of its first byte.
  let start: Int
  /// Its number of bytes.
  let length: Int

  var isEmpty: Bool { length == 0 }
}
