/// Headings that structure a file or an answer and never ask.
enum StructureNames {
  /// A heading's text for comparison: lower case letters and digits, single blanks.
  static func key(_ text: ByteView) -> String {
    var key: [UInt8] = []
    for byte in text {
      if Byte.isLetter(byte) || byte >= 0x80 {
        key.append(Byte.lowered(byte))
      } else if let last = key.last, last != Byte.space {
        key.append(Byte.space)
      }
    }
    while key.last == Byte.space { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }

  /// Whether a key names structure: one name, or several joined by "and".
  static func contains(_ key: String) -> Bool {
    if all.contains(key) { return true }
    guard key.utf8.count <= 60 else { return false }
    let parts = key.split(separator: " ").split(separator: "and")
    return parts.count >= 2 && parts.allSatisfy { all.contains($0.joined(separator: " ")) }
  }

  /// Headings over the answer of a question.
  static let answers: Set<String> = [
    "answer", "answers", "solution", "solutions", "response", "explanation", "antwort", "lösung",
    "respuesta", "réponse", "sample answer", "model answer",
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
