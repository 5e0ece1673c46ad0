/// Sixteen bytes of a text that are compared at once.
struct ByteBlock {
  static let width = 16
  let bytes: SIMD16<UInt8>

  /// The bytes from an index on; all of them must lie in the text.
  @inline(__always) init(_ text: ByteView, _ index: Int) {
    precondition(index >= 0 && index <= text.count - ByteBlock.width)
    bytes = UnsafeRawBufferPointer(text.buffer).loadUnaligned(
      fromByteOffset: index, as: SIMD16<UInt8>.self)
  }

  private init(bytes: SIMD16<UInt8>) { self.bytes = bytes }

  /// Capitals of ASCII as small letters; other bytes may change too.
  var lowered: ByteBlock {
    @inline(__always) get { ByteBlock(bytes: bytes | SIMD16(repeating: 0x20)) }
  }

  /// Where a byte stands.
  @inline(__always) func equal(_ byte: UInt8) -> Places {
    Places(bytes .== SIMD16(repeating: byte))
  }

  /// Where a byte of a range stands.
  @inline(__always) func within(_ low: UInt8, _ high: UInt8) -> Places {
    Places((bytes &- SIMD16(repeating: low)) .<= SIMD16(repeating: high &- low))
  }

  /// Some of the sixteen places: each has eight equal bits.
  struct Places {
    private var bits: SIMD2<UInt64>

    @inline(__always) fileprivate init(_ mask: SIMDMask<SIMD16<Int8>>) {
      bits = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    }

    @inline(__always) private init(bits: SIMD2<UInt64>) { self.bits = bits }

    var isEmpty: Bool { @inline(__always) get { bits[0] | bits[1] == 0 } }

    /// The first place, or 16.
    var first: Int {
      @inline(__always) get {
        let low = UInt64(littleEndian: bits[0])
        if low != 0 { return low.trailingZeroBitCount >> 3 }
        return 8 + UInt64(littleEndian: bits[1]).trailingZeroBitCount >> 3
      }
    }

    /// How many places there are.
    var count: Int {
      @inline(__always) get { (bits[0].nonzeroBitCount + bits[1].nonzeroBitCount) >> 3 }
    }

    /// How many of the places are below one of 0…15.
    @inline(__always) func count(below place: Int) -> Int {
      let low = UInt64(littleEndian: bits[0])
      let high = UInt64(littleEndian: bits[1])
      if place < 8 { return (low & (1 << UInt64(place * 8) - 1)).nonzeroBitCount >> 3 }
      return (low.nonzeroBitCount + (high & (1 << UInt64((place - 8) * 8) - 1)).nonzeroBitCount)
        >> 3
    }

    @inline(__always) static func & (left: Places, right: Places) -> Places {
      Places(bits: left.bits & right.bits)
    }
    @inline(__always) static func | (left: Places, right: Places) -> Places {
      Places(bits: left.bits | right.bits)
    }
    /// The places of the left that the right has not.
    @inline(__always) static func - (left: Places, right: Places) -> Places {
      Places(bits: left.bits & ~right.bits)
    }
  }
}
