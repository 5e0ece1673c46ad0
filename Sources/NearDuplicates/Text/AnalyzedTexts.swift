#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Texts to compare, as analysis left them: words with one blank between them, in one block of
/// memory.
///
/// Texts have numbers from 0, in the order in which they were added. Immutable, so threads may
/// share it. It takes the bytes of the texts and eight more for each.
public final class AnalyzedTexts: @unchecked Sendable {
  /// How many texts there are.
  public let count: Int
  let bytes: UnsafeMutablePointer<UInt8>
  /// Where each text begins, and where the last ends.
  let offsets: UnsafeMutablePointer<Int>

  /// Readable bytes behind the last text, so that words may be loaded whole.
  static let slack = 16

  init(count: Int, bytes: UnsafeMutablePointer<UInt8>, offsets: UnsafeMutablePointer<Int>) {
    self.count = count
    self.bytes = bytes
    self.offsets = offsets
  }

  deinit {
    free(bytes)
    offsets.deallocate()
  }

  /// Texts of which the words stand between white space, unchanged.
  public static func plain(_ texts: [String]) -> AnalyzedTexts {
    let builder = AnalyzedTextsBuilder()
    for text in texts {
      var text = text
      text.withUTF8 { builder.append(plain: $0) }
    }
    return AnalyzedTexts.joined([builder])
  }

  /// All bytes of all texts.
  public var byteCount: Int { offsets[count] }

  /// The bytes of a text, of which the number must be below ``count``; valid while this lives.
  func text(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: bytes + offsets[number], count: offsets[number + 1] - offsets[number])
  }

  /// A text by its number, which must be below ``count``.
  public subscript(number: Int) -> String { String(decoding: text(number), as: UTF8.self) }

  /// For each text a number that depends on its content alone (``XXHash64``).
  public var contentKeys: [UInt64] {
    (0..<count).map { XXHash64.hash(UnsafeRawBufferPointer(text($0))) }
  }

  /// Divides the texts into ranges of about as many bytes.
  func ranges(_ parts: Int) -> [Range<Int>] {
    var bounds = [0]
    var number = 0
    for part in 1..<max(parts, 1) {
      let goal = byteCount / parts * part
      while number < count, offsets[number] < goal { number += 1 }
      bounds.append(number)
    }
    bounds.append(count)
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }
}
