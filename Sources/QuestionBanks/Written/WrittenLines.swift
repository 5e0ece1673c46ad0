/// The lines of a written bank with their places in its bytes.
struct WrittenLines {
  private let bytes: [UInt8]
  private let spans: [Range<Int>]
  private let texts: [String]
  /// Bytes of a byte order mark at the beginning, which belongs to no line.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Lines end at LF or CRLF. What is no UTF-8 becomes U+FFFD.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var spans: [Range<Int>] = []
    var start = bytes.starts(with: Self.mark) ? Self.mark.count : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let isCRLF = end > start && end < bytes.count && bytes[end - 1] == 0x0D
      spans.append(start..<(isCRLF ? end - 1 : end))
      start = end + 1
    }
    self.spans = spans
    texts = spans.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// That bytes are no UTF-8, by their lines.
  func notes(_ file: String) -> [BankNote] {
    spans.indices.filter { !texts[$0].utf8.elementsEqual(bytes[spans[$0]]) }.map {
      BankNote(
        file: file, line: $0 + 1, message: "bytes that are no UTF-8 are read as U+FFFD",
        isLoss: true)
    }
  }

  var count: Int { spans.count }
  subscript(line: Int) -> Substring { texts[line][...] }
  func start(_ line: Int) -> Int { spans[line].lowerBound }
  func end(_ line: Int) -> Int { spans[line].upperBound }
  func text(_ range: Range<Int>) -> String { texts[range].joined(separator: "\n") }

  /// What reading such a file gave.
  static func reading(
    _ entries: [Entry], _ accounts: [BlockAccount], notes: [BankNote], convention: String
  ) -> BankReading {
    var entries = entries
    EntryIdentifier.assign(&entries)
    return BankReading(
      entries: entries, convention: entries.isEmpty ? "none" : convention,
      counts: entries.isEmpty ? [] : [(convention, entries.count)],
      scores: [.init(convention: convention, score: 1, evidence: "the file says so")],
      notes: notes, accounts: accounts)
  }
}
