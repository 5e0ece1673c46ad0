import NearDuplicates
import QuestionBanks

/// Two entries and how they are to each other, as programs read it: the output of
/// `qsearch dedup --jsonl`.
public struct QuestionPair: Sendable, Encodable {
  /// The version of the JSON form.
  public static let schemaVersion = 1

  /// The first entry in canonical order; a new one where new entries are compared with an index.
  public let first: Entry
  /// The other entry.
  public let second: Entry
  /// How they are to each other, and why.
  public let pair: DuplicatePair
  /// The cluster in which both are, from 1; nil where they are in none or in different ones.
  public let cluster: Int?

  private enum CodingKeys: String, CodingKey {
    case schemaVersion = "schema_version"
    case a, b
    case duplicateClass = "class"
    case probability
    case wordJaccard = "jaccard_words"
    case characterJaccard = "jaccard_characters"
    case containment, reasons, cluster
    case fileA = "file_a"
    case lineA = "line_a"
    case textA = "text_a"
    case fileB = "file_b"
    case lineB = "line_b"
    case textB = "text_b"
  }

  /// Writes every name; what is absent is `null`.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(Self.schemaVersion, forKey: .schemaVersion)
    try values.encode(first.id, forKey: .a)
    try values.encode(second.id, forKey: .b)
    try values.encode(pair.duplicateClass.rawValue, forKey: .duplicateClass)
    try values.encode(Self.rounded(pair.probability), forKey: .probability)
    try values.encode(Self.rounded(pair.evidence.wordJaccard), forKey: .wordJaccard)
    try values.encode(Self.rounded(pair.evidence.characterJaccard), forKey: .characterJaccard)
    try values.encode(Self.rounded(pair.evidence.containment), forKey: .containment)
    try values.encode(pair.reasons, forKey: .reasons)
    try values.encode(cluster, forKey: .cluster)
    try values.encode(first.file, forKey: .fileA)
    try values.encode(first.line, forKey: .lineA)
    try values.encode(first.text, forKey: .textA)
    try values.encode(second.file, forKey: .fileB)
    try values.encode(second.line, forKey: .lineB)
    try values.encode(second.text, forKey: .textB)
  }

  /// Six digits behind the point: the same on every machine.
  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}

/// Entries that are the same question: the output of `qsearch dedup --clusters --jsonl`.
public struct QuestionCluster: Sendable, Encodable {
  /// Its number, from 1.
  public let number: Int
  /// The entry with which every member was matched.
  public let representative: Entry
  /// All entries of the cluster in canonical order, the representative among them.
  public let members: [Entry]
  /// The least probability between the representative and a member.
  public let weakestLink: Double
  /// The member that has it.
  public let weakestMember: Entry

  private enum CodingKeys: String, CodingKey {
    case schemaVersion = "schema_version"
    case cluster, representative, members
    case weakestLink = "weakest_link"
    case weakestMember = "weakest_member"
  }

  /// Entries are written as their ids.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(QuestionPair.schemaVersion, forKey: .schemaVersion)
    try values.encode(number, forKey: .cluster)
    try values.encode(representative.id, forKey: .representative)
    try values.encode(members.map(\.id), forKey: .members)
    try values.encode((weakestLink * 1e6).rounded() / 1e6, forKey: .weakestLink)
    try values.encode(weakestMember.id, forKey: .weakestMember)
  }
}

extension QuestionDuplicates {
  /// Pairs for showing: by class, the surest first, then in canonical order.
  ///
  /// - Parameter all: whether contrasts and related questions are among them.
  public func pairs(all: Bool) -> [QuestionPair] {
    let clusterOfText = result.clusterOfText
    let order = Dictionary(
      uniqueKeysWithValues: DuplicateClass.allCases.enumerated().map { ($1, $0) })
    func rank(_ pair: DuplicatePair) -> (Int, Double, Int, Int) {
      (order[pair.duplicateClass] ?? 0, -pair.probability, pair.first, pair.second)
    }
    return result.pairs.filter { all || $0.isDuplicate }.sorted { rank($0) < rank($1) }
      .map { pair in
        let (one, other) = (clusterOfText[pair.first], clusterOfText[pair.second])
        return QuestionPair(
          first: entries[pair.first], second: entries[pair.second], pair: pair,
          cluster: one == other && pair.isDuplicate ? one.map { $0 + 1 } : nil)
      }
  }

  /// Clusters for showing, in canonical order of their first members.
  public var clusters: [QuestionCluster] {
    result.clusters.enumerated().map { number, cluster in
      QuestionCluster(
        number: number + 1, representative: entries[cluster.representative],
        members: cluster.members.map { entries[$0] }, weakestLink: cluster.weakestLink,
        weakestMember: entries[cluster.weakestMember])
    }
  }
}
