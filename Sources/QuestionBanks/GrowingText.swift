/// A text to which more is added, with the memory reserved behind it in a ``TextArena``.
///
/// Of several copies only one may grow: they share what is reserved.
struct GrowingText {
  private(set) var view = ByteView()
  /// Bytes reserved behind the text in an arena.
  private(set) var room: Int32 = 0

  /// A text that lies anywhere.
  init(_ view: ByteView = ByteView()) { self.view = view }

  /// What a writer wrote, with the rest of its memory as room.
  init(_ writer: ByteWriter) {
    view = writer.view
    room = Int32(clamping: writer.capacity - writer.count)
  }

  /// Whether nothing is there.
  var isEmpty: Bool { view.isEmpty }

  /// Adds a line behind the text.
  mutating func addLine(
    _ line: ByteView, in arena: TextArena, separator: UInt8 = 0x0A
  ) {
    arena.extend(&self, by: line.count + 1) { writer in
      writer.append(separator)
      writer.append(line)
    }
  }
}
