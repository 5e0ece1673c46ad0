/// What a question wants to know of its subject: "What is X?", "Why X?", "What is X good for?".
///
/// The phrases that ask for each are in `Scripts/lexicon/aspects.txt`.
public enum QuestionAspect: String, Sendable, CaseIterable {
  case definition, working, purpose, reason, method, difference, advantage, disadvantage, occasion
  case example, number, complexity, person, place, time, assessment, detection, prevention
  case implementation, computation, effect, assumption, choice, opinion
}

/// A set of aspects.
struct AspectSet: Sendable, Equatable {
  private(set) var bits: UInt32 = 0

  init() {}

  init(_ aspects: [QuestionAspect]) { for aspect in aspects { insert(aspect) } }

  private static let places: [QuestionAspect: UInt32] = {
    var places: [QuestionAspect: UInt32] = [:]
    for (place, aspect) in QuestionAspect.allCases.enumerated() { places[aspect] = 1 << place }
    return places
  }()

  /// Aspects that are asked for in much the same words, and often mean the same: "What is
  /// dropout?", "How does dropout work?", "What is dropout used for?".
  static let soft = AspectSet([
    .definition, .working, .purpose, .reason, .method, .choice, .opinion, .example, .person,
    .place, .time,
  ])
  /// Aspects of which a question asks for one.
  static let exclusive = [
    AspectSet([.person, .place, .time, .number]), AspectSet([.reason, .effect]),
  ]

  /// Aspects that say nothing: what is asked where nothing else is.
  static let plain = AspectSet([.definition, .choice, .opinion])
  /// Why something is done, and what for.
  private static let why = AspectSet([.reason, .purpose])

  /// What is asked beyond what a thing is; reasons and purposes are one.
  var telling: AspectSet {
    let telling = subtracting(.plain)
    return telling.intersection(.why).isEmpty ? telling : telling.union(.why)
  }

  mutating func insert(_ aspect: QuestionAspect) { bits |= Self.places[aspect] ?? 0 }

  func contains(_ aspect: QuestionAspect) -> Bool { bits & (Self.places[aspect] ?? 0) != 0 }

  var isEmpty: Bool { bits == 0 }
  var count: Int { bits.nonzeroBitCount }

  func intersection(_ other: AspectSet) -> AspectSet { AspectSet(bits: bits & other.bits) }
  func union(_ other: AspectSet) -> AspectSet { AspectSet(bits: bits | other.bits) }
  func subtracting(_ other: AspectSet) -> AspectSet { AspectSet(bits: bits & ~other.bits) }

  /// The aspects in the order of their declaration.
  var all: [QuestionAspect] { QuestionAspect.allCases.filter(contains) }

  private init(bits: UInt32) { self.bits = bits }
}
