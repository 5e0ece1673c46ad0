import IndexStorage

/// Blocks of 128 integers at a width that most of them fit; what the others have beyond it follows
/// (Zukowski, Héman, Nes and Boncz 2006, "Super-scalar RAM-CPU cache compression": PFor).
///
/// A byte with the width, its bit 6 set if there are exceptions; 16 bytes for each bit of width;
/// then the number of exceptions in a byte and for each its place in a byte and its upper bits as a
/// varint.
enum PatchedBlock {
  /// Set in the byte of the width where exceptions follow.
  static let hasExceptions: UInt8 = 0x40
  /// More exceptions would cost more time than the bits that they save are worth.
  static let exceptionLimit = 31

  /// The width at which a block takes the fewest bytes.
  static func bestWidth(of values: UnsafePointer<UInt32>) -> UInt8 {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 33) { counts in
      counts.initialize(repeating: 0)
      for index in 0..<BitPacking.blockLength {
        counts[32 - values[index].leadingZeroBitCount] += 1
      }
      var widest = 32
      while widest > 0, counts[widest] == 0 { widest -= 1 }
      var best = (width: widest, cost: 16 * widest)
      var exceptions = 0
      for width in stride(from: widest - 1, through: 0, by: -1) {
        exceptions += Int(counts[width + 1])
        guard exceptions <= exceptionLimit else { break }
        var cost = 16 * width + 1
        for bits in width + 1...widest {
          cost += Int(counts[bits]) * (1 + (bits - width + 6) / 7)
        }
        if cost < best.cost { best = (width, cost) }
      }
      return UInt8(best.width)
    }
  }
}

extension ByteSink {
  /// Appends a block of 128 integers. They are changed.
  mutating func patched(_ values: UnsafeMutablePointer<UInt32>) {
    let width = PatchedBlock.bestWidth(of: values)
    let isPatched = values.hasValue(above: width)
    byte(isPatched ? width | PatchedBlock.hasExceptions : width)
    guard isPatched else {
      BitPacking.pack(values, width: width, to: extend(by: 16 * Int(width)))
      return
    }
    let place = count
    _ = extend(by: 16 * Int(width))
    byte(0)
    var exceptions: UInt8 = 0
    let mask = UInt32.max >> (32 - UInt32(width))
    for index in 0..<BitPacking.blockLength where values[index] > mask {
      byte(UInt8(index))
      varint(UInt64(values[index] >> UInt32(width)))
      values[index] &= mask
      exceptions += 1
    }
    BitPacking.pack(values, width: width, to: start(at: place))
    start(at: place + 16 * Int(width)).pointee = exceptions
  }
}

extension UnsafeMutablePointer<UInt32> {
  /// Whether one of a block's integers needs more bits.
  fileprivate func hasValue(above width: UInt8) -> Bool {
    BitPacking.width(of: self, count: BitPacking.blockLength) > width
  }
}

extension ByteReader {
  /// Reads a block of 128 integers.
  @inline(__always)
  mutating func unpack(
    into target: UnsafeMutablePointer<BitPacking.Vector>
  ) throws(StorageError) {
    let head = try byte()
    let width = head & ~PatchedBlock.hasExceptions
    guard width <= 32 else { throw damaged("integers of \(width) bits cannot be") }
    let packed = try take(16 * Int(width))
    // Of no bits, nothing is read.
    BitPacking.unpack(width, packed.baseAddress ?? UnsafeRawPointer(target), target)
    if head & PatchedBlock.hasExceptions != 0 { try patch(target, width) }
  }

  private mutating func patch(
    _ target: UnsafeMutablePointer<BitPacking.Vector>, _ width: UInt8
  ) throws(StorageError) {
    let values = UnsafeMutableRawPointer(target).assumingMemoryBound(to: UInt32.self)
    for _ in 0..<(try byte()) {
      let place = try byte()
      guard place < BitPacking.blockLength, width < 32 else {
        throw damaged("an exception has no place in its block")
      }
      values[Int(place)] |= UInt32(truncatingIfNeeded: try varint() << UInt64(width))
    }
  }

  /// Steps over a block of 128 integers.
  mutating func skipBlock() throws(StorageError) {
    let head = try byte()
    let width = head & ~PatchedBlock.hasExceptions
    guard width <= 32 else { throw damaged("integers of \(width) bits cannot be") }
    try skip(16 * Int(width))
    guard head & PatchedBlock.hasExceptions != 0 else { return }
    for _ in 0..<(try byte()) {
      try skip(1)
      _ = try varint()
    }
  }
}
