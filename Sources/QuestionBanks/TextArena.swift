/// Memory for the texts that reading a file makes: large blocks that are filled one after the other
/// and freed together with the reading. Nothing in it moves, so that views of it stay valid.
final class TextArena {
  private var blocks: [UnsafeMutablePointer<UInt8>] = []
  /// The rest of the last block.
  private var next: UnsafeMutablePointer<UInt8>?
  private var left = 0
  private var blockSize = 1 << 14
  private static let largestBlock = 1 << 20

  /// The pairs of the text that was cleaned last, kept for their memory.
  var pairs = InlinePairs()

  deinit { for block in blocks { block.deallocate() } }

  /// A writer for at most `limit` bytes. One is in use at a time; what it wrote lasts only after
  /// ``keep(_:)``.
  func writer(limit: Int) -> ByteWriter {
    if let next, limit <= left { return ByteWriter(next, capacity: limit) }
    blockSize = min(blockSize * 2, TextArena.largestBlock)
    let size = max(limit, blockSize)
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    blocks.append(block)
    next = block
    left = size
    return ByteWriter(block, capacity: limit)
  }

  /// Keeps what the last writer wrote.
  func keep(_ writer: ByteWriter) -> ByteView {
    let view = writer.view
    precondition(view.count <= left)
    next = next.map { $0 + view.count }
    left -= view.count
    return view
  }

  /// A writer behind a text, for at most `limit` bytes more. `room` is what is reserved behind the
  /// text; it doubles as the text grows, so that adding to a text is linear. Take what was written
  /// with ``GrowingText``'s help.
  fileprivate func extending(_ text: GrowingText, by limit: Int) -> ByteWriter {
    if text.room >= limit, let start = text.view.buffer.baseAddress {
      return ByteWriter(
        UnsafeMutablePointer(mutating: start), capacity: text.view.count + Int(text.room),
        count: text.view.count)
    }
    var writer = writer(limit: 2 * (text.view.count + limit))
    writer.append(text.view)
    return writer
  }

  /// Adds to a text what a closure writes, at most `limit` bytes.
  @inline(__always)
  func extend(_ text: inout GrowingText, by limit: Int, _ write: (inout ByteWriter) -> Void) {
    let isInPlace = text.room >= limit
    var writer = extending(text, by: limit)
    write(&writer)
    if !isInPlace { reserve(writer.capacity) }
    text = GrowingText(writer)
  }

  /// The texts one after the other, with a byte between them.
  func joined(_ texts: [ByteView], separator: UInt8? = 0x0A) -> ByteView {
    if texts.count == 1 { return texts[0] }
    var writer = writer(limit: texts.reduce(0) { $0 + $1.count + 1 })
    for (place, text) in texts.enumerated() {
      if place > 0, let separator { writer.append(separator) }
      writer.append(text)
    }
    return keep(writer)
  }

  /// Keeps the memory that the last writer was given, whatever it wrote.
  private func reserve(_ count: Int) {
    precondition(count <= left)
    next = next.map { $0 + count }
    left -= count
  }
}
