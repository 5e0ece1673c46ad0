import Evaluation
import QuestionBanks

/// Makes queries with known answers from the entries of a bank: quality without judgments.
///
/// The same entries, seed and limit give the same queries. Entries are drawn without regard to
/// whether a query for them is easy; an entry from which a kind cannot make a query (one of a
/// single word, an answer that is missing) is passed over.
public struct KnownItemGenerator {
  private let entries: [Entry]
  private let twins: TextTwins
  private let seed: UInt64

  /// - Parameters:
  ///   - entries: with their ids.
  ///   - seed: chooses entries and changes.
  public init(_ entries: [Entry], seed: UInt64 = 1) {
    self.entries = entries
    self.seed = seed
    twins = TextTwins(entries)
  }

  /// At most `limit` queries of a kind, by entry in a seeded order.
  public func queries(_ kind: KnownItemKind, limit: Int) -> [KnownItemQuery] {
    var generator = SplitMix64(seed: seed &+ Self.salt(of: kind))
    var order = Array(entries.indices)
    order.shuffle(using: &generator)
    var queries: [KnownItemQuery] = []
    for index in order where queries.count < limit {
      let entry = entries[index]
      guard let text = text(of: entry, kind, using: &generator) else { continue }
      var relevant = twins.ids(of: entry)
      var excluded: [String] = []
      if kind == .duplicate {
        relevant = twins.idsInOtherBanks(than: entry)
        guard !relevant.isEmpty else { continue }
        excluded = twins.ids(of: entry).filter { !relevant.contains($0) }
      }
      queries.append(
        KnownItemQuery(
          id: "\(kind.rawValue)-\(queries.count + 1)", kind: kind, text: text, relevant: relevant,
          excluded: excluded))
    }
    return queries
  }

  private static func salt(of kind: KnownItemKind) -> UInt64 {
    UInt64(KnownItemKind.allCases.firstIndex(of: kind) ?? 0) &* 0x9E37_79B9
  }

  private func text(
    of entry: Entry, _ kind: KnownItemKind, using generator: inout SplitMix64
  ) -> String? {
    switch kind {
    case .wordsDropped: return QueryChange.droppingWords(of: entry.text, using: &generator)
    case .typo: return QueryChange.withSlip(entry.text, using: &generator)
    case .spelling: return OtherSpelling.changed(entry.text, using: &generator)
    case .frame: return QuestionFrame.changed(entry.text, using: &generator)
    case .answer: return entry.answer.flatMap { QueryChange.stretch(of: $0, using: &generator) }
    case .duplicate: return entry.text
    }
  }
}
