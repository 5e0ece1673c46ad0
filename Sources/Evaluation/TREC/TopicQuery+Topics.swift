extension TopicQuery {
  /// Tags of TREC's topics; others are text.
  private static let tags: Set<String> = [
    "top", "num", "title", "desc", "narr", "dom", "head", "smry", "con", "fac", "def", "nat",
    "time", "type", "lang", "aut", "date",
  ]

  /// A tag of a file, and the text behind it up to the next one.
  private struct Piece {
    let tag: String
    let isClosing: Bool
    let line: Int
    var text: String
  }

  /// A topic that is being read.
  private struct Topic {
    let line: Int
    var id: String?
    var title: String?
    var type: String?
  }

  /// Reads TREC topics: `<top> <num> Number: 301 <title> text … </top>`. The query is the title on
  /// one line; a field `<type>` is its type; other fields are passed over.
  static func parseTopics(
    _ bytes: [UInt8], file: String
  ) throws(EvaluationError) -> [TopicQuery] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable(file: file, reason: "not UTF-8; save the file as UTF-8")
    }
    var queries: [TopicQuery] = []
    var ids: Set<String> = []
    var topic: Topic?
    func malformed(_ line: Int, _ reason: String) -> EvaluationError {
      .malformed(file: file, line: line, reason: reason)
    }
    for piece in pieces(of: text) {
      guard piece.tag == "top" else {
        if !piece.isClosing { fill(&topic, from: piece) }
        continue
      }
      if piece.isClosing {
        guard let read = topic else { throw malformed(piece.line, "</top> without <top>") }
        guard let id = read.id, let title = read.title, !title.isEmpty else {
          throw malformed(read.line, "a topic has <num> with its id and <title> with its text")
        }
        if let reason = refusal(ofID: id, known: &ids) { throw malformed(read.line, reason) }
        queries.append(TopicQuery(id: id, text: title, type: read.type))
        topic = nil
      } else {
        guard topic == nil else { throw malformed(piece.line, "<top> before the last </top>") }
        topic = Topic(line: piece.line)
      }
    }
    if let topic { throw malformed(topic.line, "this topic has no </top>; the file may be cut") }
    return queries
  }

  private static func fill(_ topic: inout Topic?, from piece: Piece) {
    guard var filled = topic else { return }
    let words = piece.text.split { $0.isWhitespace }
    func text(without label: String) -> String {
      words.drop { $0 == label }.joined(separator: " ")
    }
    switch piece.tag {
    case "num": filled.id = filled.id ?? text(without: "Number:")
    case "title": filled.title = filled.title ?? text(without: "Topic:")
    case "type": filled.type = filled.type ?? text(without: "Type:")
    default: break
    }
    topic = filled
  }

  /// The tags in order, each with the text behind it.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var line = 1
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let open = rest.firstIndex(of: 0x3C) ?? rest.endIndex
      append(rest[..<open], to: &pieces, &line)
      rest = rest[open...]
      guard !rest.isEmpty else { break }
      let name = rest.dropFirst().prefix {
        ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2F
      }
      let word = String(Substring(name)).lowercased()
      let isClosing = word.hasPrefix("/")
      let tag = isClosing ? String(word.dropFirst()) : word
      if tags.contains(tag), name.endIndex < rest.endIndex, rest[name.endIndex] == 0x3E {
        pieces.append(Piece(tag: tag, isClosing: isClosing, line: line, text: ""))
        rest = rest[name.endIndex...].dropFirst()
      } else {
        append(rest.prefix(1), to: &pieces, &line)
        rest = rest.dropFirst()
      }
    }
    return pieces
  }

  private static func append(
    _ text: Substring.UTF8View, to pieces: inout [Piece], _ line: inout Int
  ) {
    line += text.count { $0 == 0x0A }
    if !pieces.isEmpty { pieces[pieces.count - 1].text += String(Substring(text)) }
  }
}
