// Written by generate-unpacking.py; change that instead.

extension BitPacking {
  /// Unpacks the 128 integers of a block of `width` bits, 0 to 32.
  ///
  /// Reads `16 * width` bytes at `source`.
  @inline(__always)
  static func unpack(
    _ width: UInt8, _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    switch width {
    case 0: target.update(repeating: Vector(), count: 32)
    case 1: unpack1(source, target)
    case 2: unpack2(source, target)
    case 3: unpack3(source, target)
    case 4: unpack4(source, target)
    case 5: unpack5(source, target)
    case 6: unpack6(source, target)
    case 7: unpack7(source, target)
    case 8: unpack8(source, target)
    case 9: unpack9(source, target)
    case 10: unpack10(source, target)
    case 11: unpack11(source, target)
    case 12: unpack12(source, target)
    case 13: unpack13(source, target)
    case 14: unpack14(source, target)
    case 15: unpack15(source, target)
    case 16: unpack16(source, target)
    case 17: unpack17(source, target)
    case 18: unpack18(source, target)
    case 19: unpack19(source, target)
    case 20: unpack20(source, target)
    case 21: unpack21(source, target)
    case 22: unpack22(source, target)
    case 23: unpack23(source, target)
    case 24: unpack24(source, target)
    case 25: unpack25(source, target)
    case 26: unpack26(source, target)
    case 27: unpack27(source, target)
    case 28: unpack28(source, target)
    case 29: unpack29(source, target)
    case 30: unpack30(source, target)
    case 31: unpack31(source, target)
    default: unpack32(source, target)
    }
  }

