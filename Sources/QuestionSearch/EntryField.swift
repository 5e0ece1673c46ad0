import InvertedIndex
import QuestionBanks

/// The fields in which an entry is indexed.
public enum EntryField: String, Sendable, CaseIterable {
  /// The question's text.
  case question
  /// Section path, lead-in and hint.
  case context
  /// The answer.
  case answer
  /// Tags that the bank gives.
  case tags

  /// The names in the order of the index's fields.
  static let names = allCases.map(\.rawValue)

  /// What of an entry stands in this field.
  func text(of entry: Entry) -> String {
    switch self {
    case .question: return entry.text
    case .context:
      return (entry.section + [entry.context, entry.hint].compactMap { $0 })
        .joined(separator: "\n")
    case .answer: return entry.answer ?? ""
    case .tags: return entry.tags.joined(separator: "\n")
    }
  }
}

extension Ranking {
  /// How this project ranks entries: BM25F over their fields, words that say little weighed
  /// down, the latent space of the index, proximity of words, and their very forms. See
  /// `Eval/reports/ranking.md`.
  public static let questions = Ranking(
    .questions, functionWords: 0.3, latent: 0.55, feedback: 1, proximity: 0.1, exactForms: 0.1,
    correctsSpelling: true, putsSameTextFirst: true)

  /// Reads a ranking's name as the command line takes it: `questions`, the default, or a model's
  /// name with `function`, `latent`, `feedback`, `proximity`, `forms`, `spelling` and `exact` among
  /// its parameters. See `ScoringModel.names`.
  public static func named(_ name: String) throws(QuestionSearchError) -> Ranking {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    var name = name
    if parts.first?.lowercased() == "questions" {
      // What is given besides comes later, and so counts.
      name = questions.description + (parts.count > 1 ? "," + parts[1] : "")
    }
    do throws(IndexError) {
      return try Ranking(named: name, fields: ScoringModel.questionFields)
    } catch {
      throw .index(error)
    }
  }
}

extension ScoringModel {
  /// BM25F as this project weighs the fields of an entry: the default.
  ///
  /// A word of the question is worth some of the answer, and one of what it stands under nearly as
  /// much. Chosen on the development part of the default collection
  /// (`Eval/reports/ranking.md`). A question's length says little about it, so that `b` is low
  /// there.
  public static let questions = ScoringModel.bm25f(questionFields)

  static let questionFields = fields(question: 3, context: 2)

  /// BM25F over the fields of an entry, with weights of two of them; those of the others are 1.
  static func fields(question: Double, context: Double) -> BM25F {
    BM25F(
      k1: 1.2,
      fields: [
        .init(EntryField.question.rawValue, weight: question, b: 0.4),
        .init(EntryField.context.rawValue, weight: context, b: 0.4),
        .init(EntryField.answer.rawValue, weight: 1, b: 0.75),
        .init(EntryField.tags.rawValue, weight: 1, b: 0.4),
      ])
  }
}
