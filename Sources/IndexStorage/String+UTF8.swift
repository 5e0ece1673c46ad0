#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension String {
  /// The text that bytes are in UTF-8, or nil where they are none.
  ///
  /// `String(validating:as:)` does the same; it is generic code of the standard library, and a
  /// process that answers one query reads hundreds of short texts.
  package init?(validUTF8 bytes: UnsafeRawBufferPointer) {
    // Decoding changes bytes if and only if they are not valid.
    var text = String(decoding: bytes, as: UTF8.self)
    let isSame = text.withUTF8 { utf8 in
      guard let decoded = utf8.baseAddress, let given = bytes.baseAddress else {
        return utf8.count == bytes.count
      }
      return utf8.count == bytes.count && memcmp(decoded, given, bytes.count) == 0
    }
    guard isSame else { return nil }
    self = text
  }
}
