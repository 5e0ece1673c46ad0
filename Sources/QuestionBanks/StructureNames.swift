/// Headings that structure a file or an answer and never ask.
enum StructureNames {
  /// A heading's text for comparison: lower case letters and digits, single blanks. It lies in the
  /// document's arena.
  static func key(_ text: ByteView, _ document: Document) -> ByteView {
    var key = document.arena.writer(limit: text.count)
    for byte in text.buffer {
      if Byte.isLetter(byte) || byte >= 0x80 {
        key.append(Byte.lowered(byte))
      } else if let last = key.last, last != Byte.space {
        key.append(Byte.space)
      }
    }
    while key.last == Byte.space { key.cut(to: key.count - 1) }
    return document.arena.keep(key)
  }

  /// Whether a key names structure: one name, or several joined by "and".
  static func contains(_ key: ByteView) -> Bool {
    if isName(key) { return true }
    guard key.count <= 60 else { return false }
    let parts = key.split(separator: Byte.space).split { $0.elementsEqual("and".utf8) }
    return parts.count >= 2
      && parts.allSatisfy { words in
        guard let first = words.first, let last = words.last else { return false }
        return isName(key.view(first.startIndex..<last.endIndex))
      }
  }

  private static func isName(_ key: ByteView) -> Bool {
    key.count <= PackedWord.limitInBytes && table.classes(PackedWord(lowering: key)) & 1 != 0
  }

  /// Whether a key stands over the answer of a question.
  static func isAnswer(_ key: ByteView) -> Bool {
    key.count <= PackedWord.limitInBytes && table.classes(PackedWord(lowering: key)) & 2 != 0
  }

  /// Whether a key stands over a table of contents.
  static func isContents(_ key: ByteView) -> Bool {
    key.count <= PackedWord.limitInBytes && table.classes(PackedWord(lowering: key)) & 4 != 0
  }

  private static let table = WordTable([(UInt32(1), all), (2, answers), (4, contents)])

  /// Headings over the answer of a question.
  static let answers: Set<String> = [
    "answer", "answers", "solution", "solutions", "response", "explanation", "antwort", "lösung",
    "respuesta", "réponse", "sample answer", "model answer",
  ]

  /// Headings over a table of contents.
  static let contents: Set<String> = [
    "contents", "table of contents", "toc", "inhaltsverzeichnis", "sommaire",
  ]

  static let all: Set<String> = [
    "pros", "cons", "advantages", "disadvantages", "benefits", "drawbacks", "limitations",
    "answer", "answers", "solution", "solutions", "response", "explanation", "explanations",
    "example", "examples", "code", "code example", "implementation", "usage", "use cases",
    "contents", "table of contents", "toc", "content", "index", "inhalt", "sommaire", "índice",
    "references", "reference", "resources", "further reading", "sources", "source", "links",
    "bibliography", "citation", "citations", "see also", "related", "credits", "acknowledgements",
    "acknowledgments", "license", "licence", "contributing", "contributions", "contributors",
    "introduction", "intro", "overview", "about", "summary", "conclusion", "conclusions",
    "key takeaways", "takeaways", "notes", "note", "tips", "hints", "hint", "prerequisites",
    "installation", "setup", "getting started", "changelog", "authors", "author", "contact",
    "preface", "motivation", "background", "discussion", "appendix", "footnotes", "complexity",
    "time complexity", "space complexity", "follow up", "variants", "definition", "intuition",
    "formula", "options", "explanation and answer", "antwort", "lösung", "beispiel", "vorteile",
    "nachteile", "respuesta", "réponse", "exemple", "ejemplo",
  ]
}
