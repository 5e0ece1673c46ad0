import QuestionSearch

/// The questions of every fixture. A new format version is written from the same ones, with the
/// analyzer `plain`, so that all fixtures give the same answers.
enum FixtureQuestions {
  /// What was indexed, relative to the folder that holds the index.
  static let sources = ["banks/birds.md", "banks/ponds"]

  /// Every part of an entry is there in one of them and absent from another. Two ask the same in
  /// another place. The last has so many words that the index has more than one page, lengths of
  /// two bytes and a frequency whose varint has two.
  static let entries = [
    Entry(
      id: "", bank: "birds", file: "banks/birds.md", line: 3, lineEnd: 5, byteStart: 9,
      byteEnd: 131, kind: .question, text: "Which owl hunts by day?\nA) barn owl\nB) hawk owl",
      difficulty: .medium, section: ["Birds", "Hunting"], context: "The owl family",
      hint: "Its tail is long.",
      answer: "The hawk owl, for it lives where summer nights are light.",
      answerLine: 6, answerLineEnd: 7, tags: ["owl", "north"], origin: "Field notes, p. 12"),
    Entry(
      id: "", bank: "birds", file: "banks/birds.md", line: 40, lineEnd: 40, byteStart: 20_000,
      byteEnd: 20_042, kind: .prompt, text: "Explain why a heron stands still.", difficulty: .hard,
      section: ["Birds"], answer: "A fish flees from what moves; see Reiher (größer als 90 cm)."),
    Entry(
      id: "", bank: "ponds", file: "banks/ponds/reeds.md", line: 1, lineEnd: 1, byteStart: 0,
      byteEnd: 9, kind: .topic, text: "reed beds", difficulty: .easy),
    Entry(
      id: "", bank: "ponds", file: "banks/ponds/water.md", line: 2, lineEnd: 2, byteStart: 4,
      byteEnd: 38, kind: .question, text: "What does a heron eat in a pond?",
      answer: "Mostly fish and frogs.", answerLine: 3, answerLineEnd: 3),
    Entry(
      id: "", bank: "ponds", file: "banks/ponds/water.md", line: 9, lineEnd: 9, byteStart: 90,
      byteEnd: 124, kind: .question, text: "What does a heron eat in a pond?", answer: "Fish."),
    Entry(
      id: "", bank: "ponds", file: "banks/ponds/water.md", line: 12, lineEnd: 12, byteStart: 130,
      byteEnd: 150, kind: .prompt, text: "List all the rings.",
      answer: (1...300).map { "ring \($0)" }.joined(separator: "\n"), answerLine: 13,
      answerLineEnd: 312),
  ]
}
