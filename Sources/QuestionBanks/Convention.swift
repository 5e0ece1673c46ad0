/// A way in which people write question banks down.
///
/// A convention is one file and one line in ``ConventionRegistry``. It sees a document's lines,
/// says how well it explains them, and reads them into a draft. It decides by what repeats and by
/// the form of the texts, never by a file's name or by a known sentence.
protocol Convention: Sendable {
  /// The name that people see.
  static var name: String { get }
  /// Whether it explains files as a whole, or single sections among others.
  static var scope: ConventionScope { get }
  /// How well it explains the lines of a document that are still free. Linear time.
  static func assess(_ document: Document, _ draft: Draft) -> Assessment
  /// Reads the free lines of a document into a draft. Linear time.
  static func read(_ document: Document, into draft: inout Draft)
}

/// How much of a file a convention explains when it does.
enum ConventionScope: Sendable {
  /// It gives every line a part: a transcript's text, the answers under headings.
  case file
  /// It takes single tables or lists and leaves the rest to others.
  case section
}

/// How well a convention explains a document.
struct Assessment: Sendable {
  /// From 0 (nothing) to 1. From 0.5 on it may read.
  var score: Double
  /// The items that it would read, about.
  var items: Int
  /// The counts behind the score, for people.
  var evidence: String

  static let nothing = Assessment(score: 0, items: 0, evidence: "no sign of it")
}

/// All conventions. A new one is one file and one line here.
enum ConventionRegistry {
  static let all: [any Convention.Type] = [
    QuestionTable.self,
    Transcript.self,
    QuestionHeadings.self,
    QuotedQuestions.self,
    MixedList.self,
  ]
}
