/// Makes clean UTF-8 lines of a file's bytes and says what it did.
///
/// Linear time; the file is copied once where anything but a byte order mark or CRLF needs repair.
enum TextRepair {
  /// The first bytes in which control characters and NUL tell binary data from text.
  private static let sampleInBytes = 1 << 16

  /// Repairs a file, or refuses one that is no UTF-8 text.
  static func repair(
    _ input: [UInt8], file: String
  ) throws(BankError) -> (text: SourceText, notes: [BankNote]) {
    try refuseForeign(input, file: file)
    var notes: [BankNote] = []
    let original = splitLines(input)
    var lines = original
    if input.starts(with: [0xEF, 0xBB, 0xBF]), !lines.isEmpty {
      lines[0].start = 3
      notes.append(BankNote(file: file, line: 1, message: "byte order mark skipped"))
    }
    let damage = Damage(input)
    guard damage.needsCopy else {
      return (SourceText(bytes: input, lines: lines, originalLines: original), notes)
    }
    let mojibake = damage.hasHighBytes ? MojibakeRepair(evidenceIn: input, lines: lines) : nil
    let isValid = !damage.hasHighBytes || ValidUTF8.holds(input)
    guard damage.hasNul || mojibake != nil || !isValid else {
      return (SourceText(bytes: input, lines: lines, originalLines: original), notes)
    }
    var copy = RepairedCopy(file: file, isValid: isValid, capacity: input.count)
    for index in lines.indices {
      copy.append(input, lines[index].range, line: index + 1, mojibake: mojibake)
    }
    notes += copy.notes
    return (SourceText(bytes: copy.bytes, lines: copy.lines, originalLines: original), notes)
  }

  /// Throws for UTF-16 and UTF-32 by their marks or the pattern of NULs, and for binary data.
  private static func refuseForeign(_ input: [UInt8], file: String) throws(BankError) {
    if input.starts(with: [0xFF, 0xFE, 0, 0]) || input.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw BankError.encoding(file: file, name: "UTF-32")
    }
    if input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) {
      throw BankError.encoding(file: file, name: "UTF-16")
    }
    let sample = input.prefix(sampleInBytes)
    var controls = 0
    var firstControl: Int?
    var nuls = (even: 0, odd: 0)
    for (offset, byte) in sample.enumerated() where isControl(byte) {
      controls += 1
      if firstControl == nil { firstControl = offset }
      if byte == 0 { if offset & 1 == 0 { nuls.even += 1 } else { nuls.odd += 1 } }
    }
    guard controls > 0, let firstControl else { return }
    if sample.count >= 4, max(nuls.even, nuls.odd) * 5 > sample.count * 2 - 5,
      min(nuls.even, nuls.odd) * 20 < max(nuls.even, nuls.odd)
    {
      throw BankError.encoding(file: file, name: nuls.odd > nuls.even ? "UTF-16LE" : "UTF-16BE")
    }
    // Text has next to none of them: a stray NUL or escape is repaired, one in fifty is data.
    if controls > 3, controls * 50 > sample.count {
      throw BankError.binary(file: file, offset: firstControl)
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B) || byte == 0x7F
  }

  /// Lines end at LF or CRLF; at CR alone only in a file without any LF, as old Mac files have.
  static func splitLines(_ input: [UInt8]) -> [LineSpan] {
    let lineBreak: UInt8 = input.contains(0x0A) ? 0x0A : 0x0D
    var lines: [LineSpan] = []
    lines.reserveCapacity(input.count / 48 + 1)
    var start = 0
    input.withUnsafeBufferPointer { buffer in
      let bytes = ByteView(buffer)
      while let end = ByteSearch.first(lineBreak, bytes, start..<bytes.count) {
        let isCRLF = lineBreak == 0x0A && end > start && bytes[end - 1] == 0x0D
        lines.append(LineSpan(start, isCRLF ? end - 1 : end))
        start = end + 1
      }
    }
    if start < input.count { lines.append(LineSpan(start, input.count)) }
    return lines
  }

  /// What a first look at all bytes found.
  private struct Damage {
    var hasNul = false
    var hasHighBytes = false
    var needsCopy: Bool { hasNul || hasHighBytes }

    init(_ input: [UInt8]) {
      var low: UInt8 = 0xFF
      var high: UInt8 = 0
      for byte in input {
        low = min(low, byte)
        high |= byte
      }
      hasNul = low == 0 && !input.isEmpty
      hasHighBytes = high & 0x80 != 0
    }
  }
}
