/// A line of `corpus.jsonl` or `queries.jsonl`.
struct BEIRLine: Codable {
  let id: String
  /// Documents may have one, queries have none.
  let title: String?
  let text: String

  enum CodingKeys: String, CodingKey {
    case id = "_id"
    case title, text
  }
}
