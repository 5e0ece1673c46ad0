#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension BEIRFolder {
  /// `corpus.jsonl` with these documents.
  public static func corpusText(_ documents: [BEIRDocument]) throws -> [UInt8] {
    try documents.flatMap { try line(BEIRLine(id: $0.id, title: $0.title, text: $0.text)) }
  }

  /// `queries.jsonl` with these queries.
  public static func queriesText(_ queries: [TopicQuery]) throws -> [UInt8] {
    try queries.flatMap { try line(BEIRLine(id: $0.id, title: nil, text: $0.text)) }
  }

  /// `qrels/PART.tsv` with these judgments. Tabs and line feeds in names become `_`.
  public static func judgmentsText(_ judgments: Judgments) -> [UInt8] {
    var output = Array("query-id\tcorpus-id\tscore\n".utf8)
    for query in judgments.queries {
      for (document, grade) in judgments.grades(of: query) ?? [] {
        output += "\(column(query))\t\(column(document))\t\(grade)\n".utf8
      }
    }
    return output
  }

  private static func column(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 ? "_" : $0 }))
  }

  private static func line(_ value: BEIRLine) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value)) + [0x0A]
  }
}
