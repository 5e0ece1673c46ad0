import InvertedIndex
import NearDuplicates
import QuestionBanks
import TextAnalysis

/// The nearest neighbors of questions by BM25F: what asks the same in other words is among them.
struct NeighborSearch {
  /// How many neighbors a question has at the most.
  var limit = 20
  /// How many threads search; nil: as many as the machine runs.
  var threads: Int?

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
        let query = searcher.query(input.text)
        return try searcher.search(
          query, model: .questions, limit: limit + 1,
          excluding: input.document.map { [$0] } ?? [], countsMatches: false
        ).hits.prefix(limit).map(\.document)
      }
    } catch {
      throw .index(error)
    }
  }

  private struct Input: Sendable {
    let text: String
    let document: DocumentID?
  }
}

extension DuplicateText {
  /// What of an entry tells whether another is the same question.
  init(_ entry: Entry) {
    self.init(
      entry.text, context: entry.context, answer: entry.answer, section: entry.section.last)
  }
}
