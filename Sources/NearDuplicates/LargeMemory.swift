#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory for tables that are read at random places.
///
/// From some megabytes on it asks for large pages: the tables are spread over so many small ones
/// that finding a page takes longer than reading it.
enum LargeMemory {
  private static let pageLength = 1 << 21

  /// Uninitialized memory for trivial values, to be released by ``release(_:)``.
  static func allocate<T: BitwiseCopyable>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T>
  {
    let bytes = max(count, 1) * MemoryLayout<T>.stride
    let isLarge = bytes >= pageLength
    var memory: UnsafeMutableRawPointer?
    let result = posix_memalign(&memory, isLarge ? pageLength : 64, bytes)
    guard result == 0, let memory else { preconditionFailure("out of memory: \(bytes) bytes") }
    #if canImport(Glibc) || canImport(Musl)
      // Only advice: without it everything is as right, and slower.
      if isLarge { _ = madvise(memory, bytes, MADV_HUGEPAGE) }
    #endif
    return memory.bindMemory(to: T.self, capacity: max(count, 1))
  }

  /// Memory with all bytes zero.
  static func zeroed<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type, _ count: Int
  ) -> UnsafeMutablePointer<T> {
    let memory = allocate(type, count)
    memory.initialize(repeating: 0, count: count)
    return memory
  }

  static func release<T>(_ memory: UnsafeMutablePointer<T>) { free(memory) }
}
