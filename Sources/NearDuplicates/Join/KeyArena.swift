/// Runs of numbers that stay where they are written, in blocks of memory.
final class KeyArena: @unchecked Sendable {
  private var blocks: [UnsafeMutablePointer<UInt64>] = []
  private var free = LargeMemory.allocate(UInt64.self, 1)
  private var left = 0
  private static let blockLength = 1 << 18

  init() { blocks.append(free) }

  deinit { for block in blocks { LargeMemory.release(block) } }

  /// Memory for so many numbers; what of it is then used is told by ``keep(_:)``.
  @inline(__always)
  func room(_ count: Int) -> UnsafeMutablePointer<UInt64> {
    if count > left { open(count) }
    return free
  }

  /// Keeps the first numbers of the memory that was asked for last.
  @inline(__always)
  func keep(_ count: Int) {
    free += count
    left &-= count
  }

  @inline(never)
  private func open(_ count: Int) {
    left = max(count, Self.blockLength)
    free = LargeMemory.allocate(UInt64.self, left)
    blocks.append(free)
  }
}
