/// Judged pairs read from a file: UTF-8 lines of columns between tabs, the first line naming them.
///
/// Needed are `id_a`, `id_b` and `label`, in any order; `text_a`, `text_b`, and `probability` or
/// `score` are read where they are; other columns and blank lines are passed over. There is no
/// quoting: a text has no tab and no line end.
public struct PairsFile: Sendable, Hashable {
  /// The pairs, in the order of the file, each once.
  public let records: [PairRecord]
  /// Lines whose two ids are the same item, which say nothing; they are left out.
  public let selfPairLines: [Int]

  /// The judgments, in the order of the file.
  public var judgments: [LabeledPair] { records.map(\.judgment) }

  /// The scores with their judgments, of the lines that have a score.
  public var judgedScores: [JudgedScore] {
    records.compactMap { record in
      record.score.map { JudgedScore(score: $0, isDuplicate: record.judgment.isDuplicate) }
    }
  }

  /// Reads a file of pairs. Cost: linear in its length.
  ///
  /// - Throws: `EvaluationError` naming the line where the header lacks a column or names one
  ///   twice, a line has too few columns or one too many, an id is empty or has control characters,
  ///   a label or a number is none, a pair stands a second time, or the bytes are not UTF-8; and
  ///   where there is no pair.
  public static func parse(
    _ bytes: [UInt8], file: String, labels: PairLabelRule = .standard
  ) throws(EvaluationError) -> PairsFile {
    var header: Header?
    var records: [PairRecord] = []
    var selfPairLines: [Int] = []
    var lineOfPair: [ItemPair: Int] = [:]
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let place = Place(file: file, line: number)
      guard let columns = try columns(of: line, at: place) else { continue }
      guard let known = header else {
        header = try Header(columns, at: place)
        continue
      }
      guard columns.count == known.count else {
        throw place.malformed(
          "\(columns.count) columns, but the header names \(known.count); separate them by tabs")
      }
      let row = Row(columns: columns, header: known)
      guard let record = try row.record(labels: labels, at: place) else {
        selfPairLines.append(number)
        continue
      }
      if let before = lineOfPair.updateValue(number, forKey: record.judgment.pair) {
        throw place.malformed("the pair stands on line \(before) already; keep one")
      }
      records.append(record)
    }
    guard !records.isEmpty else {
      throw .empty(file: file, expected: "a header 'id_a TAB id_b TAB label' and lines of pairs")
    }
    return PairsFile(records: records, selfPairLines: selfPairLines)
  }

  /// A line being read.
  private struct Place {
    let file: String
    let line: Int

    func malformed(_ reason: String) -> EvaluationError {
      .malformed(file: file, line: line, reason: reason)
    }
  }

  /// The columns of a line without its line end and byte order mark; `nil` for a blank line.
  private static func columns(
    of line: ArraySlice<UInt8>, at place: Place
  ) throws(EvaluationError) -> [Substring]? {
    var line = line
    if place.line == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    if line.last == 0x0D { line = line.dropLast() }
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
    guard let text = String(validating: line, as: UTF8.self) else {
      throw place.malformed("not UTF-8; save the file as UTF-8")
    }
    return text.split(separator: "\t", omittingEmptySubsequences: false)
  }

  /// Where the columns are.
  private struct Header {
    let count: Int
    let idA: Int
    let idB: Int
    let label: Int
    let textA: Int?
    let textB: Int?
    let score: Int?

    init(_ columns: [Substring], at place: Place) throws(EvaluationError) {
      var places: [Substring: Int] = [:]
      for (index, name) in columns.enumerated() {
        guard places.updateValue(index, forKey: name) == nil else {
          throw place.malformed("the header names '\(name)' twice; give each column its own name")
        }
      }
      guard let idA = places["id_a"], let idB = places["id_b"], let label = places["label"] else {
        let missing = ["id_a", "id_b", "label"].filter { places[Substring($0)] == nil }
        throw place.malformed(
          "the header has no \(missing.joined(separator: ", "));"
            + " begin the file with a line 'id_a TAB id_b TAB label'")
      }
      count = columns.count
      (self.idA, self.idB, self.label) = (idA, idB, label)
      (textA, textB) = (places["text_a"], places["text_b"])
      score = places["probability"] ?? places["score"]
    }
  }

  /// The columns of a line with their meaning; there are as many as the header has.
  private struct Row {
    let columns: [Substring]
    let header: Header

    /// The line's pair; `nil` where it is twice the same item.
    func record(labels: PairLabelRule, at place: Place) throws(EvaluationError) -> PairRecord? {
      let idA = String(columns[header.idA])
      let idB = String(columns[header.idB])
      for id in [idA, idB] {
        let hasControl = id.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard !id.isEmpty, !hasControl else {
          throw place.malformed("an id is empty or has control characters; give each item one")
        }
      }
      guard let isDuplicate = labels.isDuplicate(columns[header.label]) else {
        let label = columns[header.label].prefix(40)
        throw place.malformed("the label '\(label)' is not known; expected \(labels.expected)")
      }
      var score: Double?
      if let column = header.score {
        guard let number = Double(columns[column]), number.isFinite else {
          throw place.malformed("'\(columns[column].prefix(40))' is not a finite number")
        }
        score = number
      }
      guard let pair = ItemPair(idA, idB) else { return nil }
      return PairRecord(
        idA: idA, idB: idB, textA: header.textA.map { String(columns[$0]) },
        textB: header.textB.map { String(columns[$0]) },
        judgment: LabeledPair(pair, isDuplicate: isDuplicate), score: score, line: place.line)
    }
  }
}
