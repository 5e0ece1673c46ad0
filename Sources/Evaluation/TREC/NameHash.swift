/// Hashes of document names.
///
/// The key is chosen at random once a process, so that no file can be written whose names all fall
/// into one place of a table. Nothing that is given out depends on it.
enum NameHash {
  /// The process's key.
  static let key = Key(
    start: UInt64.random(in: 0...UInt64.max), factor: UInt64.random(in: 0...UInt64.max) | 1)

  struct Key: Sendable {
    let start: UInt64
    let factor: UInt64

    /// The hash of `count` bytes, at least one; eight bytes behind them can be loaded.
    @inline(__always)
    func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
      var hash = start ^ UInt64(truncatingIfNeeded: count)
      var place = UnsafeRawPointer(bytes)
      var rest = count
      while rest > 8 {
        hash = fold(hash ^ place.loadUnaligned(as: UInt64.self))
        place += 8
        rest -= 8
      }
      let last = UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
      hash = fold(hash ^ (last << UInt64(64 - 8 * max(rest, 1))))
      return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    @inline(__always)
    private func fold(_ value: UInt64) -> UInt64 {
      let product = value.multipliedFullWidth(by: factor)
      return product.high ^ product.low
    }
  }
}
