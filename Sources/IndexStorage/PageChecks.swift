import Synchronization

/// Which pages of a file were found right: a bit for each, safe to ask and to set from any thread.
///
/// Setting is idempotent, and a page is only read after its own bit was seen or its checksum was
/// compared by the same thread: no order between threads is needed.
struct PageChecks: ~Copyable, @unchecked Sendable {
  private let words: UnsafeMutablePointer<Atomic<UInt64>>
  private let wordCount: Int
  private let pageCount: Int
  /// How many pages were not yet found right; 0 answers for all.
  private let missing: Atomic<Int>

  init(pageCount: Int) {
    self.pageCount = pageCount
    wordCount = (pageCount + 63) / 64
    words = .allocate(capacity: wordCount)
    for index in 0..<wordCount { (words + index).initialize(to: Atomic(0)) }
    missing = Atomic(pageCount)
  }

  deinit {
    words.deinitialize(count: wordCount)
    words.deallocate()
  }

  /// Whether all pages of a range are known to be right.
  @inline(__always)
  func contain(_ first: Int, _ last: Int) -> Bool {
    if missing.load(ordering: .relaxed) == 0 { return true }
    if first / 64 == last / 64 {
      let mask = (UInt64.max >> UInt64(63 - (last - first))) << UInt64(first % 64)
      return words[first / 64].load(ordering: .relaxed) & mask == mask
    }
    for page in first...last where !contains(page) { return false }
    return true
  }

  /// Whether a page is known to be right.
  func contains(_ page: Int) -> Bool {
    words[page / 64].load(ordering: .relaxed) >> UInt64(page % 64) & 1 == 1
  }

  /// Notes that a page was found right.
  func insert(_ page: Int) {
    let bit = UInt64(1) << UInt64(page % 64)
    let before = words[page / 64].bitwiseOr(bit, ordering: .relaxed).oldValue
    if before & bit == 0 { missing.subtract(1, ordering: .relaxed) }
  }
}
