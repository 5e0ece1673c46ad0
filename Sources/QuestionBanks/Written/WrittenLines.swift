/// The lines of a written bank with their places in its bytes.
struct WrittenLines {
  private let bytes: [UInt8]
  private let spans: [Range<Int>]
  private let texts: [String]

  /// Lines end at LF or CRLF. What is no UTF-8 becomes U+FFFD.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var spans: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let isCRLF = end > start && end < bytes.count && bytes[end - 1] == 0x0D
      spans.append(start..<(isCRLF ? end - 1 : end))
      start = end + 1
    }
    self.spans = spans
    texts = spans.map { String(decoding: bytes[$0], as: UTF8.self) }
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
