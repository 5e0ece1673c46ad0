/// Texts that are all similar to one of them.
public struct Cluster: Sendable, Equatable {
  /// The text that every member was matched with.
  public let representative: Int
  /// All texts of the cluster, ascending, the representative among them; two or more.
  public let members: [Int]
  /// The least similarity between the representative and a member.
  public let weakestLink: Double
  /// The member that has it; the first of several.
  public let weakestMember: Int
}
