#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that are added at the end. Whoever owns it frees it.
///
/// From the C library's allocator, because it grows large blocks by moving pages, not bytes.
struct GrowingBytes {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init() {
    capacity = 1 << 12
    base = Self.allocated(nil, capacity)
  }

  var last: UInt8 { base[count &- 1] }

  /// Makes room for so many bytes, and for those that may be read behind them.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more &+ AnalyzedTexts.slack > capacity { grow(more) }
  }

  /// Adds a byte for which there is room.
  @inline(__always)
  mutating func add(_ byte: UInt8) {
    base[count] = byte
    count &+= 1
  }

  /// Adds bytes for which there is room.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  mutating func removeLast() { count -= 1 }

  /// The bytes, of which there is a readable rest behind the last; to be freed by the caller.
  consuming func release() -> UnsafeMutablePointer<UInt8> { base }

  func free() { releaseMemory(base) }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more + AnalyzedTexts.slack)
    base = Self.allocated(base, capacity)
  }

  private static func allocated(
    _ old: UnsafeMutablePointer<UInt8>?, _ capacity: Int
  ) -> UnsafeMutablePointer<UInt8> {
    guard let memory = realloc(old, capacity) else { preconditionFailure("out of memory") }
    return memory.assumingMemoryBound(to: UInt8.self)
  }
}

private func releaseMemory(_ base: UnsafeMutablePointer<UInt8>) { free(base) }
