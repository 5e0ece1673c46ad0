/// Writes bytes one after the other into memory of a fixed size.
///
/// The size is known beforehand: cleaning a text makes it no longer. A write beyond it ends the
/// program rather than to damage memory.
struct ByteWriter {
  let base: UnsafeMutablePointer<UInt8>
  let capacity: Int
  private(set) var count = 0

  /// Writes into `capacity` bytes from `base` on, behind the first `count`.
  init(_ base: UnsafeMutablePointer<UInt8>, capacity: Int, count: Int = 0) {
    self.base = base
    self.capacity = capacity
    self.count = count
  }

  /// What was written so far.
  var view: ByteView { ByteView(UnsafeBufferPointer(start: base, count: count)) }

  var last: UInt8? { @inline(__always) get { count > 0 ? base[count - 1] : nil } }

  /// Adds a byte.
  @inline(__always) mutating func append(_ byte: UInt8) {
    precondition(count < capacity)
    base[count] = byte
    count += 1
  }

  /// Adds bytes that lie elsewhere.
  @inline(__always) mutating func append(_ bytes: ByteView) {
    guard let source = bytes.buffer.baseAddress else { return }
    precondition(bytes.count <= capacity - count)
    (base + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  /// Adds bytes one by one.
  mutating func append(contentsOf bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  /// Adds blanks.
  mutating func appendBlanks(_ number: Int) {
    for _ in 0..<number { append(Byte.space) }
  }

  /// Adds a number in decimal digits.
  mutating func append(number: UInt32) {
    var divisor: UInt32 = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
      divisor /= 10
    }
  }

  /// Takes back what was written behind a place.
  @inline(__always) mutating func cut(to count: Int) {
    precondition(count >= 0 && count <= self.count)
    self.count = count
  }
}
