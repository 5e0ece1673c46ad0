import QuestionBanks

/// A question of a merged bank with all that it was made of.
///
/// It depends on the set of its sources alone: not on their order, nor on how many merges they came
/// in by.
public struct MergedEntry: Sendable {
  /// The question as it is written: the best wording, the united answer, and ``Entry/sources``.
  public let entry: Entry
  /// Answers of sources that contradict the entry's.
  public let conflicts: [Conflict]
  /// Of how many answers the entry's was made.
  public let answerCount: Int
  /// Two answers that contradict each other.
  public struct Conflict: Sendable, Hashable {
    /// The source whose answer was kept.
    public let kept: EntrySource
    /// The source whose answer contradicts it; it stays among the entry's sources.
    public let other: EntrySource
  }

  /// Makes an entry of its sources, at least one.
  ///
  /// - Parameter protected: the bank whose wording and answer stay as they are.
  init(_ sources: [EntrySource], protected: String?, _ comparer: AnswerComparer) {
    let sources = Self.different(sources)
    let chosen = Self.keeper(of: sources, protected: protected)
    var entry = Entry(
      bank: chosen.bank, file: chosen.file, line: chosen.line, lineEnd: chosen.line, byteStart: 0,
      byteEnd: 0, kind: chosen.kind, text: chosen.text, difficulty: chosen.difficulty,
      section: chosen.section, context: chosen.context, hint: chosen.hint, answer: chosen.answer,
      tags: chosen.tags, origin: chosen.origin)
    entry.id = chosen.id
    var conflicts: [Conflict] = []
    var answerCount = chosen.answer == nil ? 0 : 1
    if chosen.bank != protected {
      // What was taken out by hand does not come back.
      let others = sources.filter {
        $0 != chosen && (!chosen.isEdit || $0.merge >= chosen.merge && !$0.isEdit)
      }
      entry.difficulty = entry.difficulty ?? others.lazy.compactMap(\.difficulty).first
      entry.hint = entry.hint ?? others.lazy.compactMap(\.hint).first
      entry.origin = entry.origin ?? others.lazy.compactMap(\.origin).first
      for tag in others.flatMap(\.tags) where !entry.tags.contains(tag) { entry.tags.append(tag) }
      // Questions of one section stay together, unless a short one needs what it stands under.
      if !chosen.isEdit, chosen.text.split(separator: " ").count > 4 {
        entry.section = sources.lazy.map(\.section).first { !$0.isEmpty } ?? entry.section
      }
      var answer = UnitedAnswer(comparer)
      for source in [chosen] + others { conflicts += answer.add(source) }
      entry.answer = answer.text
      answerCount = answer.count
    }
    entry.sources = sources
    self.entry = entry
    self.conflicts = conflicts
    self.answerCount = answerCount
  }

  /// The sources that differ in content, each as it came in first, in canonical order.
  private static func different(_ sources: [EntrySource]) -> [EntrySource] {
    guard sources.count > 1 else { return sources }
    var places: [UInt64: Int] = [:]
    var different: [EntrySource] = []
    for source in sources.sorted(by: isBefore) {
      let identity = source.identity
      guard let place = places[identity] else {
        places[identity] = different.count
        different.append(source)
        continue
      }
      // Its bank says again what was changed with the merged entry.
      guard different[place].isStale, !source.isStale else { continue }
      let merge = different[place].merge
      different[place] = source
      different[place].merge = merge
    }
    return
      different
      .map { (source: $0, key: key($0)) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.source)
  }

  private static func isBefore(_ a: EntrySource, _ b: EntrySource) -> Bool {
    if a.merge != b.merge { return a.merge < b.merge }
    return key(a).lexicographicallyPrecedes(key(b))
  }

  /// Bank, file, line, then all else: bytes, so that the order is the same everywhere.
  private static func key(_ source: EntrySource) -> [UInt8] {
    var bytes = Array(source.bank.utf8) + [0] + Array(source.file.utf8) + [0]
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: source.line >> shift))
    }
    for part in [source.text, source.context, source.answer, source.hint, source.origin] {
      bytes += Array((part ?? "").utf8) + [0]
    }
    return bytes + Array(source.tags.joined(separator: "\u{1}").utf8)
  }

  /// The source with the best wording: complete, clear, with its lead-in; of equal ones the first.
  private static func keeper(of sources: [EntrySource], protected: String?) -> EntrySource {
    var best = sources[0]
    for source in sources.dropFirst() where isBetter(source, best, protected) { best = source }
    return best
  }

  private static func isBetter(
    _ a: EntrySource, _ b: EntrySource, _ protected: String?
  ) -> Bool {
    if (a.bank == protected) != (b.bank == protected) { return a.bank == protected }
    if a.isEdit || b.isEdit { return a.isEdit && (!b.isEdit || a.merge > b.merge) }
    return score(a) > score(b)
  }

  /// How good a wording is by its form: whole sentences, capitals, nothing cut off.
  private static func score(_ source: EntrySource) -> Double {
    let text = source.text
    var score = 0.0
    if text.hasSuffix("…") || text.hasSuffix("...") { score -= 4 }
    if text.contains("\u{FFFD}") || TextDamage.repaired(text) != text { score -= 4 }
    if text.hasSuffix("?") || text.hasSuffix(".") || text.hasSuffix(":") { score += 2 }
    if text.first?.isUppercase == true { score += 1 }
    if source.kind != .topic { score += 1 }
    if source.context != nil { score += 1 }
    // Of two wordings the fuller one is clearer, up to a sentence.
    let words = text.split(whereSeparator: \.isWhitespace).count
    return score + Double(min(words, 20)) / 40
  }
}

/// Answers of one question as one text: what only some say is said by the whole.
private struct UnitedAnswer {
  private let comparer: AnswerComparer
  private var parts: [(text: String, source: EntrySource)] = []

  /// More than so many different answers are no help; the others stay among the sources.
  private static let mostParts = 12

  init(_ comparer: AnswerComparer) { self.comparer = comparer }

  var count: Int { parts.count }

  var text: String? {
    parts.isEmpty ? nil : parts.map(\.text).joined(separator: "\n\n")
  }

  /// Adds what a source's answer says beyond the others; gives what it contradicts.
  mutating func add(_ source: EntrySource) -> [MergedEntry.Conflict] {
    guard let answer = source.answer else { return [] }
    for (place, part) in parts.enumerated() {
      switch comparer.relation(answer, to: part.text) {
      case .same, .reworded, .truncated, .lessDetail: return []
      case .moreDetail:
        parts[place] = (answer, source)
        return []
      case .conflict: return [MergedEntry.Conflict(kept: part.source, other: source)]
      case .different: continue
      }
    }
    if parts.count < Self.mostParts { parts.append((answer, source)) }
    return []
  }
}
