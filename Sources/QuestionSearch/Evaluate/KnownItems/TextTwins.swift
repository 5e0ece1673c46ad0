import QuestionBanks

/// Entries by their text: those that differ only in case, punctuation and blanks are the same.
struct TextTwins {
  private var byText: [[UInt8]: [(id: String, bank: String)]] = [:]

  init(_ entries: [Entry]) {
    for entry in entries { byText[Self.key(of: entry), default: []].append((entry.id, entry.bank)) }
  }

  /// Ids of the entries with this entry's text, itself among them.
  func ids(of entry: Entry) -> [String] {
    byText[Self.key(of: entry), default: []].map(\.id)
  }

  /// Ids of the entries of other banks with this entry's text.
  func idsInOtherBanks(than entry: Entry) -> [String] {
    byText[Self.key(of: entry), default: []]
      .filter { !$0.bank.utf8.elementsEqual(entry.bank.utf8) }.map(\.id)
  }

  /// Letters and digits of text and context, in lower case; bytes beyond ASCII as they are. An
  /// entry without any has its bytes.
  private static func key(of entry: Entry) -> [UInt8] {
    var key: [UInt8] = []
    var hasWord = false
    for byte in (entry.text + " " + (entry.context ?? "")).utf8 {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower >= 0x80 || (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower) {
        key.append(lower)
        hasWord = true
      } else if key.last != 0x20, !key.isEmpty {
        key.append(0x20)
      }
    }
    if key.last == 0x20 { key.removeLast() }
    return hasWord ? key : Array(entry.text.utf8)
  }
}
