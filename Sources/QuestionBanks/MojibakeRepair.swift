/// Restores UTF-8 text that was decoded as Windows-1252 or Mac Roman and encoded again ("mojibake":
/// `â€™` or `‚Äô` for `’`).
///
/// A sequence is restored when its characters, taken back to bytes of the wrong encoding, are one
/// valid UTF-8 character: by construction encoding that character again gives the sequence. Those
/// that give punctuation, symbols or emoji never meet by chance. Shorter ones (`√π`, `…é`) and
/// those that give letters of other scripts (French `é »` with a no-break space) do, so they are
/// restored only in files with sure ones or many, and where they outnumber other such characters.
struct MojibakeRepair: Sendable {
  private static let windows1252 = Codepage(
    name: "Windows-1252",
    upperHalf: """
      \u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\
      \u{2039}\u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\
      \u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}\u{A0}\
      \u{A1}\u{A2}\u{A3}\u{A4}\u{A5}\u{A6}\u{A7}\u{A8}\u{A9}\u{AA}\u{AB}\u{AC}\u{AD}\u{AE}\
      \u{AF}\u{B0}\u{B1}\u{B2}\u{B3}\u{B4}\u{B5}\u{B6}\u{B7}\u{B8}\u{B9}\u{BA}\u{BB}\u{BC}\
      \u{BD}\u{BE}\u{BF}\u{C0}\u{C1}\u{C2}\u{C3}\u{C4}\u{C5}\u{C6}\u{C7}\u{C8}\u{C9}\u{CA}\
      \u{CB}\u{CC}\u{CD}\u{CE}\u{CF}\u{D0}\u{D1}\u{D2}\u{D3}\u{D4}\u{D5}\u{D6}\u{D7}\u{D8}\
      \u{D9}\u{DA}\u{DB}\u{DC}\u{DD}\u{DE}\u{DF}\u{E0}\u{E1}\u{E2}\u{E3}\u{E4}\u{E5}\u{E6}\
      \u{E7}\u{E8}\u{E9}\u{EA}\u{EB}\u{EC}\u{ED}\u{EE}\u{EF}\u{F0}\u{F1}\u{F2}\u{F3}\u{F4}\
      \u{F5}\u{F6}\u{F7}\u{F8}\u{F9}\u{FA}\u{FB}\u{FC}\u{FD}\u{FE}\u{FF}
      """)
  private static let macRoman = Codepage(
    name: "Mac Roman",
    upperHalf: """
      \u{C4}\u{C5}\u{C7}\u{C9}\u{D1}\u{D6}\u{DC}\u{E1}\u{E0}\u{E2}\u{E4}\u{E3}\u{E5}\u{E7}\
      \u{E9}\u{E8}\u{EA}\u{EB}\u{ED}\u{EC}\u{EE}\u{EF}\u{F1}\u{F3}\u{F2}\u{F4}\u{F6}\u{F5}\
      \u{FA}\u{F9}\u{FB}\u{FC}\u{2020}\u{B0}\u{A2}\u{A3}\u{A7}\u{2022}\u{B6}\u{DF}\u{AE}\
      \u{A9}\u{2122}\u{B4}\u{A8}\u{2260}\u{C6}\u{D8}\u{221E}\u{B1}\u{2264}\u{2265}\u{A5}\
      \u{B5}\u{2202}\u{2211}\u{220F}\u{3C0}\u{222B}\u{AA}\u{BA}\u{3A9}\u{E6}\u{F8}\u{BF}\
      \u{A1}\u{AC}\u{221A}\u{192}\u{2248}\u{2206}\u{AB}\u{BB}\u{2026}\u{A0}\u{C0}\u{C3}\
      \u{D5}\u{152}\u{153}\u{2013}\u{2014}\u{201C}\u{201D}\u{2018}\u{2019}\u{F7}\u{25CA}\
      \u{FF}\u{178}\u{2044}\u{20AC}\u{2039}\u{203A}\u{FB01}\u{FB02}\u{2021}\u{B7}\u{201A}\
      \u{201E}\u{2030}\u{C2}\u{CA}\u{C1}\u{CB}\u{C8}\u{CD}\u{CE}\u{CF}\u{CC}\u{D3}\u{D4}\
      \u{F8FF}\u{D2}\u{DA}\u{DB}\u{D9}\u{131}\u{2C6}\u{2DC}\u{AF}\u{2D8}\u{2D9}\u{2DA}\
      \u{B8}\u{2DD}\u{2DB}\u{2C7}
      """)

  private let plans: [Plan]
  /// The encodings that the text went through, for people.
  var names: String { plans.map(\.codepage.name).joined(separator: " and ") }

  private struct Plan: Sendable {
    var codepage: Codepage
    var repairsDoubtful: Bool
  }

