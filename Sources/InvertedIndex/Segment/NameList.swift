/// Names of an arena, in its memory.
struct NameList {
  let bytes: UnsafePointer<UInt8>
  let ends: UnsafePointer<UInt32>
  let count: Int

  /// Bytes of all.
  var byteCount: Int { count == 0 ? 0 : Int(ends[count - 1]) }

  subscript(number: Int) -> UnsafeRawBufferPointer {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return UnsafeRawBufferPointer(start: bytes + start, count: Int(ends[number]) - start)
  }
}