  private static func unpack1(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x1)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 1) & mask
    target[2] = (word0 &>> 2) & mask
    target[3] = (word0 &>> 3) & mask
    target[4] = (word0 &>> 4) & mask
    target[5] = (word0 &>> 5) & mask
    target[6] = (word0 &>> 6) & mask
    target[7] = (word0 &>> 7) & mask
    target[8] = (word0 &>> 8) & mask
    target[9] = (word0 &>> 9) & mask
    target[10] = (word0 &>> 10) & mask
    target[11] = (word0 &>> 11) & mask
    target[12] = (word0 &>> 12) & mask
    target[13] = (word0 &>> 13) & mask
    target[14] = (word0 &>> 14) & mask
    target[15] = (word0 &>> 15) & mask
    target[16] = (word0 &>> 16) & mask
    target[17] = (word0 &>> 17) & mask
    target[18] = (word0 &>> 18) & mask
    target[19] = (word0 &>> 19) & mask
    target[20] = (word0 &>> 20) & mask
    target[21] = (word0 &>> 21) & mask
    target[22] = (word0 &>> 22) & mask
    target[23] = (word0 &>> 23) & mask
    target[24] = (word0 &>> 24) & mask
    target[25] = (word0 &>> 25) & mask
    target[26] = (word0 &>> 26) & mask
    target[27] = (word0 &>> 27) & mask
    target[28] = (word0 &>> 28) & mask
    target[29] = (word0 &>> 29) & mask
    target[30] = (word0 &>> 30) & mask
    target[31] = word0 &>> 31
  }

  private static func unpack2(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x3)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 2) & mask
    target[2] = (word0 &>> 4) & mask
    target[3] = (word0 &>> 6) & mask
    target[4] = (word0 &>> 8) & mask
    target[5] = (word0 &>> 10) & mask
    target[6] = (word0 &>> 12) & mask
    target[7] = (word0 &>> 14) & mask
    target[8] = (word0 &>> 16) & mask
    target[9] = (word0 &>> 18) & mask
    target[10] = (word0 &>> 20) & mask
    target[11] = (word0 &>> 22) & mask
    target[12] = (word0 &>> 24) & mask
    target[13] = (word0 &>> 26) & mask
    target[14] = (word0 &>> 28) & mask
    target[15] = word0 &>> 30
    target[16] = word1 & mask
    target[17] = (word1 &>> 2) & mask
    target[18] = (word1 &>> 4) & mask
    target[19] = (word1 &>> 6) & mask
    target[20] = (word1 &>> 8) & mask
    target[21] = (word1 &>> 10) & mask
    target[22] = (word1 &>> 12) & mask
    target[23] = (word1 &>> 14) & mask
    target[24] = (word1 &>> 16) & mask
    target[25] = (word1 &>> 18) & mask
    target[26] = (word1 &>> 20) & mask
    target[27] = (word1 &>> 22) & mask
    target[28] = (word1 &>> 24) & mask
    target[29] = (word1 &>> 26) & mask
    target[30] = (word1 &>> 28) & mask
    target[31] = word1 &>> 30
  }

  private static func unpack3(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x7)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 3) & mask
    target[2] = (word0 &>> 6) & mask
    target[3] = (word0 &>> 9) & mask
    target[4] = (word0 &>> 12) & mask
    target[5] = (word0 &>> 15) & mask
    target[6] = (word0 &>> 18) & mask
    target[7] = (word0 &>> 21) & mask
    target[8] = (word0 &>> 24) & mask
    target[9] = (word0 &>> 27) & mask
    target[10] = ((word0 &>> 30) | (word1 &<< 2)) & mask
    target[11] = (word1 &>> 1) & mask
    target[12] = (word1 &>> 4) & mask
    target[13] = (word1 &>> 7) & mask
    target[14] = (word1 &>> 10) & mask
    target[15] = (word1 &>> 13) & mask
    target[16] = (word1 &>> 16) & mask
    target[17] = (word1 &>> 19) & mask
    target[18] = (word1 &>> 22) & mask
    target[19] = (word1 &>> 25) & mask
    target[20] = (word1 &>> 28) & mask
    target[21] = ((word1 &>> 31) | (word2 &<< 1)) & mask
    target[22] = (word2 &>> 2) & mask
    target[23] = (word2 &>> 5) & mask
    target[24] = (word2 &>> 8) & mask
    target[25] = (word2 &>> 11) & mask
    target[26] = (word2 &>> 14) & mask
    target[27] = (word2 &>> 17) & mask
    target[28] = (word2 &>> 20) & mask
    target[29] = (word2 &>> 23) & mask
    target[30] = (word2 &>> 26) & mask
    target[31] = word2 &>> 29
  }

  private static func unpack4(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0xF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 4) & mask
    target[2] = (word0 &>> 8) & mask
    target[3] = (word0 &>> 12) & mask
    target[4] = (word0 &>> 16) & mask
    target[5] = (word0 &>> 20) & mask
    target[6] = (word0 &>> 24) & mask
    target[7] = word0 &>> 28
    target[8] = word1 & mask
    target[9] = (word1 &>> 4) & mask
    target[10] = (word1 &>> 8) & mask
    target[11] = (word1 &>> 12) & mask
    target[12] = (word1 &>> 16) & mask
    target[13] = (word1 &>> 20) & mask
    target[14] = (word1 &>> 24) & mask
    target[15] = word1 &>> 28
    target[16] = word2 & mask
    target[17] = (word2 &>> 4) & mask
    target[18] = (word2 &>> 8) & mask
    target[19] = (word2 &>> 12) & mask
    target[20] = (word2 &>> 16) & mask
    target[21] = (word2 &>> 20) & mask
    target[22] = (word2 &>> 24) & mask
    target[23] = word2 &>> 28
    target[24] = word3 & mask
    target[25] = (word3 &>> 4) & mask
    target[26] = (word3 &>> 8) & mask
    target[27] = (word3 &>> 12) & mask
    target[28] = (word3 &>> 16) & mask
    target[29] = (word3 &>> 20) & mask
    target[30] = (word3 &>> 24) & mask
    target[31] = word3 &>> 28
  }

  private static func unpack5(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x1F)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 5) & mask
    target[2] = (word0 &>> 10) & mask
    target[3] = (word0 &>> 15) & mask
    target[4] = (word0 &>> 20) & mask
    target[5] = (word0 &>> 25) & mask
    target[6] = ((word0 &>> 30) | (word1 &<< 2)) & mask
    target[7] = (word1 &>> 3) & mask
    target[8] = (word1 &>> 8) & mask
    target[9] = (word1 &>> 13) & mask
    target[10] = (word1 &>> 18) & mask
    target[11] = (word1 &>> 23) & mask
    target[12] = ((word1 &>> 28) | (word2 &<< 4)) & mask
    target[13] = (word2 &>> 1) & mask
    target[14] = (word2 &>> 6) & mask
    target[15] = (word2 &>> 11) & mask
    target[16] = (word2 &>> 16) & mask
    target[17] = (word2 &>> 21) & mask
    target[18] = (word2 &>> 26) & mask
    target[19] = ((word2 &>> 31) | (word3 &<< 1)) & mask
    target[20] = (word3 &>> 4) & mask
    target[21] = (word3 &>> 9) & mask
    target[22] = (word3 &>> 14) & mask
    target[23] = (word3 &>> 19) & mask
    target[24] = (word3 &>> 24) & mask
    target[25] = ((word3 &>> 29) | (word4 &<< 3)) & mask
    target[26] = (word4 &>> 2) & mask
    target[27] = (word4 &>> 7) & mask
    target[28] = (word4 &>> 12) & mask
    target[29] = (word4 &>> 17) & mask
    target[30] = (word4 &>> 22) & mask
    target[31] = word4 &>> 27
  }

  private static func unpack6(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x3F)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 6) & mask
    target[2] = (word0 &>> 12) & mask
    target[3] = (word0 &>> 18) & mask
    target[4] = (word0 &>> 24) & mask
    target[5] = ((word0 &>> 30) | (word1 &<< 2)) & mask
    target[6] = (word1 &>> 4) & mask
    target[7] = (word1 &>> 10) & mask
    target[8] = (word1 &>> 16) & mask
    target[9] = (word1 &>> 22) & mask
    target[10] = ((word1 &>> 28) | (word2 &<< 4)) & mask
    target[11] = (word2 &>> 2) & mask
    target[12] = (word2 &>> 8) & mask
    target[13] = (word2 &>> 14) & mask
    target[14] = (word2 &>> 20) & mask
    target[15] = word2 &>> 26
    target[16] = word3 & mask
    target[17] = (word3 &>> 6) & mask
    target[18] = (word3 &>> 12) & mask
    target[19] = (word3 &>> 18) & mask
    target[20] = (word3 &>> 24) & mask
    target[21] = ((word3 &>> 30) | (word4 &<< 2)) & mask
    target[22] = (word4 &>> 4) & mask
    target[23] = (word4 &>> 10) & mask
    target[24] = (word4 &>> 16) & mask
    target[25] = (word4 &>> 22) & mask
    target[26] = ((word4 &>> 28) | (word5 &<< 4)) & mask
    target[27] = (word5 &>> 2) & mask
    target[28] = (word5 &>> 8) & mask
    target[29] = (word5 &>> 14) & mask
    target[30] = (word5 &>> 20) & mask
    target[31] = word5 &>> 26
  }

  private static func unpack7(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x7F)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 7) & mask
    target[2] = (word0 &>> 14) & mask
    target[3] = (word0 &>> 21) & mask
    target[4] = ((word0 &>> 28) | (word1 &<< 4)) & mask
    target[5] = (word1 &>> 3) & mask
    target[6] = (word1 &>> 10) & mask
    target[7] = (word1 &>> 17) & mask
    target[8] = (word1 &>> 24) & mask
    target[9] = ((word1 &>> 31) | (word2 &<< 1)) & mask
    target[10] = (word2 &>> 6) & mask
    target[11] = (word2 &>> 13) & mask
    target[12] = (word2 &>> 20) & mask
    target[13] = ((word2 &>> 27) | (word3 &<< 5)) & mask
    target[14] = (word3 &>> 2) & mask
    target[15] = (word3 &>> 9) & mask
    target[16] = (word3 &>> 16) & mask
    target[17] = (word3 &>> 23) & mask
    target[18] = ((word3 &>> 30) | (word4 &<< 2)) & mask
    target[19] = (word4 &>> 5) & mask
    target[20] = (word4 &>> 12) & mask
    target[21] = (word4 &>> 19) & mask
    target[22] = ((word4 &>> 26) | (word5 &<< 6)) & mask
    target[23] = (word5 &>> 1) & mask
    target[24] = (word5 &>> 8) & mask
    target[25] = (word5 &>> 15) & mask
    target[26] = (word5 &>> 22) & mask
    target[27] = ((word5 &>> 29) | (word6 &<< 3)) & mask
    target[28] = (word6 &>> 4) & mask
    target[29] = (word6 &>> 11) & mask
    target[30] = (word6 &>> 18) & mask
    target[31] = word6 &>> 25
  }

  private static func unpack8(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0xFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 8) & mask
    target[2] = (word0 &>> 16) & mask
    target[3] = word0 &>> 24
    target[4] = word1 & mask
    target[5] = (word1 &>> 8) & mask
    target[6] = (word1 &>> 16) & mask
    target[7] = word1 &>> 24
    target[8] = word2 & mask
    target[9] = (word2 &>> 8) & mask
    target[10] = (word2 &>> 16) & mask
    target[11] = word2 &>> 24
    target[12] = word3 & mask
    target[13] = (word3 &>> 8) & mask
    target[14] = (word3 &>> 16) & mask
    target[15] = word3 &>> 24
    target[16] = word4 & mask
    target[17] = (word4 &>> 8) & mask
    target[18] = (word4 &>> 16) & mask
    target[19] = word4 &>> 24
    target[20] = word5 & mask
    target[21] = (word5 &>> 8) & mask
    target[22] = (word5 &>> 16) & mask
    target[23] = word5 &>> 24
    target[24] = word6 & mask
    target[25] = (word6 &>> 8) & mask
    target[26] = (word6 &>> 16) & mask
    target[27] = word6 &>> 24
    target[28] = word7 & mask
    target[29] = (word7 &>> 8) & mask
    target[30] = (word7 &>> 16) & mask
    target[31] = word7 &>> 24
  }

  private static func unpack9(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x1FF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 9) & mask
    target[2] = (word0 &>> 18) & mask
    target[3] = ((word0 &>> 27) | (word1 &<< 5)) & mask
    target[4] = (word1 &>> 4) & mask
    target[5] = (word1 &>> 13) & mask
    target[6] = (word1 &>> 22) & mask
    target[7] = ((word1 &>> 31) | (word2 &<< 1)) & mask
    target[8] = (word2 &>> 8) & mask
    target[9] = (word2 &>> 17) & mask
    target[10] = ((word2 &>> 26) | (word3 &<< 6)) & mask
    target[11] = (word3 &>> 3) & mask
    target[12] = (word3 &>> 12) & mask
    target[13] = (word3 &>> 21) & mask
    target[14] = ((word3 &>> 30) | (word4 &<< 2)) & mask
    target[15] = (word4 &>> 7) & mask
    target[16] = (word4 &>> 16) & mask
    target[17] = ((word4 &>> 25) | (word5 &<< 7)) & mask
    target[18] = (word5 &>> 2) & mask
    target[19] = (word5 &>> 11) & mask
    target[20] = (word5 &>> 20) & mask
    target[21] = ((word5 &>> 29) | (word6 &<< 3)) & mask
    target[22] = (word6 &>> 6) & mask
    target[23] = (word6 &>> 15) & mask
    target[24] = ((word6 &>> 24) | (word7 &<< 8)) & mask
    target[25] = (word7 &>> 1) & mask
    target[26] = (word7 &>> 10) & mask
    target[27] = (word7 &>> 19) & mask
    target[28] = ((word7 &>> 28) | (word8 &<< 4)) & mask
    target[29] = (word8 &>> 5) & mask
    target[30] = (word8 &>> 14) & mask
    target[31] = word8 &>> 23
  }

  private static func unpack10(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x3FF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 10) & mask
    target[2] = (word0 &>> 20) & mask
    target[3] = ((word0 &>> 30) | (word1 &<< 2)) & mask
    target[4] = (word1 &>> 8) & mask
    target[5] = (word1 &>> 18) & mask
    target[6] = ((word1 &>> 28) | (word2 &<< 4)) & mask
    target[7] = (word2 &>> 6) & mask
    target[8] = (word2 &>> 16) & mask
    target[9] = ((word2 &>> 26) | (word3 &<< 6)) & mask
    target[10] = (word3 &>> 4) & mask
    target[11] = (word3 &>> 14) & mask
    target[12] = ((word3 &>> 24) | (word4 &<< 8)) & mask
    target[13] = (word4 &>> 2) & mask
    target[14] = (word4 &>> 12) & mask
    target[15] = word4 &>> 22
    target[16] = word5 & mask
    target[17] = (word5 &>> 10) & mask
    target[18] = (word5 &>> 20) & mask
    target[19] = ((word5 &>> 30) | (word6 &<< 2)) & mask
    target[20] = (word6 &>> 8) & mask
    target[21] = (word6 &>> 18) & mask
    target[22] = ((word6 &>> 28) | (word7 &<< 4)) & mask
    target[23] = (word7 &>> 6) & mask
    target[24] = (word7 &>> 16) & mask
    target[25] = ((word7 &>> 26) | (word8 &<< 6)) & mask
    target[26] = (word8 &>> 4) & mask
    target[27] = (word8 &>> 14) & mask
    target[28] = ((word8 &>> 24) | (word9 &<< 8)) & mask
    target[29] = (word9 &>> 2) & mask
    target[30] = (word9 &>> 12) & mask
    target[31] = word9 &>> 22
  }

  private static func unpack11(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x7FF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 11) & mask
    target[2] = ((word0 &>> 22) | (word1 &<< 10)) & mask
    target[3] = (word1 &>> 1) & mask
    target[4] = (word1 &>> 12) & mask
    target[5] = ((word1 &>> 23) | (word2 &<< 9)) & mask
    target[6] = (word2 &>> 2) & mask
    target[7] = (word2 &>> 13) & mask
    target[8] = ((word2 &>> 24) | (word3 &<< 8)) & mask
    target[9] = (word3 &>> 3) & mask
    target[10] = (word3 &>> 14) & mask
    target[11] = ((word3 &>> 25) | (word4 &<< 7)) & mask
    target[12] = (word4 &>> 4) & mask
    target[13] = (word4 &>> 15) & mask
    target[14] = ((word4 &>> 26) | (word5 &<< 6)) & mask
    target[15] = (word5 &>> 5) & mask
    target[16] = (word5 &>> 16) & mask
    target[17] = ((word5 &>> 27) | (word6 &<< 5)) & mask
    target[18] = (word6 &>> 6) & mask
    target[19] = (word6 &>> 17) & mask
    target[20] = ((word6 &>> 28) | (word7 &<< 4)) & mask
    target[21] = (word7 &>> 7) & mask
    target[22] = (word7 &>> 18) & mask
    target[23] = ((word7 &>> 29) | (word8 &<< 3)) & mask
    target[24] = (word8 &>> 8) & mask
    target[25] = (word8 &>> 19) & mask
    target[26] = ((word8 &>> 30) | (word9 &<< 2)) & mask
    target[27] = (word9 &>> 9) & mask
    target[28] = (word9 &>> 20) & mask
    target[29] = ((word9 &>> 31) | (word10 &<< 1)) & mask
    target[30] = (word10 &>> 10) & mask
    target[31] = word10 &>> 21
  }

  private static func unpack12(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0xFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 12) & mask
    target[2] = ((word0 &>> 24) | (word1 &<< 8)) & mask
    target[3] = (word1 &>> 4) & mask
    target[4] = (word1 &>> 16) & mask
    target[5] = ((word1 &>> 28) | (word2 &<< 4)) & mask
    target[6] = (word2 &>> 8) & mask
    target[7] = word2 &>> 20
    target[8] = word3 & mask
    target[9] = (word3 &>> 12) & mask
    target[10] = ((word3 &>> 24) | (word4 &<< 8)) & mask
    target[11] = (word4 &>> 4) & mask
    target[12] = (word4 &>> 16) & mask
    target[13] = ((word4 &>> 28) | (word5 &<< 4)) & mask
    target[14] = (word5 &>> 8) & mask
    target[15] = word5 &>> 20
    target[16] = word6 & mask
    target[17] = (word6 &>> 12) & mask
    target[18] = ((word6 &>> 24) | (word7 &<< 8)) & mask
    target[19] = (word7 &>> 4) & mask
    target[20] = (word7 &>> 16) & mask
    target[21] = ((word7 &>> 28) | (word8 &<< 4)) & mask
    target[22] = (word8 &>> 8) & mask
    target[23] = word8 &>> 20
    target[24] = word9 & mask
    target[25] = (word9 &>> 12) & mask
    target[26] = ((word9 &>> 24) | (word10 &<< 8)) & mask
    target[27] = (word10 &>> 4) & mask
    target[28] = (word10 &>> 16) & mask
    target[29] = ((word10 &>> 28) | (word11 &<< 4)) & mask
    target[30] = (word11 &>> 8) & mask
    target[31] = word11 &>> 20
  }

  private static func unpack13(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x1FFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 13) & mask
    target[2] = ((word0 &>> 26) | (word1 &<< 6)) & mask
    target[3] = (word1 &>> 7) & mask
    target[4] = ((word1 &>> 20) | (word2 &<< 12)) & mask
    target[5] = (word2 &>> 1) & mask
    target[6] = (word2 &>> 14) & mask
    target[7] = ((word2 &>> 27) | (word3 &<< 5)) & mask
    target[8] = (word3 &>> 8) & mask
    target[9] = ((word3 &>> 21) | (word4 &<< 11)) & mask
    target[10] = (word4 &>> 2) & mask
    target[11] = (word4 &>> 15) & mask
    target[12] = ((word4 &>> 28) | (word5 &<< 4)) & mask
    target[13] = (word5 &>> 9) & mask
    target[14] = ((word5 &>> 22) | (word6 &<< 10)) & mask
    target[15] = (word6 &>> 3) & mask
    target[16] = (word6 &>> 16) & mask
    target[17] = ((word6 &>> 29) | (word7 &<< 3)) & mask
    target[18] = (word7 &>> 10) & mask
    target[19] = ((word7 &>> 23) | (word8 &<< 9)) & mask
    target[20] = (word8 &>> 4) & mask
    target[21] = (word8 &>> 17) & mask
    target[22] = ((word8 &>> 30) | (word9 &<< 2)) & mask
    target[23] = (word9 &>> 11) & mask
    target[24] = ((word9 &>> 24) | (word10 &<< 8)) & mask
    target[25] = (word10 &>> 5) & mask
    target[26] = (word10 &>> 18) & mask
    target[27] = ((word10 &>> 31) | (word11 &<< 1)) & mask
    target[28] = (word11 &>> 12) & mask
    target[29] = ((word11 &>> 25) | (word12 &<< 7)) & mask
    target[30] = (word12 &>> 6) & mask
    target[31] = word12 &>> 19
  }

  private static func unpack14(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x3FFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 14) & mask
    target[2] = ((word0 &>> 28) | (word1 &<< 4)) & mask
    target[3] = (word1 &>> 10) & mask
    target[4] = ((word1 &>> 24) | (word2 &<< 8)) & mask
    target[5] = (word2 &>> 6) & mask
    target[6] = ((word2 &>> 20) | (word3 &<< 12)) & mask
    target[7] = (word3 &>> 2) & mask
    target[8] = (word3 &>> 16) & mask
    target[9] = ((word3 &>> 30) | (word4 &<< 2)) & mask
    target[10] = (word4 &>> 12) & mask
    target[11] = ((word4 &>> 26) | (word5 &<< 6)) & mask
    target[12] = (word5 &>> 8) & mask
    target[13] = ((word5 &>> 22) | (word6 &<< 10)) & mask
    target[14] = (word6 &>> 4) & mask
    target[15] = word6 &>> 18
    target[16] = word7 & mask
    target[17] = (word7 &>> 14) & mask
    target[18] = ((word7 &>> 28) | (word8 &<< 4)) & mask
    target[19] = (word8 &>> 10) & mask
    target[20] = ((word8 &>> 24) | (word9 &<< 8)) & mask
    target[21] = (word9 &>> 6) & mask
    target[22] = ((word9 &>> 20) | (word10 &<< 12)) & mask
    target[23] = (word10 &>> 2) & mask
    target[24] = (word10 &>> 16) & mask
    target[25] = ((word10 &>> 30) | (word11 &<< 2)) & mask
    target[26] = (word11 &>> 12) & mask
    target[27] = ((word11 &>> 26) | (word12 &<< 6)) & mask
    target[28] = (word12 &>> 8) & mask
    target[29] = ((word12 &>> 22) | (word13 &<< 10)) & mask
    target[30] = (word13 &>> 4) & mask
    target[31] = word13 &>> 18
  }

  private static func unpack15(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x7FFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    target[0] = word0 & mask
    target[1] = (word0 &>> 15) & mask
    target[2] = ((word0 &>> 30) | (word1 &<< 2)) & mask
    target[3] = (word1 &>> 13) & mask
    target[4] = ((word1 &>> 28) | (word2 &<< 4)) & mask
    target[5] = (word2 &>> 11) & mask
    target[6] = ((word2 &>> 26) | (word3 &<< 6)) & mask
    target[7] = (word3 &>> 9) & mask
    target[8] = ((word3 &>> 24) | (word4 &<< 8)) & mask
    target[9] = (word4 &>> 7) & mask
    target[10] = ((word4 &>> 22) | (word5 &<< 10)) & mask
    target[11] = (word5 &>> 5) & mask
    target[12] = ((word5 &>> 20) | (word6 &<< 12)) & mask
    target[13] = (word6 &>> 3) & mask
    target[14] = ((word6 &>> 18) | (word7 &<< 14)) & mask
    target[15] = (word7 &>> 1) & mask
    target[16] = (word7 &>> 16) & mask
    target[17] = ((word7 &>> 31) | (word8 &<< 1)) & mask
    target[18] = (word8 &>> 14) & mask
    target[19] = ((word8 &>> 29) | (word9 &<< 3)) & mask
    target[20] = (word9 &>> 12) & mask
    target[21] = ((word9 &>> 27) | (word10 &<< 5)) & mask
    target[22] = (word10 &>> 10) & mask
    target[23] = ((word10 &>> 25) | (word11 &<< 7)) & mask
    target[24] = (word11 &>> 8) & mask
    target[25] = ((word11 &>> 23) | (word12 &<< 9)) & mask
    target[26] = (word12 &>> 6) & mask
    target[27] = ((word12 &>> 21) | (word13 &<< 11)) & mask
    target[28] = (word13 &>> 4) & mask
    target[29] = ((word13 &>> 19) | (word14 &<< 13)) & mask
    target[30] = (word14 &>> 2) & mask
    target[31] = word14 &>> 17
  }

  private static func unpack16(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0xFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    target[0] = word0 & mask
    target[1] = word0 &>> 16
    target[2] = word1 & mask
    target[3] = word1 &>> 16
    target[4] = word2 & mask
    target[5] = word2 &>> 16
    target[6] = word3 & mask
    target[7] = word3 &>> 16
    target[8] = word4 & mask
    target[9] = word4 &>> 16
    target[10] = word5 & mask
    target[11] = word5 &>> 16
    target[12] = word6 & mask
    target[13] = word6 &>> 16
    target[14] = word7 & mask
    target[15] = word7 &>> 16
    target[16] = word8 & mask
    target[17] = word8 &>> 16
    target[18] = word9 & mask
    target[19] = word9 &>> 16
    target[20] = word10 & mask
    target[21] = word10 &>> 16
    target[22] = word11 & mask
    target[23] = word11 &>> 16
    target[24] = word12 & mask
    target[25] = word12 &>> 16
    target[26] = word13 & mask
    target[27] = word13 &>> 16
    target[28] = word14 & mask
    target[29] = word14 &>> 16
    target[30] = word15 & mask
    target[31] = word15 &>> 16
  }

  private static func unpack17(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x1FFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 17) | (word1 &<< 15)) & mask
    target[2] = (word1 &>> 2) & mask
    target[3] = ((word1 &>> 19) | (word2 &<< 13)) & mask
    target[4] = (word2 &>> 4) & mask
    target[5] = ((word2 &>> 21) | (word3 &<< 11)) & mask
    target[6] = (word3 &>> 6) & mask
    target[7] = ((word3 &>> 23) | (word4 &<< 9)) & mask
    target[8] = (word4 &>> 8) & mask
    target[9] = ((word4 &>> 25) | (word5 &<< 7)) & mask
    target[10] = (word5 &>> 10) & mask
    target[11] = ((word5 &>> 27) | (word6 &<< 5)) & mask
    target[12] = (word6 &>> 12) & mask
    target[13] = ((word6 &>> 29) | (word7 &<< 3)) & mask
    target[14] = (word7 &>> 14) & mask
    target[15] = ((word7 &>> 31) | (word8 &<< 1)) & mask
    target[16] = ((word8 &>> 16) | (word9 &<< 16)) & mask
    target[17] = (word9 &>> 1) & mask
    target[18] = ((word9 &>> 18) | (word10 &<< 14)) & mask
    target[19] = (word10 &>> 3) & mask
    target[20] = ((word10 &>> 20) | (word11 &<< 12)) & mask
    target[21] = (word11 &>> 5) & mask
    target[22] = ((word11 &>> 22) | (word12 &<< 10)) & mask
    target[23] = (word12 &>> 7) & mask
    target[24] = ((word12 &>> 24) | (word13 &<< 8)) & mask
    target[25] = (word13 &>> 9) & mask
    target[26] = ((word13 &>> 26) | (word14 &<< 6)) & mask
    target[27] = (word14 &>> 11) & mask
    target[28] = ((word14 &>> 28) | (word15 &<< 4)) & mask
    target[29] = (word15 &>> 13) & mask
    target[30] = ((word15 &>> 30) | (word16 &<< 2)) & mask
    target[31] = word16 &>> 15
  }

  private static func unpack18(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x3FFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 18) | (word1 &<< 14)) & mask
    target[2] = (word1 &>> 4) & mask
    target[3] = ((word1 &>> 22) | (word2 &<< 10)) & mask
    target[4] = (word2 &>> 8) & mask
    target[5] = ((word2 &>> 26) | (word3 &<< 6)) & mask
    target[6] = (word3 &>> 12) & mask
    target[7] = ((word3 &>> 30) | (word4 &<< 2)) & mask
    target[8] = ((word4 &>> 16) | (word5 &<< 16)) & mask
    target[9] = (word5 &>> 2) & mask
    target[10] = ((word5 &>> 20) | (word6 &<< 12)) & mask
    target[11] = (word6 &>> 6) & mask
    target[12] = ((word6 &>> 24) | (word7 &<< 8)) & mask
    target[13] = (word7 &>> 10) & mask
    target[14] = ((word7 &>> 28) | (word8 &<< 4)) & mask
    target[15] = word8 &>> 14
    target[16] = word9 & mask
    target[17] = ((word9 &>> 18) | (word10 &<< 14)) & mask
    target[18] = (word10 &>> 4) & mask
    target[19] = ((word10 &>> 22) | (word11 &<< 10)) & mask
    target[20] = (word11 &>> 8) & mask
    target[21] = ((word11 &>> 26) | (word12 &<< 6)) & mask
    target[22] = (word12 &>> 12) & mask
    target[23] = ((word12 &>> 30) | (word13 &<< 2)) & mask
    target[24] = ((word13 &>> 16) | (word14 &<< 16)) & mask
    target[25] = (word14 &>> 2) & mask
    target[26] = ((word14 &>> 20) | (word15 &<< 12)) & mask
    target[27] = (word15 &>> 6) & mask
    target[28] = ((word15 &>> 24) | (word16 &<< 8)) & mask
    target[29] = (word16 &>> 10) & mask
    target[30] = ((word16 &>> 28) | (word17 &<< 4)) & mask
    target[31] = word17 &>> 14
  }

  private static func unpack19(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x7FFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 19) | (word1 &<< 13)) & mask
    target[2] = (word1 &>> 6) & mask
    target[3] = ((word1 &>> 25) | (word2 &<< 7)) & mask
    target[4] = (word2 &>> 12) & mask
    target[5] = ((word2 &>> 31) | (word3 &<< 1)) & mask
    target[6] = ((word3 &>> 18) | (word4 &<< 14)) & mask
    target[7] = (word4 &>> 5) & mask
    target[8] = ((word4 &>> 24) | (word5 &<< 8)) & mask
    target[9] = (word5 &>> 11) & mask
    target[10] = ((word5 &>> 30) | (word6 &<< 2)) & mask
    target[11] = ((word6 &>> 17) | (word7 &<< 15)) & mask
    target[12] = (word7 &>> 4) & mask
    target[13] = ((word7 &>> 23) | (word8 &<< 9)) & mask
    target[14] = (word8 &>> 10) & mask
    target[15] = ((word8 &>> 29) | (word9 &<< 3)) & mask
    target[16] = ((word9 &>> 16) | (word10 &<< 16)) & mask
    target[17] = (word10 &>> 3) & mask
    target[18] = ((word10 &>> 22) | (word11 &<< 10)) & mask
    target[19] = (word11 &>> 9) & mask
    target[20] = ((word11 &>> 28) | (word12 &<< 4)) & mask
    target[21] = ((word12 &>> 15) | (word13 &<< 17)) & mask
    target[22] = (word13 &>> 2) & mask
    target[23] = ((word13 &>> 21) | (word14 &<< 11)) & mask
    target[24] = (word14 &>> 8) & mask
    target[25] = ((word14 &>> 27) | (word15 &<< 5)) & mask
    target[26] = ((word15 &>> 14) | (word16 &<< 18)) & mask
    target[27] = (word16 &>> 1) & mask
    target[28] = ((word16 &>> 20) | (word17 &<< 12)) & mask
    target[29] = (word17 &>> 7) & mask
    target[30] = ((word17 &>> 26) | (word18 &<< 6)) & mask
    target[31] = word18 &>> 13
  }

  private static func unpack20(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0xFFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 20) | (word1 &<< 12)) & mask
    target[2] = (word1 &>> 8) & mask
    target[3] = ((word1 &>> 28) | (word2 &<< 4)) & mask
    target[4] = ((word2 &>> 16) | (word3 &<< 16)) & mask
    target[5] = (word3 &>> 4) & mask
    target[6] = ((word3 &>> 24) | (word4 &<< 8)) & mask
    target[7] = word4 &>> 12
    target[8] = word5 & mask
    target[9] = ((word5 &>> 20) | (word6 &<< 12)) & mask
    target[10] = (word6 &>> 8) & mask
    target[11] = ((word6 &>> 28) | (word7 &<< 4)) & mask
    target[12] = ((word7 &>> 16) | (word8 &<< 16)) & mask
    target[13] = (word8 &>> 4) & mask
    target[14] = ((word8 &>> 24) | (word9 &<< 8)) & mask
    target[15] = word9 &>> 12
    target[16] = word10 & mask
    target[17] = ((word10 &>> 20) | (word11 &<< 12)) & mask
    target[18] = (word11 &>> 8) & mask
    target[19] = ((word11 &>> 28) | (word12 &<< 4)) & mask
    target[20] = ((word12 &>> 16) | (word13 &<< 16)) & mask
    target[21] = (word13 &>> 4) & mask
    target[22] = ((word13 &>> 24) | (word14 &<< 8)) & mask
    target[23] = word14 &>> 12
    target[24] = word15 & mask
    target[25] = ((word15 &>> 20) | (word16 &<< 12)) & mask
    target[26] = (word16 &>> 8) & mask
    target[27] = ((word16 &>> 28) | (word17 &<< 4)) & mask
    target[28] = ((word17 &>> 16) | (word18 &<< 16)) & mask
    target[29] = (word18 &>> 4) & mask
    target[30] = ((word18 &>> 24) | (word19 &<< 8)) & mask
    target[31] = word19 &>> 12
  }

  private static func unpack21(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x1FFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 21) | (word1 &<< 11)) & mask
    target[2] = (word1 &>> 10) & mask
    target[3] = ((word1 &>> 31) | (word2 &<< 1)) & mask
    target[4] = ((word2 &>> 20) | (word3 &<< 12)) & mask
    target[5] = (word3 &>> 9) & mask
    target[6] = ((word3 &>> 30) | (word4 &<< 2)) & mask
    target[7] = ((word4 &>> 19) | (word5 &<< 13)) & mask
    target[8] = (word5 &>> 8) & mask
    target[9] = ((word5 &>> 29) | (word6 &<< 3)) & mask
    target[10] = ((word6 &>> 18) | (word7 &<< 14)) & mask
    target[11] = (word7 &>> 7) & mask
    target[12] = ((word7 &>> 28) | (word8 &<< 4)) & mask
    target[13] = ((word8 &>> 17) | (word9 &<< 15)) & mask
    target[14] = (word9 &>> 6) & mask
    target[15] = ((word9 &>> 27) | (word10 &<< 5)) & mask
    target[16] = ((word10 &>> 16) | (word11 &<< 16)) & mask
    target[17] = (word11 &>> 5) & mask
    target[18] = ((word11 &>> 26) | (word12 &<< 6)) & mask
    target[19] = ((word12 &>> 15) | (word13 &<< 17)) & mask
    target[20] = (word13 &>> 4) & mask
    target[21] = ((word13 &>> 25) | (word14 &<< 7)) & mask
    target[22] = ((word14 &>> 14) | (word15 &<< 18)) & mask
    target[23] = (word15 &>> 3) & mask
    target[24] = ((word15 &>> 24) | (word16 &<< 8)) & mask
    target[25] = ((word16 &>> 13) | (word17 &<< 19)) & mask
    target[26] = (word17 &>> 2) & mask
    target[27] = ((word17 &>> 23) | (word18 &<< 9)) & mask
    target[28] = ((word18 &>> 12) | (word19 &<< 20)) & mask
    target[29] = (word19 &>> 1) & mask
    target[30] = ((word19 &>> 22) | (word20 &<< 10)) & mask
    target[31] = word20 &>> 11
  }

  private static func unpack22(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x3FFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 22) | (word1 &<< 10)) & mask
    target[2] = ((word1 &>> 12) | (word2 &<< 20)) & mask
    target[3] = (word2 &>> 2) & mask
    target[4] = ((word2 &>> 24) | (word3 &<< 8)) & mask
    target[5] = ((word3 &>> 14) | (word4 &<< 18)) & mask
    target[6] = (word4 &>> 4) & mask
    target[7] = ((word4 &>> 26) | (word5 &<< 6)) & mask
    target[8] = ((word5 &>> 16) | (word6 &<< 16)) & mask
    target[9] = (word6 &>> 6) & mask
    target[10] = ((word6 &>> 28) | (word7 &<< 4)) & mask
    target[11] = ((word7 &>> 18) | (word8 &<< 14)) & mask
    target[12] = (word8 &>> 8) & mask
    target[13] = ((word8 &>> 30) | (word9 &<< 2)) & mask
    target[14] = ((word9 &>> 20) | (word10 &<< 12)) & mask
    target[15] = word10 &>> 10
    target[16] = word11 & mask
    target[17] = ((word11 &>> 22) | (word12 &<< 10)) & mask
    target[18] = ((word12 &>> 12) | (word13 &<< 20)) & mask
    target[19] = (word13 &>> 2) & mask
    target[20] = ((word13 &>> 24) | (word14 &<< 8)) & mask
    target[21] = ((word14 &>> 14) | (word15 &<< 18)) & mask
    target[22] = (word15 &>> 4) & mask
    target[23] = ((word15 &>> 26) | (word16 &<< 6)) & mask
    target[24] = ((word16 &>> 16) | (word17 &<< 16)) & mask
    target[25] = (word17 &>> 6) & mask
    target[26] = ((word17 &>> 28) | (word18 &<< 4)) & mask
    target[27] = ((word18 &>> 18) | (word19 &<< 14)) & mask
    target[28] = (word19 &>> 8) & mask
    target[29] = ((word19 &>> 30) | (word20 &<< 2)) & mask
    target[30] = ((word20 &>> 20) | (word21 &<< 12)) & mask
    target[31] = word21 &>> 10
  }

  private static func unpack23(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x7FFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    let word22 = source.loadUnaligned(fromByteOffset: 352, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 23) | (word1 &<< 9)) & mask
    target[2] = ((word1 &>> 14) | (word2 &<< 18)) & mask
    target[3] = (word2 &>> 5) & mask
    target[4] = ((word2 &>> 28) | (word3 &<< 4)) & mask
    target[5] = ((word3 &>> 19) | (word4 &<< 13)) & mask
    target[6] = ((word4 &>> 10) | (word5 &<< 22)) & mask
    target[7] = (word5 &>> 1) & mask
    target[8] = ((word5 &>> 24) | (word6 &<< 8)) & mask
    target[9] = ((word6 &>> 15) | (word7 &<< 17)) & mask
    target[10] = (word7 &>> 6) & mask
    target[11] = ((word7 &>> 29) | (word8 &<< 3)) & mask
    target[12] = ((word8 &>> 20) | (word9 &<< 12)) & mask
    target[13] = ((word9 &>> 11) | (word10 &<< 21)) & mask
    target[14] = (word10 &>> 2) & mask
    target[15] = ((word10 &>> 25) | (word11 &<< 7)) & mask
    target[16] = ((word11 &>> 16) | (word12 &<< 16)) & mask
    target[17] = (word12 &>> 7) & mask
    target[18] = ((word12 &>> 30) | (word13 &<< 2)) & mask
    target[19] = ((word13 &>> 21) | (word14 &<< 11)) & mask
    target[20] = ((word14 &>> 12) | (word15 &<< 20)) & mask
    target[21] = (word15 &>> 3) & mask
    target[22] = ((word15 &>> 26) | (word16 &<< 6)) & mask
    target[23] = ((word16 &>> 17) | (word17 &<< 15)) & mask
    target[24] = (word17 &>> 8) & mask
    target[25] = ((word17 &>> 31) | (word18 &<< 1)) & mask
    target[26] = ((word18 &>> 22) | (word19 &<< 10)) & mask
    target[27] = ((word19 &>> 13) | (word20 &<< 19)) & mask
    target[28] = (word20 &>> 4) & mask
    target[29] = ((word20 &>> 27) | (word21 &<< 5)) & mask
    target[30] = ((word21 &>> 18) | (word22 &<< 14)) & mask
    target[31] = word22 &>> 9
  }

  private static func unpack24(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0xFFFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    let word22 = source.loadUnaligned(fromByteOffset: 352, as: Vector.self)
    let word23 = source.loadUnaligned(fromByteOffset: 368, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 24) | (word1 &<< 8)) & mask
    target[2] = ((word1 &>> 16) | (word2 &<< 16)) & mask
    target[3] = word2 &>> 8
    target[4] = word3 & mask
    target[5] = ((word3 &>> 24) | (word4 &<< 8)) & mask
    target[6] = ((word4 &>> 16) | (word5 &<< 16)) & mask
    target[7] = word5 &>> 8
    target[8] = word6 & mask
    target[9] = ((word6 &>> 24) | (word7 &<< 8)) & mask
    target[10] = ((word7 &>> 16) | (word8 &<< 16)) & mask
    target[11] = word8 &>> 8
    target[12] = word9 & mask
    target[13] = ((word9 &>> 24) | (word10 &<< 8)) & mask
    target[14] = ((word10 &>> 16) | (word11 &<< 16)) & mask
    target[15] = word11 &>> 8
    target[16] = word12 & mask
    target[17] = ((word12 &>> 24) | (word13 &<< 8)) & mask
    target[18] = ((word13 &>> 16) | (word14 &<< 16)) & mask
    target[19] = word14 &>> 8
    target[20] = word15 & mask
    target[21] = ((word15 &>> 24) | (word16 &<< 8)) & mask
    target[22] = ((word16 &>> 16) | (word17 &<< 16)) & mask
    target[23] = word17 &>> 8
    target[24] = word18 & mask
    target[25] = ((word18 &>> 24) | (word19 &<< 8)) & mask
    target[26] = ((word19 &>> 16) | (word20 &<< 16)) & mask
    target[27] = word20 &>> 8
    target[28] = word21 & mask
    target[29] = ((word21 &>> 24) | (word22 &<< 8)) & mask
    target[30] = ((word22 &>> 16) | (word23 &<< 16)) & mask
    target[31] = word23 &>> 8
  }

  private static func unpack25(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x1FFFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    let word22 = source.loadUnaligned(fromByteOffset: 352, as: Vector.self)
    let word23 = source.loadUnaligned(fromByteOffset: 368, as: Vector.self)
    let word24 = source.loadUnaligned(fromByteOffset: 384, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 25) | (word1 &<< 7)) & mask
    target[2] = ((word1 &>> 18) | (word2 &<< 14)) & mask
    target[3] = ((word2 &>> 11) | (word3 &<< 21)) & mask
    target[4] = (word3 &>> 4) & mask
    target[5] = ((word3 &>> 29) | (word4 &<< 3)) & mask
    target[6] = ((word4 &>> 22) | (word5 &<< 10)) & mask
    target[7] = ((word5 &>> 15) | (word6 &<< 17)) & mask
    target[8] = ((word6 &>> 8) | (word7 &<< 24)) & mask
    target[9] = (word7 &>> 1) & mask
    target[10] = ((word7 &>> 26) | (word8 &<< 6)) & mask
    target[11] = ((word8 &>> 19) | (word9 &<< 13)) & mask
    target[12] = ((word9 &>> 12) | (word10 &<< 20)) & mask
    target[13] = (word10 &>> 5) & mask
    target[14] = ((word10 &>> 30) | (word11 &<< 2)) & mask
    target[15] = ((word11 &>> 23) | (word12 &<< 9)) & mask
    target[16] = ((word12 &>> 16) | (word13 &<< 16)) & mask
    target[17] = ((word13 &>> 9) | (word14 &<< 23)) & mask
    target[18] = (word14 &>> 2) & mask
    target[19] = ((word14 &>> 27) | (word15 &<< 5)) & mask
    target[20] = ((word15 &>> 20) | (word16 &<< 12)) & mask
    target[21] = ((word16 &>> 13) | (word17 &<< 19)) & mask
    target[22] = (word17 &>> 6) & mask
    target[23] = ((word17 &>> 31) | (word18 &<< 1)) & mask
    target[24] = ((word18 &>> 24) | (word19 &<< 8)) & mask
    target[25] = ((word19 &>> 17) | (word20 &<< 15)) & mask
    target[26] = ((word20 &>> 10) | (word21 &<< 22)) & mask
    target[27] = (word21 &>> 3) & mask
    target[28] = ((word21 &>> 28) | (word22 &<< 4)) & mask
    target[29] = ((word22 &>> 21) | (word23 &<< 11)) & mask
    target[30] = ((word23 &>> 14) | (word24 &<< 18)) & mask
    target[31] = word24 &>> 7
  }

  private static func unpack26(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x3FFFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    let word22 = source.loadUnaligned(fromByteOffset: 352, as: Vector.self)
    let word23 = source.loadUnaligned(fromByteOffset: 368, as: Vector.self)
    let word24 = source.loadUnaligned(fromByteOffset: 384, as: Vector.self)
    let word25 = source.loadUnaligned(fromByteOffset: 400, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 26) | (word1 &<< 6)) & mask
    target[2] = ((word1 &>> 20) | (word2 &<< 12)) & mask
    target[3] = ((word2 &>> 14) | (word3 &<< 18)) & mask
    target[4] = ((word3 &>> 8) | (word4 &<< 24)) & mask
    target[5] = (word4 &>> 2) & mask
    target[6] = ((word4 &>> 28) | (word5 &<< 4)) & mask
    target[7] = ((word5 &>> 22) | (word6 &<< 10)) & mask
    target[8] = ((word6 &>> 16) | (word7 &<< 16)) & mask
    target[9] = ((word7 &>> 10) | (word8 &<< 22)) & mask
    target[10] = (word8 &>> 4) & mask
    target[11] = ((word8 &>> 30) | (word9 &<< 2)) & mask
    target[12] = ((word9 &>> 24) | (word10 &<< 8)) & mask
    target[13] = ((word10 &>> 18) | (word11 &<< 14)) & mask
    target[14] = ((word11 &>> 12) | (word12 &<< 20)) & mask
    target[15] = word12 &>> 6
    target[16] = word13 & mask
    target[17] = ((word13 &>> 26) | (word14 &<< 6)) & mask
    target[18] = ((word14 &>> 20) | (word15 &<< 12)) & mask
    target[19] = ((word15 &>> 14) | (word16 &<< 18)) & mask
    target[20] = ((word16 &>> 8) | (word17 &<< 24)) & mask
    target[21] = (word17 &>> 2) & mask
    target[22] = ((word17 &>> 28) | (word18 &<< 4)) & mask
    target[23] = ((word18 &>> 22) | (word19 &<< 10)) & mask
    target[24] = ((word19 &>> 16) | (word20 &<< 16)) & mask
    target[25] = ((word20 &>> 10) | (word21 &<< 22)) & mask
    target[26] = (word21 &>> 4) & mask
    target[27] = ((word21 &>> 30) | (word22 &<< 2)) & mask
    target[28] = ((word22 &>> 24) | (word23 &<< 8)) & mask
    target[29] = ((word23 &>> 18) | (word24 &<< 14)) & mask
    target[30] = ((word24 &>> 12) | (word25 &<< 20)) & mask
    target[31] = word25 &>> 6
  }

  private static func unpack27(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x7FFFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    let word22 = source.loadUnaligned(fromByteOffset: 352, as: Vector.self)
    let word23 = source.loadUnaligned(fromByteOffset: 368, as: Vector.self)
    let word24 = source.loadUnaligned(fromByteOffset: 384, as: Vector.self)
    let word25 = source.loadUnaligned(fromByteOffset: 400, as: Vector.self)
    let word26 = source.loadUnaligned(fromByteOffset: 416, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 27) | (word1 &<< 5)) & mask
    target[2] = ((word1 &>> 22) | (word2 &<< 10)) & mask
    target[3] = ((word2 &>> 17) | (word3 &<< 15)) & mask
    target[4] = ((word3 &>> 12) | (word4 &<< 20)) & mask
    target[5] = ((word4 &>> 7) | (word5 &<< 25)) & mask
    target[6] = (word5 &>> 2) & mask
    target[7] = ((word5 &>> 29) | (word6 &<< 3)) & mask
    target[8] = ((word6 &>> 24) | (word7 &<< 8)) & mask
    target[9] = ((word7 &>> 19) | (word8 &<< 13)) & mask
    target[10] = ((word8 &>> 14) | (word9 &<< 18)) & mask
    target[11] = ((word9 &>> 9) | (word10 &<< 23)) & mask
    target[12] = (word10 &>> 4) & mask
    target[13] = ((word10 &>> 31) | (word11 &<< 1)) & mask
    target[14] = ((word11 &>> 26) | (word12 &<< 6)) & mask
    target[15] = ((word12 &>> 21) | (word13 &<< 11)) & mask
    target[16] = ((word13 &>> 16) | (word14 &<< 16)) & mask
    target[17] = ((word14 &>> 11) | (word15 &<< 21)) & mask
    target[18] = ((word15 &>> 6) | (word16 &<< 26)) & mask
    target[19] = (word16 &>> 1) & mask
    target[20] = ((word16 &>> 28) | (word17 &<< 4)) & mask
    target[21] = ((word17 &>> 23) | (word18 &<< 9)) & mask
    target[22] = ((word18 &>> 18) | (word19 &<< 14)) & mask
    target[23] = ((word19 &>> 13) | (word20 &<< 19)) & mask
    target[24] = ((word20 &>> 8) | (word21 &<< 24)) & mask
    target[25] = (word21 &>> 3) & mask
    target[26] = ((word21 &>> 30) | (word22 &<< 2)) & mask
    target[27] = ((word22 &>> 25) | (word23 &<< 7)) & mask
    target[28] = ((word23 &>> 20) | (word24 &<< 12)) & mask
    target[29] = ((word24 &>> 15) | (word25 &<< 17)) & mask
    target[30] = ((word25 &>> 10) | (word26 &<< 22)) & mask
    target[31] = word26 &>> 5
  }

  private static func unpack28(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0xFFFFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    let word22 = source.loadUnaligned(fromByteOffset: 352, as: Vector.self)
    let word23 = source.loadUnaligned(fromByteOffset: 368, as: Vector.self)
    let word24 = source.loadUnaligned(fromByteOffset: 384, as: Vector.self)
    let word25 = source.loadUnaligned(fromByteOffset: 400, as: Vector.self)
    let word26 = source.loadUnaligned(fromByteOffset: 416, as: Vector.self)
    let word27 = source.loadUnaligned(fromByteOffset: 432, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 28) | (word1 &<< 4)) & mask
    target[2] = ((word1 &>> 24) | (word2 &<< 8)) & mask
    target[3] = ((word2 &>> 20) | (word3 &<< 12)) & mask
    target[4] = ((word3 &>> 16) | (word4 &<< 16)) & mask
    target[5] = ((word4 &>> 12) | (word5 &<< 20)) & mask
    target[6] = ((word5 &>> 8) | (word6 &<< 24)) & mask
    target[7] = word6 &>> 4
    target[8] = word7 & mask
    target[9] = ((word7 &>> 28) | (word8 &<< 4)) & mask
    target[10] = ((word8 &>> 24) | (word9 &<< 8)) & mask
    target[11] = ((word9 &>> 20) | (word10 &<< 12)) & mask
    target[12] = ((word10 &>> 16) | (word11 &<< 16)) & mask
    target[13] = ((word11 &>> 12) | (word12 &<< 20)) & mask
    target[14] = ((word12 &>> 8) | (word13 &<< 24)) & mask
    target[15] = word13 &>> 4
    target[16] = word14 & mask
    target[17] = ((word14 &>> 28) | (word15 &<< 4)) & mask
    target[18] = ((word15 &>> 24) | (word16 &<< 8)) & mask
    target[19] = ((word16 &>> 20) | (word17 &<< 12)) & mask
    target[20] = ((word17 &>> 16) | (word18 &<< 16)) & mask
    target[21] = ((word18 &>> 12) | (word19 &<< 20)) & mask
    target[22] = ((word19 &>> 8) | (word20 &<< 24)) & mask
    target[23] = word20 &>> 4
    target[24] = word21 & mask
    target[25] = ((word21 &>> 28) | (word22 &<< 4)) & mask
    target[26] = ((word22 &>> 24) | (word23 &<< 8)) & mask
    target[27] = ((word23 &>> 20) | (word24 &<< 12)) & mask
    target[28] = ((word24 &>> 16) | (word25 &<< 16)) & mask
    target[29] = ((word25 &>> 12) | (word26 &<< 20)) & mask
    target[30] = ((word26 &>> 8) | (word27 &<< 24)) & mask
    target[31] = word27 &>> 4
  }

  private static func unpack29(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x1FFFFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    let word22 = source.loadUnaligned(fromByteOffset: 352, as: Vector.self)
    let word23 = source.loadUnaligned(fromByteOffset: 368, as: Vector.self)
    let word24 = source.loadUnaligned(fromByteOffset: 384, as: Vector.self)
    let word25 = source.loadUnaligned(fromByteOffset: 400, as: Vector.self)
    let word26 = source.loadUnaligned(fromByteOffset: 416, as: Vector.self)
    let word27 = source.loadUnaligned(fromByteOffset: 432, as: Vector.self)
    let word28 = source.loadUnaligned(fromByteOffset: 448, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 29) | (word1 &<< 3)) & mask
    target[2] = ((word1 &>> 26) | (word2 &<< 6)) & mask
    target[3] = ((word2 &>> 23) | (word3 &<< 9)) & mask
    target[4] = ((word3 &>> 20) | (word4 &<< 12)) & mask
    target[5] = ((word4 &>> 17) | (word5 &<< 15)) & mask
    target[6] = ((word5 &>> 14) | (word6 &<< 18)) & mask
    target[7] = ((word6 &>> 11) | (word7 &<< 21)) & mask
    target[8] = ((word7 &>> 8) | (word8 &<< 24)) & mask
    target[9] = ((word8 &>> 5) | (word9 &<< 27)) & mask
    target[10] = (word9 &>> 2) & mask
    target[11] = ((word9 &>> 31) | (word10 &<< 1)) & mask
    target[12] = ((word10 &>> 28) | (word11 &<< 4)) & mask
    target[13] = ((word11 &>> 25) | (word12 &<< 7)) & mask
    target[14] = ((word12 &>> 22) | (word13 &<< 10)) & mask
    target[15] = ((word13 &>> 19) | (word14 &<< 13)) & mask
    target[16] = ((word14 &>> 16) | (word15 &<< 16)) & mask
    target[17] = ((word15 &>> 13) | (word16 &<< 19)) & mask
    target[18] = ((word16 &>> 10) | (word17 &<< 22)) & mask
    target[19] = ((word17 &>> 7) | (word18 &<< 25)) & mask
    target[20] = ((word18 &>> 4) | (word19 &<< 28)) & mask
    target[21] = (word19 &>> 1) & mask
    target[22] = ((word19 &>> 30) | (word20 &<< 2)) & mask
    target[23] = ((word20 &>> 27) | (word21 &<< 5)) & mask
    target[24] = ((word21 &>> 24) | (word22 &<< 8)) & mask
    target[25] = ((word22 &>> 21) | (word23 &<< 11)) & mask
    target[26] = ((word23 &>> 18) | (word24 &<< 14)) & mask
    target[27] = ((word24 &>> 15) | (word25 &<< 17)) & mask
    target[28] = ((word25 &>> 12) | (word26 &<< 20)) & mask
    target[29] = ((word26 &>> 9) | (word27 &<< 23)) & mask
    target[30] = ((word27 &>> 6) | (word28 &<< 26)) & mask
    target[31] = word28 &>> 3
  }

  private static func unpack30(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x3FFFFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    let word22 = source.loadUnaligned(fromByteOffset: 352, as: Vector.self)
    let word23 = source.loadUnaligned(fromByteOffset: 368, as: Vector.self)
    let word24 = source.loadUnaligned(fromByteOffset: 384, as: Vector.self)
    let word25 = source.loadUnaligned(fromByteOffset: 400, as: Vector.self)
    let word26 = source.loadUnaligned(fromByteOffset: 416, as: Vector.self)
    let word27 = source.loadUnaligned(fromByteOffset: 432, as: Vector.self)
    let word28 = source.loadUnaligned(fromByteOffset: 448, as: Vector.self)
    let word29 = source.loadUnaligned(fromByteOffset: 464, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 30) | (word1 &<< 2)) & mask
    target[2] = ((word1 &>> 28) | (word2 &<< 4)) & mask
    target[3] = ((word2 &>> 26) | (word3 &<< 6)) & mask
    target[4] = ((word3 &>> 24) | (word4 &<< 8)) & mask
    target[5] = ((word4 &>> 22) | (word5 &<< 10)) & mask
    target[6] = ((word5 &>> 20) | (word6 &<< 12)) & mask
    target[7] = ((word6 &>> 18) | (word7 &<< 14)) & mask
    target[8] = ((word7 &>> 16) | (word8 &<< 16)) & mask
    target[9] = ((word8 &>> 14) | (word9 &<< 18)) & mask
    target[10] = ((word9 &>> 12) | (word10 &<< 20)) & mask
    target[11] = ((word10 &>> 10) | (word11 &<< 22)) & mask
    target[12] = ((word11 &>> 8) | (word12 &<< 24)) & mask
    target[13] = ((word12 &>> 6) | (word13 &<< 26)) & mask
    target[14] = ((word13 &>> 4) | (word14 &<< 28)) & mask
    target[15] = word14 &>> 2
    target[16] = word15 & mask
    target[17] = ((word15 &>> 30) | (word16 &<< 2)) & mask
    target[18] = ((word16 &>> 28) | (word17 &<< 4)) & mask
    target[19] = ((word17 &>> 26) | (word18 &<< 6)) & mask
    target[20] = ((word18 &>> 24) | (word19 &<< 8)) & mask
    target[21] = ((word19 &>> 22) | (word20 &<< 10)) & mask
    target[22] = ((word20 &>> 20) | (word21 &<< 12)) & mask
    target[23] = ((word21 &>> 18) | (word22 &<< 14)) & mask
    target[24] = ((word22 &>> 16) | (word23 &<< 16)) & mask
    target[25] = ((word23 &>> 14) | (word24 &<< 18)) & mask
    target[26] = ((word24 &>> 12) | (word25 &<< 20)) & mask
    target[27] = ((word25 &>> 10) | (word26 &<< 22)) & mask
    target[28] = ((word26 &>> 8) | (word27 &<< 24)) & mask
    target[29] = ((word27 &>> 6) | (word28 &<< 26)) & mask
    target[30] = ((word28 &>> 4) | (word29 &<< 28)) & mask
    target[31] = word29 &>> 2
  }

  private static func unpack31(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let mask = Vector(repeating: 0x7FFFFFFF)
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    let word22 = source.loadUnaligned(fromByteOffset: 352, as: Vector.self)
    let word23 = source.loadUnaligned(fromByteOffset: 368, as: Vector.self)
    let word24 = source.loadUnaligned(fromByteOffset: 384, as: Vector.self)
    let word25 = source.loadUnaligned(fromByteOffset: 400, as: Vector.self)
    let word26 = source.loadUnaligned(fromByteOffset: 416, as: Vector.self)
    let word27 = source.loadUnaligned(fromByteOffset: 432, as: Vector.self)
    let word28 = source.loadUnaligned(fromByteOffset: 448, as: Vector.self)
    let word29 = source.loadUnaligned(fromByteOffset: 464, as: Vector.self)
    let word30 = source.loadUnaligned(fromByteOffset: 480, as: Vector.self)
    target[0] = word0 & mask
    target[1] = ((word0 &>> 31) | (word1 &<< 1)) & mask
    target[2] = ((word1 &>> 30) | (word2 &<< 2)) & mask
    target[3] = ((word2 &>> 29) | (word3 &<< 3)) & mask
    target[4] = ((word3 &>> 28) | (word4 &<< 4)) & mask
    target[5] = ((word4 &>> 27) | (word5 &<< 5)) & mask
    target[6] = ((word5 &>> 26) | (word6 &<< 6)) & mask
    target[7] = ((word6 &>> 25) | (word7 &<< 7)) & mask
    target[8] = ((word7 &>> 24) | (word8 &<< 8)) & mask
    target[9] = ((word8 &>> 23) | (word9 &<< 9)) & mask
    target[10] = ((word9 &>> 22) | (word10 &<< 10)) & mask
    target[11] = ((word10 &>> 21) | (word11 &<< 11)) & mask
    target[12] = ((word11 &>> 20) | (word12 &<< 12)) & mask
    target[13] = ((word12 &>> 19) | (word13 &<< 13)) & mask
    target[14] = ((word13 &>> 18) | (word14 &<< 14)) & mask
    target[15] = ((word14 &>> 17) | (word15 &<< 15)) & mask
    target[16] = ((word15 &>> 16) | (word16 &<< 16)) & mask
    target[17] = ((word16 &>> 15) | (word17 &<< 17)) & mask
    target[18] = ((word17 &>> 14) | (word18 &<< 18)) & mask
    target[19] = ((word18 &>> 13) | (word19 &<< 19)) & mask
    target[20] = ((word19 &>> 12) | (word20 &<< 20)) & mask
    target[21] = ((word20 &>> 11) | (word21 &<< 21)) & mask
    target[22] = ((word21 &>> 10) | (word22 &<< 22)) & mask
    target[23] = ((word22 &>> 9) | (word23 &<< 23)) & mask
    target[24] = ((word23 &>> 8) | (word24 &<< 24)) & mask
    target[25] = ((word24 &>> 7) | (word25 &<< 25)) & mask
    target[26] = ((word25 &>> 6) | (word26 &<< 26)) & mask
    target[27] = ((word26 &>> 5) | (word27 &<< 27)) & mask
    target[28] = ((word27 &>> 4) | (word28 &<< 28)) & mask
    target[29] = ((word28 &>> 3) | (word29 &<< 29)) & mask
    target[30] = ((word29 &>> 2) | (word30 &<< 30)) & mask
    target[31] = word30 &>> 1
  }

  private static func unpack32(
    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    let word0 = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
    let word1 = source.loadUnaligned(fromByteOffset: 16, as: Vector.self)
    let word2 = source.loadUnaligned(fromByteOffset: 32, as: Vector.self)
    let word3 = source.loadUnaligned(fromByteOffset: 48, as: Vector.self)
    let word4 = source.loadUnaligned(fromByteOffset: 64, as: Vector.self)
    let word5 = source.loadUnaligned(fromByteOffset: 80, as: Vector.self)
    let word6 = source.loadUnaligned(fromByteOffset: 96, as: Vector.self)
    let word7 = source.loadUnaligned(fromByteOffset: 112, as: Vector.self)
    let word8 = source.loadUnaligned(fromByteOffset: 128, as: Vector.self)
    let word9 = source.loadUnaligned(fromByteOffset: 144, as: Vector.self)
    let word10 = source.loadUnaligned(fromByteOffset: 160, as: Vector.self)
    let word11 = source.loadUnaligned(fromByteOffset: 176, as: Vector.self)
    let word12 = source.loadUnaligned(fromByteOffset: 192, as: Vector.self)
    let word13 = source.loadUnaligned(fromByteOffset: 208, as: Vector.self)
    let word14 = source.loadUnaligned(fromByteOffset: 224, as: Vector.self)
    let word15 = source.loadUnaligned(fromByteOffset: 240, as: Vector.self)
    let word16 = source.loadUnaligned(fromByteOffset: 256, as: Vector.self)
    let word17 = source.loadUnaligned(fromByteOffset: 272, as: Vector.self)
    let word18 = source.loadUnaligned(fromByteOffset: 288, as: Vector.self)
    let word19 = source.loadUnaligned(fromByteOffset: 304, as: Vector.self)
    let word20 = source.loadUnaligned(fromByteOffset: 320, as: Vector.self)
    let word21 = source.loadUnaligned(fromByteOffset: 336, as: Vector.self)
    let word22 = source.loadUnaligned(fromByteOffset: 352, as: Vector.self)
    let word23 = source.loadUnaligned(fromByteOffset: 368, as: Vector.self)
    let word24 = source.loadUnaligned(fromByteOffset: 384, as: Vector.self)
    let word25 = source.loadUnaligned(fromByteOffset: 400, as: Vector.self)
    let word26 = source.loadUnaligned(fromByteOffset: 416, as: Vector.self)
    let word27 = source.loadUnaligned(fromByteOffset: 432, as: Vector.self)
    let word28 = source.loadUnaligned(fromByteOffset: 448, as: Vector.self)
    let word29 = source.loadUnaligned(fromByteOffset: 464, as: Vector.self)
    let word30 = source.loadUnaligned(fromByteOffset: 480, as: Vector.self)
    let word31 = source.loadUnaligned(fromByteOffset: 496, as: Vector.self)
    target[0] = word0
    target[1] = word1
    target[2] = word2
    target[3] = word3
    target[4] = word4
    target[5] = word5
    target[6] = word6
    target[7] = word7
    target[8] = word8
    target[9] = word9
    target[10] = word10
    target[11] = word11
    target[12] = word12
    target[13] = word13
    target[14] = word14
    target[15] = word15
    target[16] = word16
    target[17] = word17
    target[18] = word18
    target[19] = word19
    target[20] = word20
    target[21] = word21
    target[22] = word22
    target[23] = word23
    target[24] = word24
    target[25] = word25
    target[26] = word26
    target[27] = word27
    target[28] = word28
    target[29] = word29
    target[30] = word30
    target[31] = word31
  }
}
