#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One document of a collection as a line of JSON has it.
struct DocumentLine: Decodable {
  /// What a line lacks that is JSON.
  enum Malformed: Error {
    case id
    case noField([String])
    case notText(String)
  }

  /// Under which the decoder knows the fields that are asked for.
  static let fields = CodingUserInfoKey(rawValue: "fields")

  let id: String
  /// A text for each field that is asked for; empty where the line has none.
  let texts: [String]

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    // BEIR's files write "_id".
    let usual = Key(stringValue: "id")
    let key = object.contains(usual) ? usual : Key(stringValue: "_id")
    if let text = try? object.decode(String.self, forKey: key) {
      id = text
    } else if let number = try? object.decode(Int64.self, forKey: key) {
      id = String(number)
    } else {
      throw Malformed.id
    }
    guard !id.isEmpty, !id.unicodeScalars.contains(where: { $0.properties.isWhitespace })
    else { throw Malformed.id }
    let names = Self.fields.flatMap { decoder.userInfo[$0] as? [String] } ?? []
    var found = false
    texts = try names.map { name in
      let key = Key(stringValue: name)
      guard object.contains(key), try !object.decodeNil(forKey: key) else { return "" }
      guard let text = try? object.decode(String.self, forKey: key) else {
        throw Malformed.notText(name)
      }
      found = true
      return text
    }
    guard found else { throw Malformed.noField(names) }
  }
}
