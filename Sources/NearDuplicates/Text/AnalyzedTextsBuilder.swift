import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Gathers texts to compare. Several threads may each fill one, to be joined in order.
///
/// One thread at a time may use it.
public final class AnalyzedTextsBuilder: @unchecked Sendable {
  private var bytes: GrowingBytes
  private var ends: [Int] = []
  private var tokens: [Token] = []

  /// A builder without texts.
  public init() { bytes = GrowingBytes() }

  deinit { bytes.free() }

  /// How many texts were added.
  public var count: Int { ends.count }

  /// Adds a text of which the words stand between white space (Unicode `White_Space`), unchanged.
  ///
  /// Any bytes will do: one that is not valid UTF-8 is part of a word.
  public func append(plain text: UnsafeBufferPointer<UInt8>) {
    bytes.reserve(text.count + 1)
    let start = bytes.count
    var at = 0
    while at < text.count, let base = text.baseAddress {
      let blank = whiteSpaceLength(base + at, text.count - at)
      if blank > 0 {
        // Of blanks in a row one is left, of those before and behind the words none.
        if bytes.count > start, bytes.last != 0x20 { bytes.add(0x20) }
        at += blank
      } else {
        bytes.add(base[at])
        at += 1
      }
    }
    if bytes.count > start, bytes.last == 0x20 { bytes.removeLast() }
    ends.append(bytes.count)
  }

  /// Adds the terms that a session finds in a text; of a compound that also stands as its parts,
  /// the parts, so that it makes no difference how it is spelled.
  public func append(_ text: UnsafeBufferPointer<UInt8>, _ session: AnalysisSession) {
    session.analyze(text, into: &tokens)
    let start = bytes.count
    for (index, token) in tokens.enumerated() {
      if index + 1 < tokens.count, tokens[index + 1].position == token.position { continue }
      session.withTermBytes(token.term) { term in
        bytes.reserve(term.count + 1)
        if bytes.count > start { bytes.add(0x20) }
        bytes.add(term)
      }
    }
    ends.append(bytes.count)
  }

  /// Adds the terms that a session finds in a text.
  public func append(_ text: String, _ session: AnalysisSession) {
    var text = text
    text.withUTF8 { append($0, session) }
  }

  /// The length in bytes of the white space at the start of some bytes, 0 where there is none.
  @inline(__always)
  private func whiteSpaceLength(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let first = text[0]
    if first > 0x20, first < 0x80 { return 0 }
    if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : 0 }
    return wideWhiteSpaceLength(text, count)
  }

  private func wideWhiteSpaceLength(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int {
    guard count > 1 else { return 0 }
    if text[0] == 0xC2 { return text[1] == 0x85 || text[1] == 0xA0 ? 2 : 0 }
    guard count > 2 else { return 0 }
    switch (text[0], text[1], text[2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }
}

extension AnalyzedTexts {
  /// The texts of all builders in order; the builders are empty afterwards.
  public static func joined(_ builders: [AnalyzedTextsBuilder]) -> AnalyzedTexts {
    let count = builders.reduce(0) { $0 + $1.count }
    let offsets = UnsafeMutablePointer<Int>.allocate(capacity: count + 1)
    offsets[0] = 0
    var bytes = GrowingBytes()
    var number = 0
    for builder in builders { number = builder.move(to: &bytes, offsets, number) }
    bytes.reserve(0)
    return AnalyzedTexts(count: count, bytes: bytes.release(), offsets: offsets)
  }
}

extension AnalyzedTextsBuilder {
  /// Moves the bytes and ends of all texts to the end of others; gives the next text's number.
  fileprivate func move(
    to target: inout GrowingBytes, _ offsets: UnsafeMutablePointer<Int>, _ first: Int
  ) -> Int {
    let start = target.count
    if start == 0 {
      target.free()
      target = bytes
    } else {
      target.reserve(bytes.count)
      target.add(UnsafeBufferPointer(start: bytes.base, count: bytes.count))
      bytes.free()
    }
    for (index, end) in ends.enumerated() { offsets[first + index + 1] = start + end }
    bytes = GrowingBytes()
    defer { ends = [] }
    return first + ends.count
  }
}