  /// Looks for evidence in a file; `nil` where there is none. Lines are ranges of `bytes`.
  init?(evidenceIn bytes: [UInt8], lines: [LineSpan]) {
    var counts = [Counts(), Counts()]
    let codepages = [Self.windows1252, Self.macRoman]
    // Runs do not reach over line breaks, so that all lines are looked at as one.
    let start = lines.first?.range.lowerBound ?? 0
    Self.forEachRun(bytes, start..<bytes.count) { scalars in
      for index in codepages.indices { counts[index].add(scalars, codepages[index]) }
    } lone: {
      for index in codepages.indices { counts[index].others += 1 }
    }
    plans = codepages.indices.compactMap { index in
      let count = counts[index]
      let repairsDoubtful =
        count.doubtful > 0 && (count.sure > 0 || count.doubtful >= 3)
        && count.doubtful >= count.others
      guard count.sure > 0 || repairsDoubtful else { return nil }
      return Plan(codepage: codepages[index], repairsDoubtful: repairsDoubtful)
    }
    if plans.isEmpty { return nil }
  }

  /// The line restored, or `nil` where there is nothing to restore.
  func repaired(_ line: [UInt8]) -> [UInt8]? {
    var hasRun = false
    Self.forEachRun(line, 0..<line.count) { _ in
      hasRun = true
    } lone: {
    }
    // A sequence is of two characters beyond ASCII or more.
    guard hasRun else { return nil }
    var scalars = Self.scalars(line[...])
    var changed = false
    for plan in plans {
      var result: [UInt32] = []
      result.reserveCapacity(scalars.count)
      var index = 0
      while index < scalars.count {
        if scalars[index] >= 0x80, let found = plan.codepage.character(at: index, in: scalars),
          found.isSure || plan.repairsDoubtful
        {
          result.append(found.value)
          index += found.length
          changed = true
        } else {
          result.append(scalars[index])
          index += 1
        }
      }
      scalars = result
    }
    guard changed else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    for value in scalars {
      if value < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: value))
      } else {
        UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}").map { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }

  private static func scalars(_ bytes: some Collection<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      scalars.append(scalar.value)
    }
    return scalars
  }

  /// Calls a closure with every run of characters beyond ASCII, and another where one stands alone.
  private static func forEachRun(
    _ bytes: [UInt8], _ range: Range<Int>, _ run: ([UInt32]) -> Void, lone: () -> Void
  ) {
    bytes.withUnsafeBufferPointer { forEachRun(ByteView($0), range, run, lone: lone) }
  }

  private static func forEachRun(
    _ bytes: ByteView, _ range: Range<Int>, _ run: ([UInt32]) -> Void, lone: () -> Void
  ) {
    var index = range.lowerBound
    while true {
      index = ByteSearch.firstWide(bytes, index..<range.upperBound)
      guard index < range.upperBound else { return }
      let start = index
      while index < range.upperBound, bytes[index] >= 0x80 { index += 1 }
      // By the lead byte, where it settles that the character is valid.
      let length: Int
      switch bytes[start] {
      case 0xC2...0xDF: length = 2
      case 0xE1...0xEC, 0xEE...0xEF: length = 3
      default: length = 0
      }
      let isLone = index - start == length && (start + 1..<index).allSatisfy { bytes[$0] < 0xC0 }
      if isLone { lone() } else { run(scalars(bytes.view(start..<index))) }
    }
  }

  /// A character found behind some scalars.
  private struct Sequence {
    var value: UInt32
    var length: Int
    /// Whether such scalars never meet by chance.
    var isSure: Bool {
      length == 4 || (length == 3 && (value >= 0x2000 && value <= 0x2BFF || value >> 4 == 0xFE0))
    }
  }

  /// Sequences found in a file for one encoding.
  private struct Counts {
    var sure = 0
    var doubtful = 0
    /// Characters beyond ASCII that the encoding could have made and that are in no sequence.
    var others = 0

    mutating func add(_ scalars: [UInt32], _ codepage: Codepage) {
      var index = 0
      while index < scalars.count {
        guard scalars[index] >= 0x80 else {
          index += 1
          continue
        }
        if let found = codepage.character(at: index, in: scalars) {
          if found.isSure { sure += 1 } else { doubtful += 1 }
          index += found.length
        } else {
          others += 1
          index += 1
        }
      }
    }
  }

  /// A single-byte encoding's upper half, backwards.
  private struct Codepage: Sendable {
    let name: String
    private let byteOf: [UInt32: UInt8]

    init(name: String, upperHalf: String) {
      self.name = name
      var byteOf: [UInt32: UInt8] = [:]
      for (offset, scalar) in upperHalf.unicodeScalars.enumerated() {
        byteOf[scalar.value] = UInt8(truncatingIfNeeded: 0x80 + offset)
      }
      // Bytes without a character are often passed on as the C1 control of the same number.
      for value in UInt32(0x80)...0x9F where byteOf[value] == nil {
        byteOf[value] = UInt8(truncatingIfNeeded: value)
      }
      self.byteOf = byteOf
    }

    /// The UTF-8 character whose bytes the scalars from `index` stand for, and their number.
    func character(at index: Int, in scalars: [UInt32]) -> Sequence? {
      guard let lead = byteOf[scalars[index]], lead >= 0xC2, lead <= 0xF4 else { return nil }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard index + length <= scalars.count else { return nil }
      var bytes = [lead]
      for next in scalars[(index + 1)..<(index + length)] {
        guard let byte = byteOf[next], byte & 0xC0 == 0x80 else { return nil }
        bytes.append(byte)
      }
      guard let text = String(validating: bytes, as: UTF8.self),
        let scalar = text.unicodeScalars.first, scalar.value >= 0xA0
      else { return nil }
      return Sequence(value: scalar.value, length: length)
    }
  }
}
