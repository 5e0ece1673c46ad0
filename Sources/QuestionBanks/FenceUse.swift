/// What a fence holds: code, a list of questions that somebody quoted, or notes in prose.
enum FenceUse {
  case code
  case questions
  case notes

  /// A line of a fence as an item, kept for those who read the fence.
  struct LineText {
    var line: Int
    var text: ItemText
    var evidence: QuestionEvidence
  }

  /// Looks at the lines of a fence, its ends included. Tags decide; then the share of lines that
  /// ask. `texts` gets the lines that are no code, in
  /// order. The second result says whether `prior` made a difference.
  static func of(
    _ document: Document, _ fence: Range<Int>, prior: Bool, texts: inout [LineText]
  ) -> (use: FenceUse, dependsOnPrior: Bool) {
    texts.removeAll(keepingCapacity: true)
    var lines = 0
    var tagged = 0
    var asking = 0
    var ordering = 0
    var code = 0
    for line in fence where document.lines[line].kind == .fenceBody {
      let range = document.content(line)
      guard !range.isEmpty else { continue }
      lines += 1
      if looksLikeCode(document, line) {
        code += 1
        continue
      }
      let item = ItemText(document, range)
      let evidence = item.evidence
      texts.append(LineText(line: line, text: item, evidence: evidence))
      let strength = evidence.strength
      if item.difficulty != nil { tagged += 1 }
      if strength >= .medium { asking += 1 } else if strength == .weak { ordering += 1 }
    }
    if tagged >= 2 { return (.questions, false) }
    let language = hasLanguage(document, fence.lowerBound)
    guard lines > 0, code * 2 < lines, !language else {
      return (code > 0 || language ? .code : .notes, false)
    }
    if asking >= 2, asking * 2 >= lines { return (.questions, false) }
    let showing = asking + ordering
    let isLikely = showing >= 2 && showing * 10 >= lines * 6
    return (prior && isLikely ? .questions : .notes, isLikely)
  }

  /// Whether a single word stands behind the fence, as the names of languages do.
  private static func hasLanguage(_ document: Document, _ line: Int) -> Bool {
    let info = document.bytes[document.content(line)].drop {
      $0 == Byte.backtick || $0 == Byte.tilde || Byte.isBlank($0)
    }
    guard !info.isEmpty else { return false }
    return !info.contains(where: { Byte.isBlank($0) }) && info.last != Byte.colon
  }

  /// Whether a line is more likely a statement of a program than a sentence.
  static func looksLikeCode(_ document: Document, _ line: Int) -> Bool {
    let range = document.content(line)
    guard let last = range.last, let first = range.first else { return false }
    let bytes = document.bytes
    let end = bytes[last]
    if end == Byte.semicolon || end == Byte.openBrace || end == Byte.closeBrace { return true }
    let lead = bytes[first]
    if lead == Byte.hash || lead == Byte.slash || lead == 0x40 || lead == Byte.closeBrace {
      return true
    }
    if end == Byte.question || DifficultyMark.tag(bytes, at: first) != nil { return false }
    let isLower = Byte.isLower(lead)
    let isIndented = document.lines[line].indent >= 2
    // Nothing else of a statement is looked for.
    guard isLower || isIndented else { return false }
    var words = 0
    var marks = 0
    for index in range {
      let byte = bytes[index]
      if Byte.isBlank(byte) { words += 1 }
      if byte == Byte.openParenthesis || byte == Byte.equals || byte == Byte.openBracket
        || byte == Byte.underscore || byte == Byte.openBrace
      {
        marks += 1
      }
    }
    if marks > 0 { return marks * 8 > words }
    guard isLower, words < 8 else { return false }
    let keyword = String(decoding: bytes[range].prefix { Byte.isLetter($0) }, as: UTF8.self)
    return keywords.contains(keyword)
  }

  private static let keywords: Set<String> = [
    "import", "from", "def", "class", "return", "for", "while", "if", "else", "elif", "try",
    "let", "var", "const", "func", "function", "public", "private", "static", "void", "int",
    "print", "echo", "sudo", "apt", "pip", "npm", "git", "cd", "export",
  ]
}
