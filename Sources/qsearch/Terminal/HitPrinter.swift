import QuestionSearch

/// Shows a hit to a person: rank and question, place and section, the passage, the score.
struct HitPrinter {
  private static let textLimit = 400
  /// Places of copies that are named.
  private static let mostPlaces = 5

  let terminal: Terminal
  private var layout: TextLayout { TextLayout(terminal: terminal) }

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// The lines of a hit and an empty one.
  func lines(of hit: Hit) -> String {
    let entry = hit.entry
    let rank = "\(hit.rank)."
    let margin = String(repeating: " ", count: max(rank.count, 2) + 1)
    let question = layout.wrapped(question(of: hit), indent: margin)
    var text = ""
    text.reserveCapacity(1 << 10)
    // The rank stands in the first blanks of the margin.
    text += rank
    text += String(Substring(question.utf8.dropFirst(rank.utf8.count)))
    text += layout.wrapped(place(of: entry), indent: margin)
    if let passage = hit.passage, !passage.text.isEmpty {
      text += layout.wrapped(layout.marked(passage.text, passage.highlights), indent: margin)
    }
    if let words = hit.sharedWords, !words.isEmpty {
      text += layout.wrapped(shared(words), indent: margin)
    }
    if !hit.copies.isEmpty { text += layout.wrapped(copies(of: hit), indent: margin) }
    var note = "bank "
    note += Sanitizer.oneLine(entry.bank)
    note += " · score "
    note += Numbers.fixed(hit.score, digits: 3)
    note += " · id "
    note += Sanitizer.oneLine(entry.id)
    text += margin + terminal.styled(note, .dim) + "\n"
    if let explanation = hit.explanation {
      text += ExplanationTable(explanation).lines(indent: margin)
    }
    return text + "\n"
  }

  /// The question on one line, marked, with its difficulty.
  private func question(of hit: Hit) -> String {
    var passage = PassageLine(hit.entry.text, highlights: hit.highlights)
    passage.cut(at: Self.textLimit)
    return layout.marked(passage.text, passage.highlights)
      + (hit.entry.difficulty.map { "  [\($0.rawValue)]" } ?? "")
  }

  /// The words that made a related question one.
  private func shared(_ words: [String]) -> String {
    "shares " + words.map(Sanitizer.oneLine).joined(separator: ", ")
  }

  /// How many are the same, and where the first of them are.
  private func copies(of hit: Hit) -> String {
    let places = hit.copies.prefix(Self.mostPlaces)
      .map { Sanitizer.oneLine($0.file) + ":" + String($0.line) }
    let more = hit.copies.count > Self.mostPlaces ? ", …" : ""
    return "+\(hit.copies.count) more like this: "
      + terminal.styled(places.joined(separator: ", ") + more, .place)
  }

  private func place(of entry: Entry) -> String {
    let place = terminal.styled(Sanitizer.oneLine(entry.file) + ":" + String(entry.line), .place)
    guard !entry.section.isEmpty else { return place }
    var line = place + " · "
    for (index, part) in entry.section.enumerated() {
      if index > 0 { line += " › " }
      line += Sanitizer.oneLine(part)
    }
    return line
  }
}

/// A text of several lines on one, with its highlights moved along.
struct PassageLine {
  private(set) var text: String
  private(set) var highlights: [Highlight]

  /// Line feeds and tabs become blanks, so that no byte moves.
  init(_ text: String, highlights: [Highlight]) {
    self.highlights = highlights
    var bytes = Array(text.utf8)
    var isChanged = false
    for index in bytes.indices where Self.isBreak(bytes[index]) {
      bytes[index] = 0x20
      isChanged = true
    }
    self.text = isChanged ? String(decoding: bytes, as: UTF8.self) : text
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Shortens the text to about `limit` bytes, between characters.
  mutating func cut(at limit: Int) {
    guard text.utf8.count > limit else { return }
    let utf8 = Array(text.utf8)
    var end = limit
    while end > 0, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    text = String(decoding: utf8[..<end], as: UTF8.self) + " …"
    highlights = highlights.filter { $0.end <= end }
  }
}

/// Numbers as text, the same in every locale.
enum Numbers {
  /// A difference with four digits and its sign.
  static func signed(_ value: Double) -> String {
    (value < 0 ? "" : "+") + fixed(value, digits: 4)
  }

  /// A number with a fixed number of digits behind the point, the digits that C's `printf` gives:
  /// the nearest, and of two that are as near the even one.
  static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let product = abs(value) * scale
    var scaled = product.rounded(.down)
    // What the product lost by rounding: at the middle it decides.
    let loss = (-product).addingProduct(abs(value), scale)
    let isOdd = scaled.truncatingRemainder(dividingBy: 2) == 1
    let part = product - scaled
    if part > 0.5 || part == 0.5 && (loss > 0 || loss == 0 && isOdd) { scaled += 1 }
    guard scaled < 9e15 else { return "\(value)" }
    let number = Int(scaled)
    let sign = value < 0 && number != 0 ? "-" : ""
    guard digits > 0 else { return sign + String(number) }
    let fraction = String(number % Int(scale))
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return sign + String(number / Int(scale)) + "." + zeros + fraction
  }
}
