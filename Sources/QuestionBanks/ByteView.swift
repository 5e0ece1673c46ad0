#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A view of bytes that belong to the reading of a file: those of its text or ``TextArena``.
///
/// It owns nothing, so that texts are handed around, kept and cut without an allocation or a count
/// of references. It must not outlive the reading: what leaves the module is copied into a
/// `String`. Every access is checked against the bounds.
struct ByteView: RandomAccessCollection, @unchecked Sendable {
  private let base: UnsafePointer<UInt8>
  /// In 32 bits, for views are kept by the hundred thousand; files have at most 256 MiB.
  private let length: UInt32

  var count: Int { @inline(__always) get { Int(truncatingIfNeeded: length) } }

  /// The bytes themselves.
  var buffer: UnsafeBufferPointer<UInt8> {
    @inline(__always) get { UnsafeBufferPointer(start: base, count: count) }
  }

  /// A view of nothing.
  @inline(__always) init() { self.init(UnsafeBufferPointer(start: nil, count: 0)) }

  /// A view of memory that outlives it.
  @inline(__always) init(_ buffer: UnsafeBufferPointer<UInt8>) {
    // Never nil, so that an optional view takes no more room. Nothing is read where there is none.
    base = buffer.baseAddress ?? ByteView.nowhere
    length = UInt32(clamping: buffer.count)
  }

  private static var nowhere: UnsafePointer<UInt8> {
    @inline(__always) get { UnsafePointer(bitPattern: 1).unsafelyUnwrapped }
  }

  var startIndex: Int { @inline(__always) get { 0 } }
  var endIndex: Int { @inline(__always) get { count } }
  var isEmpty: Bool { @inline(__always) get { count == 0 } }
  var first: UInt8? { @inline(__always) get { isEmpty ? nil : self[0] } }
  var last: UInt8? { @inline(__always) get { isEmpty ? nil : self[count - 1] } }

  subscript(index: Int) -> UInt8 {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return base[index]
    }
  }

  /// The up to eight bytes from an index on as one number, the first in its lowest bits.
  @inline(__always) func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index <= count)
    let raw = UnsafeRawPointer(base + index)
    let left = count - index
    if left >= 8 { return UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) }
    // Two loads that overlap.
    if left >= 4 {
      let first = UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self))
      let last = UInt32(
        littleEndian: raw.loadUnaligned(fromByteOffset: left - 4, as: UInt32.self))
      return UInt64(first) | UInt64(last) << UInt64((left - 4) * 8)
    }
    var word: UInt64 = 0
    for place in 0..<left { word |= UInt64(base[index + place]) << UInt64(place * 8) }
    return word
  }

  /// The part of the view in a range, counted from its own beginning.
  @inline(__always) func view(_ range: Range<Int>) -> ByteView {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return ByteView(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// The view from an index on.
  @inline(__always) func view(from index: Int) -> ByteView { view(index..<count) }

  /// Copies the bytes into a text.
  var string: String { String(decoding: buffer, as: UTF8.self) }

  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try body(buffer)
  }

  /// Whether both are the same bytes at the same place.
  func isSame(_ other: ByteView) -> Bool { base == other.base && length == other.length }

  /// Whether both have the same bytes.
  func isEqual(_ other: ByteView) -> Bool {
    guard count == other.count, count > 0 else { return count == other.count }
    return memcmp(base, other.base, count) == 0
  }
}

extension ByteView: Hashable {
  /// Whether both have the same bytes.
  static func == (left: ByteView, right: ByteView) -> Bool { left.isEqual(right) }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(buffer)) }
}
