/// Bytes that grow at their end. In this module, so that the loops that encode need no calls.
struct ByteSink: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  /// Bytes that are held.
  private(set) var capacity: Int
  /// How many bytes there are.
  private(set) var count = 0

  init(capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// All bytes; valid until the next change.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  mutating func removeAll() { count = 0 }

  /// One byte.
  @inline(__always)
  mutating func byte(_ value: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = value
    count &+= 1
  }

  /// An unsigned integer, seven bits a byte, the lowest first.
  @inline(__always)
  mutating func varint(_ value: UInt64) {
    if capacity &- count < 10 { grow(by: 10) }
    var rest = value
    while rest >= 0x80 {
      base[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count &+= 1
      rest >>= 7
    }
    base[count] = UInt8(truncatingIfNeeded: rest)
    count &+= 1
  }

  /// A fixed-width integer, little-endian.
  @inline(__always)
  mutating func fixed<T: FixedWidthInteger & BitwiseCopyable>(_ value: T) {
    let length = MemoryLayout<T>.size
    if capacity &- count < length { grow(by: length) }
    UnsafeMutableRawPointer(base + count).storeBytes(of: value.littleEndian, as: T.self)
    count &+= length
  }

  /// Bytes as they are.
  mutating func raw(_ more: UnsafeRawBufferPointer) {
    guard let start = more.baseAddress, !more.isEmpty else { return }
    if capacity - count < more.count { grow(by: more.count) }
    UnsafeMutableRawPointer(base + count).copyMemory(from: start, byteCount: more.count)
    count += more.count
  }

  /// Room for `length` bytes at the end, which count as written.
  @inline(__always)
  mutating func extend(by length: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity &- count < length { grow(by: length) }
    defer { count &+= length }
    return base + count
  }

  /// Where a byte stands that was written before; valid until more are.
  func start(at offset: Int) -> UnsafeMutablePointer<UInt8> { base + offset }

  @inline(never)
  private mutating func grow(by needed: Int) {
    let larger = max(capacity * 2, count + needed)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }
}

extension ByteSink {
  /// Bytes that an unsigned integer takes as a varint.
  static func varintLength(_ value: UInt32) -> Int {
    max(1, (UInt32.bitWidth - value.leadingZeroBitCount + 6) / 7)
  }
}
