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
    // The last byte tells most suffixes apart.
    let size = suffix.utf8CodeUnitCount
    return size <= length && bytes[length &- 1] == suffix.utf8Start[size &- 1]
      && memcmp(bytes + (length - size), suffix.utf8Start, size) == 0
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
    return size <= count && bytes[0] == text.utf8Start[0]
      && memcmp(bytes, text.utf8Start, size) == 0
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

  /// Whether the text stands at an index.
  func contains(_ text: StaticString, at index: Int) -> Bool {
    let size = text.utf8CodeUnitCount
    return index + size <= count && memcmp(bytes + index, text.utf8Start, size) == 0
  }

  /// Where the text first stands in the word, or `nil`.
  func firstIndex(of text: StaticString) -> Int? {
    guard text.utf8CodeUnitCount <= count else { return nil }
    let first = text.utf8Start.pointee
    for i in 0...(count - text.utf8CodeUnitCount) where bytes[i] == first {
      if contains(text, at: i) { return i }
    }
    return nil
  }

  /// Puts the text in place of `length` bytes at an index; the buffer must have room for it.
  mutating func replace(at index: Int, _ length: Int, with text: StaticString) {
    let size = text.utf8CodeUnitCount
    memmove(bytes + index + size, bytes + index + length, count - index - length)
    (bytes + index).update(from: text.utf8Start, count: size)
    count += size - length
  }

  /// Whether one of the first `length` bytes is a, e, i, o, u or y.
  func hasVowel(before length: Int) -> Bool { vowelGroups(before: length) > 0 }

  /// The number of runs of vowels, `y` among them, in the first `length` bytes.
  func vowelGroups(before length: Int) -> Int {
    var groups = 0
    var isInside = false
    for i in 0..<length {
      let isVowel = SnowballEnglish.isVowel(bytes[i]) || bytes[i] == UInt8(ascii: "y")
      if isVowel && !isInside { groups += 1 }
      isInside = isVowel
    }
    return groups
  }
}
