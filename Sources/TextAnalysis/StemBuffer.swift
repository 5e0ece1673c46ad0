#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A word that is shortened in place, at its end: what both stemmers work on.
struct StemBuffer {
  /// The bytes of the word: lower-case ASCII letters, and others that count as consonants.
  let bytes: UnsafeMutablePointer<UInt8>

  /// The length of the word in bytes.
  var count: Int

  subscript(_ index: Int) -> UInt8 {
    @inline(__always) get { bytes[index] }
    @inline(__always) nonmutating set { bytes[index] = newValue }
  }

  /// Whether the first `length` bytes of the word end in the suffix.
  @inline(__always)
  func ends(in suffix: StaticString, within length: Int) -> Bool {
    let size = suffix.utf8CodeUnitCount
    return size <= length && memcmp(bytes + (length - size), suffix.utf8Start, size) == 0
  }

  /// Whether the word ends in the suffix.
  @inline(__always)
  func ends(in suffix: StaticString) -> Bool { ends(in: suffix, within: count) }

  /// Whether the first `length` bytes of the word are exactly this text.
  @inline(__always)
  func equals(_ text: StaticString, within length: Int) -> Bool {
    length == text.utf8CodeUnitCount && memcmp(bytes, text.utf8Start, length) == 0
  }

  /// Whether the word begins with the text.
  @inline(__always)
  func begins(with text: StaticString) -> Bool {
    let size = text.utf8CodeUnitCount
    return size <= count && memcmp(bytes, text.utf8Start, size) == 0
  }

  /// Puts the text in place of all that follows the first `length` bytes.
  ///
  /// The buffer must have room for it; a stem is never longer than its word.
  @inline(__always)
  mutating func replace(after length: Int, with text: StaticString) {
    let size = text.utf8CodeUnitCount
    (bytes + length).update(from: text.utf8Start, count: size)
    count = length + size
  }
}
