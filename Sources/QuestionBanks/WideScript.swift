/// What Chinese and Japanese texts, which have no blanks between words, show of being a question.
enum WideScript {
  private static let orderBeginnings = words("请 請 试述 試述 简述 簡述 说明 說明 解释 解釋 比较 比較")
  private static let orderEndings = words("ください 下さい しなさい せよ 述べよ 示せ 求めよ")
  private static let askingBeginnings = words(
    "什么 什麼 为什么 為什麼 为何 為何 如何 怎样 怎樣 怎么 怎麼 哪 何 なぜ どうして どのよう")
  private static let askingEndings = words("か 吗 嗎 呢")

  /// Whether a text orders: "请…", "…してください。".
  static func orders(_ text: ByteView) -> Bool { has(text, orderBeginnings, orderEndings) }

  /// Whether a text asks, with a mark or without one: "什么是…", "…ですか。".
  static func asks(_ text: ByteView) -> Bool { has(text, askingBeginnings, askingEndings) }

  private static func has(
    _ text: ByteView, _ beginnings: [[UInt8]], _ endings: [[UInt8]]
  ) -> Bool {
    var end = text.count
    // `。`, `．` and the ASCII full stop.
    if text.suffix(3).elementsEqual([0xE3, 0x80, 0x82]) {
      end -= 3
    } else if text.last == Byte.dot {
      end -= 1
    }
    return beginnings.contains { text.starts(with: $0) }
      || endings.contains { text[..<end].suffix($0.count).elementsEqual($0) }
  }

  private static func words(_ text: String) -> [[UInt8]] {
    text.split(separator: " ").map { Array($0.utf8) }
  }
}
