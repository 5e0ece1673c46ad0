import IndexStorage
import NearDuplicates

/// The texts of a file of `{"id": …, "text": "…"}`, a line each, and their ids.
struct TextLines: @unchecked Sendable {
  let texts: AnalyzedTexts
  private let parts: [Part]

  /// Reads a file with several threads; words are what stands between white space.
  init(_ path: String, threads: Int) throws {
    let file = try LineFile(path)
    let ranges = file.ranges(file.length < 1 << 16 ? 1 : threads)
    let parts = try Threads.run(ranges.count) { number in
      Result {
        let part = Part()
        try part.read(file, ranges[number])
        return part
      }
    }.map { try $0.get() }
    if let part = parts.first(where: { $0.badLine != nil }), let bad = part.badLine {
      let lines = parts.prefix { $0 !== part }.reduce(0) { $0 + $1.lineCount }
      throw BadLine(path: path, number: lines + bad)
    }
    texts = AnalyzedTexts.joined(parts.map(\.builder))
    self.parts = parts
  }

  /// Calls the body with the id of a text as JSON; where the line has none, its number.
  func withID<R>(_ text: Int, _ body: (ArraySlice<UInt8>) -> R) -> R {
    var first = 0
    for part in parts {
      if text < first + part.idEnds.count {
        let place = text - first
        let id = part.ids[(place == 0 ? 0 : part.idEnds[place - 1])..<part.idEnds[place]]
        return id.isEmpty ? body(Array("\"\(text)\"".utf8)[...]) : body(id)
      }
      first += part.idEnds.count
    }
    return body([])
  }

  struct BadLine: Error, CustomStringConvertible {
    let path: String
    let number: Int
    var description: String {
      "\(path):\(number): not {\"id\": …, \"text\": \"…\"}; mend the line or leave it out"
    }
  }

  private final class Part: @unchecked Sendable {
    let builder = AnalyzedTextsBuilder()
    var ids: [UInt8] = []
    var idEnds: [Int] = []
    var lineCount = 0
    var badLine: Int?

    func read(_ file: LineFile, _ range: Range<Int>) throws {
      var unescaped: [UInt8] = []
      try file.forEachLine(in: range) { line in
        lineCount += 1
        guard badLine == nil, line.contains(where: { $0 > 0x20 }) else { return }
        guard let fields = TextLine(line) else {
          badLine = lineCount
          return
        }
        ids.append(contentsOf: fields.id)
        idEnds.append(ids.count)
        if fields.hasEscapes {
          fields.unescape(into: &unescaped)
          unescaped.withUnsafeBufferPointer { builder.append(plain: $0) }
        } else {
          builder.append(plain: fields.text)
        }
      }
    }
  }
}
