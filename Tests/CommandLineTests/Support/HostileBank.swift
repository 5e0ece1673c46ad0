import Foundation
import InvertedIndex
import TestSupport

@testable import IndexStorage
@testable import QuestionSearch

/// Banks and indexes with characters that a terminal would obey.
enum HostileBank {
  /// Color, a title for the window, DEL, and a control sequence in one C1 character.
  static let sequence = "\u{1B}[31m\u{1B}]0;title\u{07}\u{7F}\u{9B}2J\u{0B}\u{08}"

  /// Control characters, each by itself. NUL, line feed and carriage return would end a line of a
  /// bank or make it no text.
  static let controls: [Unicode.Scalar] = ([1...9, 11...12, 14...31, 127...159] as [ClosedRange])
    .flatMap { $0 }.compactMap { Unicode.Scalar($0 as UInt32) }

  /// Characters that turn the direction of what follows.
  static let overrides: [Unicode.Scalar] = [
    "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}",
    "\u{2069}",
  ]

  /// Writes banks into the folder `hostile` that have each of `scalars` in the heading, the
  /// question, the answer and the code of an entry of its own, and in the name of a file.
  static func write(_ scalars: [Unicode.Scalar], to sandbox: Sandbox) throws {
    let plain = String(
      repeating: "Ordinary words make this file text and nothing else. ", count: 20)
    var text = ""
    for (number, scalar) in scalars.enumerated() {
      text += """
        # Sec\(scalar)tion \(number)

        ## What is evil\(scalar) number \(number)\(scalar)?

        The evil \(scalar)answer\(scalar) has code. \(plain)

        ```text\(scalar)
        evil \(scalar) code
        ```


        """
    }
    try sandbox.write(text, to: "hostile/all.md")
    let first = scalars.first.map { String(Character($0)) } ?? ""
    let name = scalars.contains("\u{1B}") ? "\u{1B}[31m\u{9B}\u{7F}" : first
    try sandbox.write(
      "# Names\n\n## What is evil in a name?\n\nA part of it. \(plain)\n\n## What is evil again?\n\nIt.\n",
      to: "hostile/na\(name)me.md")
  }

  /// Writes an index such as this program would not: names of documents and all texts are hostile.
  static func writeIndex(to folder: String) throws {
    let evil = "evil" + sequence + "\u{202E}"
    let entry = Entry(
      id: evil, bank: evil, file: evil, line: 1, lineEnd: 1, byteStart: 0, byteEnd: 1,
      kind: .question, text: evil, difficulty: .easy, section: [evil, evil], context: evil,
      hint: evil, answer: evil, answerLine: 1, answerLineEnd: 1, tags: [evil], origin: evil)
    let writer = IndexWriter(fields: EntryField.allCases.map(\.rawValue), analyzer: .plain)
    try writer.add(
      Document(
        name: entry.id, fields: EntryField.allCases.map { _ in "evil \(evil)" },
        stored: StoredEntry.encode(entry)))
    let index = IndexFolder(path: folder)
    try index.create()
    try writer.commit(
      to: index, attachment: IndexAttachment(sources: [.init(path: evil)]).encoded())
  }
}
