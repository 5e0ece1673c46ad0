import InvertedIndex
import QuestionBanks

/// A question that was found.
public struct Hit: Sendable, Hashable {
  /// The place among the results, from 1.
  public let rank: Int
  /// The model's score; higher is better.
  public let score: Double
  /// The question with all its parts.
  public let entry: Entry
  /// Where words of the query stand in the question's text, ascending and apart from each other.
  public let highlights: [Highlight]
  /// The passage of the answer, or of the context where there is no answer, that fits the query
  /// best; nil where the entry has neither.
  public let passage: Passage?
  /// Each term's part of the score, where it was asked for.
  public let explanation: Explanation?
  /// Entries that are the same question but for small edits, in place of which this one is shown:
  /// where one is among the results, all that the index has and that pass the filter.
  public var copies: [Entry] = []
  /// Of a related question the words that it has in common with what it is related to, as it writes
  /// them, those that weigh most first, eight at the most. Words that say nothing of a subject are
  /// none of them. Nil where nothing related was asked for.
  public var sharedWords: [String]?
  /// Whether the question was found because it is near the query: it has none of its words, or
  /// such as hold a sentence together.
  public var isNear = false
}

/// A piece of text with the places of the query's words in it.
public struct Passage: Sendable, Hashable {
  /// The text on one line; `…` stands where it was cut.
  public let text: String
  /// Where they stand in `text`, ascending and apart from each other.
  public let highlights: [Highlight]
}

/// A place of words of the query in a text; it begins and ends between characters and is not empty.
///
/// Not a `Range<Int>`: to make the type of an array of those, the runtime looks through all
/// conformances for that of `Int` to `Comparable`, which takes a cold process some 30 µs.
public struct Highlight: Sendable, Hashable {
  /// Where it begins, in bytes of the text in UTF-8.
  public let start: Int
  /// Where what follows it begins.
  public let end: Int

  /// Its bytes.
  public var range: Range<Int> { start..<end }

  init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }
}

/// What a search found.
public struct SearchResults: Sendable {
  /// The best questions, the best first.
  public let hits: [Hit]
  /// Questions that match in all, with those that are near.
  public let matchCount: Int
  /// The query had no words to look for: the hits are all entries that pass the filter, if there is
  /// one.
  public let isQueryEmpty: Bool
  /// A quote of the query has no other half, and was read as plain text.
  public let hasUnclosedQuote: Bool
  /// Words that no question has, and what was looked for in their place.
  public internal(set) var corrections: [Correction] = []
}

/// How to search.
public struct SearchOptions: Sendable {
  /// How many hits at the most.
  public var limit: Int
  /// How to rank.
  public var ranking: Ranking
  /// Whether each hit says how its score came about.
  public var explains: Bool
  /// Which entries may be found.
  public var filter: SearchFilter
  /// Whether questions that are the same but for small edits are one result, with the others as its
  /// `copies`.
  public var collapses: Bool

  /// Ten hits of all entries by the default ranking.
  public init(
    limit: Int = 10, ranking: Ranking = .questions, explains: Bool = false,
    filter: SearchFilter = SearchFilter(), collapses: Bool = true
  ) {
    self.collapses = collapses
    self.limit = limit
    self.filter = filter
    self.ranking = ranking
    self.explains = explains
  }
}
