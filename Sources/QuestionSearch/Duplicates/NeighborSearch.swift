import InvertedIndex
import NearDuplicates
import QuestionBanks

/// The nearest neighbors of questions by BM25F: what asks the same in other words is among them.
struct NeighborSearch {
  /// How many neighbors a question has at the most.
  let limit: Int
  /// How many threads search; nil: as many as the machine runs.
  let threads: Int?

  /// What a question asks counts far more than its answer: the model of duplicates was fitted with
  /// these neighbors.
  private static let model = ScoringModel.bm25f(ScoringModel.fields(question: 6, context: 1))

  private struct Input: Sendable {
    let text: String
    let document: DocumentID?
  }

  /// What the neighbors of an entry are looked for by.
  static func query(for entry: Entry) -> String {
    entry.text + (entry.context.map { "\n" + $0 } ?? "")
  }

  /// For each text the documents nearest to it, without the one that it is.
  ///
  /// - Parameter documents: for each text the document that it is, or nil.
  func neighbors(
    of texts: [String], being documents: [DocumentID?], in snapshot: Snapshot
  ) throws(QuestionSearchError) -> [[DocumentID]] {
    let inputs = zip(texts, documents).map { Input(text: $0, document: $1) }
    let limit = limit
    do throws(IndexError) {
      return try snapshot.concurrentMap(inputs, threads: threads) {
        searcher, input throws(IndexError) in
        try searcher.search(
          searcher.query(String(input.text.prefix(2000))), model: Self.model, limit: limit,
          excluding: input.document.map { [$0] } ?? [], countsMatches: false
        ).hits.map(\.document)
      }
    } catch {
      throw .index(error)
    }
  }
}

extension DuplicateText {
  /// What of an entry tells whether another is the same question.
  init(_ entry: Entry) {
    self.init(
      entry.text, context: entry.context, answer: entry.answer, section: entry.section.last)
  }
}
