import IndexStorage
import InvertedIndex
import TestSupport

/// Random documents with attributes in several segments, some of them deleted.
struct RandomIndex {
  let snapshot: Snapshot
  /// The words of each field, by the document's number.
  private(set) var words: [UInt32: [[String]]] = [:]
  /// The attributes, by the document's number.
  private(set) var attributes: [UInt32: [String]] = [:]
  private let temporary: TemporaryFolder

  /// - Parameters:
  ///   - documents: of the first segment; each further one has a quarter of those before.
  ///   - vocabulary: how many different words; the fewer, the more often phrases stand there.
  init(
    fields: Int, documents: Int, segments: Int, vocabulary: Int,
    using generator: inout SeededGenerator
  ) throws {
    temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = try IndexWriter(
      folder, fields: (0..<fields).map { "f\($0)" }, analyzer: .plain)
    var known: [String: (fields: [[String]], attributes: [String])] = [:]
    for segment in 0..<segments {
      for number in 0..<max(documents >> (2 * segment), 1) {
        let fields = (0..<fields).map { _ in
          Self.words(vocabulary, using: &generator)
        }
        let name = "\(segment)-\(number)"
        let attributes = Self.attributes(using: &generator)
        known[name] = (fields, attributes)
        try writer.add(
          Document(
            name: name, fields: fields.map { $0.joined(separator: " ") }, attributes: attributes),
          group: "g\(segment)-\(number * 10 / documents)")
      }
      try writer.commit()
    }
    if segments > 1 {
      for segment in 0..<segments { try writer.delete(group: "g\(segment)-3") }
      try writer.delete(group: "g1-0")
      try writer.commit()
    }
    snapshot = try Snapshot(folder)
    try snapshot.forEachDocument { document in
      guard let found = known[try snapshot.name(of: document)] else { return }
      words[document.rawValue] = found.fields
      attributes[document.rawValue] = found.attributes
    }
  }

  private static func words(
    _ vocabulary: Int, using generator: inout SeededGenerator
  ) -> [String] {
    let isLong = Int.random(in: 0..<50, using: &generator) == 0
    let length =
      isLong
      ? Int.random(in: 200...300, using: &generator) : Int.random(in: 0...12, using: &generator)
    return (0..<length).map { _ in word(vocabulary, using: &generator) }
  }

  /// A word of one to three letters; the first ones are the most frequent.
  static func word(_ vocabulary: Int, using generator: inout SeededGenerator) -> String {
    let uniform = Double.random(in: 0..<1, using: &generator)
    return String(Int(Double(vocabulary) * uniform * uniform) + 1, radix: 5)
  }

  private static func attributes(using generator: inout SeededGenerator) -> [String] {
    var attributes = Int.random(in: 0..<9, using: &generator) > 0 ? ["all"] : []
    attributes.append("color=\(Int.random(in: 0..<3, using: &generator))")
    if Int.random(in: 0..<30, using: &generator) == 0 { attributes.append("rare") }
    return attributes + (Bool.random(using: &generator) ? attributes : [])
  }

  /// A filter of some clauses, or none.
  static func filter(using generator: inout SeededGenerator) -> DocumentFilter? {
    [
      nil, DocumentFilter(), DocumentFilter([["all"]]), DocumentFilter([["rare", "color=1"]]),
      DocumentFilter([["all"], ["color=2", "color=0"]]), DocumentFilter([["rare"], ["color=0"]]),
      DocumentFilter([["nobody"]]), DocumentFilter([["all"], []]),
    ].randomElement(using: &generator) ?? nil
  }

  /// Whether a document passes a filter.
  func passes(_ document: DocumentID, _ filter: DocumentFilter?) -> Bool {
    let attributes = attributes[document.rawValue] ?? []
    return (filter?.clauses ?? []).allSatisfy { clause in
      clause.contains { attributes.contains($0) }
    }
  }
}
