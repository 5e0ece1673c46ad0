import Evaluation

/// The frames of questions: "What is X?" asks the same as "Explain X".
enum QuestionFrame {
  /// Frames behind which only the subject follows.
  private static let subjects = [
    "can you explain what is ", "what is meant by ", "what do you understand by ", "what is the ",
    "what is an ", "what is a ", "what are the ", "what is ", "what are ", "what's ",
    "can you explain ", "can you describe ", "could you explain ", "please explain ",
    "explain what is ", "explain the ", "explain ", "describe the ", "describe ", "define the ",
    "define ", "tell me about ",
  ]

  private static let subjectFrames = [
    "Explain #", "Can you describe #?", "Tell me about #", "What do you know about #?", "Define #",
    "what's #", "#",
  ]
  private static let sentenceFrames = [
    "Can you tell me # ?", "Interview question: #", "I was asked: #", "Could you explain # ?",
  ]

  /// The text in another frame; nil for texts too long to be one question.
  static func changed(_ text: String, using generator: inout SplitMix64) -> String? {
    guard text.utf8.count <= 300, !text.utf8.contains(0x0A) else { return nil }
    let lower = text.lowercased()
    let isSubject = subjects.first { lower.hasPrefix($0) }
    var rest = isSubject.map { String(text.dropFirst($0.count)) } ?? text
    while let last = rest.last, "?.! ".contains(last) { rest.removeLast() }
    guard !rest.isEmpty else { return nil }
    guard
      let frame = (isSubject == nil ? sentenceFrames : subjectFrames)
        .randomElement(using: &generator)
    else { return nil }
    // The subject goes in where the frame has its mark.
    let sides = frame.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    return sides.map(String.init).joined(separator: rest)
  }
}
