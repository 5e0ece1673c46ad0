/// Encodes the positions of one term: steps from one to the next, 128 packed together.
///
/// Layout in `Index/FORMAT.md`, "positions".
struct PositionsEncoder: ~Copyable {
  private let steps: UnsafeMutablePointer<UInt32>
  /// Steps that wait for their chunk to be full.
  private var count = 0
  private var total = 0
  private var ends = ByteSink()
  private var chunks = ByteSink()

  init() { steps = .allocate(capacity: BitPacking.blockLength) }

  deinit { steps.deallocate() }

  @inline(__always)
  mutating func append(_ step: UInt32) {
    steps[count] = step
    count &+= 1
    total &+= 1
    if count == BitPacking.blockLength { writeChunk() }
  }

  private mutating func writeChunk() {
    chunks.patched(steps)
    ends.fixed(UInt32(truncatingIfNeeded: chunks.count))
    count = 0
  }

  /// Bytes of full chunks.
  var byteCount: Int { chunks.count }

  mutating func reset() {
    count = 0
    total = 0
    ends.removeAll()
    chunks.removeAll()
  }

  /// Ends the term: how many positions there are beyond one a document, where chunks end, the
  /// chunks, what is left.
  mutating func write(to output: inout ByteSink, documentFrequency: Int) {
    output.varint(UInt64(total - documentFrequency))
    output.raw(ends.bytes)
    output.raw(chunks.bytes)
    writeTail(to: &output)
  }

  /// The steps of a term with one document, for the dictionary.
  func writeInlined(to output: inout ByteSink) {
    output.raw(chunks.bytes)
    for index in 0..<count { output.varint(UInt64(steps[index])) }
  }

  /// What is left, in the shorter of two ways: varints behind the byte `0xFF`, or bits behind their
  /// width.
  private func writeTail(to output: inout ByteSink) {
    guard count > 0 else { return }
    let width = BitPacking.width(of: steps, count: count)
    var varints = 0
    for index in 0..<count { varints += ByteSink.varintLength(steps[index]) }
    let packed = (count * Int(width) + 7) / 8
    guard packed <= varints else {
      output.byte(0xFF)
      for index in 0..<count { output.varint(UInt64(steps[index])) }
      return
    }
    output.byte(width)
    output.bits(steps, count: count, width: width)
  }
}
