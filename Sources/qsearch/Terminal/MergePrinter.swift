import QuestionSearch

/// A plan of merging banks, for people and programs.
enum MergePrinter {
  /// Numbers, then each join, conflict and pair that stays apart.
  static func plan(_ plan: MergePlan) -> String {
    let united = plan.entries.count { $0.answerCount > 1 }
    var text = """
      in          \(plan.input.count)
      keep        \(plan.entries.count)
      join        \(plan.joins.count)
      unite       \(united) answers
      conflict    \(plan.conflicts.count)
      left apart  \(plan.leftApart.count)

      """
    for join in plan.joins {
      let keeper = plan.entries[join.keeper].entry
      text += """

        join \(join.duplicateClass.rawValue) \(Numbers.fixed(join.probability, digits: 2))
          \(place(join.entry.file, join.entry.line)) \(line(join.entry.text))
          → \(place(keeper.file, keeper.line)) \(line(keeper.text))
          \((join.reasons.map(line) + answer(join)).joined(separator: "; "))

        """
    }
    for conflict in plan.conflicts {
      text += """

        conflict  \(line(conflict.kept.text))
          \(place(conflict.kept.file, conflict.kept.line)) \(line(conflict.kept.answer ?? ""))
          \(place(conflict.other.file, conflict.other.line)) \(line(conflict.other.answer ?? ""))

        """
    }
    for pair in plan.leftApart {
      let (a, b) = (plan.entries[pair.first].entry, plan.entries[pair.second].entry)
      text += """

        apart  \(pair.reasons.map(line).joined(separator: "; "))
          \(place(a.file, a.line)) \(line(a.text))
          \(place(b.file, b.line)) \(line(b.text))

        """
    }
    return text
  }

  private static func answer(_ join: MergePlan.Join) -> [String] {
    join.answer.map { ["answer: \($0.rawValue)"] } ?? []
  }

  private static func place(_ file: String, _ line: Int) -> String {
    Sanitizer.brief(file) + ":\(line)"
  }

  private static func line(_ text: String) -> String {
    let flat = Sanitizer.oneLine(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return flat.count > 160 ? String(flat.prefix(159)) + "…" : flat
  }

  /// A line for each question: where it stood, what became of it, what stands for it.
  static func account(_ plan: MergePlan) -> String {
    var text = "id\tbank\tplace\tfate\tkeeper\tkeeper_place\tkeeper_text\n"
    let joined = Dictionary(
      plan.joins.map { ($0.entry.bank + "\u{0}" + $0.entry.id, $0.duplicateClass.rawValue) },
      uniquingKeysWith: { first, _ in first })
    for (number, entry) in plan.input.enumerated() {
      let keeper = plan.entries[plan.places[number]].entry
      let fate = joined[entry.bank + "\u{0}" + entry.id].map { "joined (\($0))" } ?? "kept"
      let columns = [
        entry.id, entry.bank, "\(entry.file):\(entry.line)", fate, keeper.id,
        "\(keeper.file):\(keeper.line)", keeper.text,
      ]
      text += columns.map(column).joined(separator: "\t") + "\n"
    }
    text += "# \(plan.input.count) in = \(plan.entries.count) kept + \(plan.joins.count) joined\n"
    return text
  }

  private static func column(_ text: String) -> String {
    Sanitizer.oneLine(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private struct JoinLine: Encodable {
    let schema_version = 1
    let action = "join"
    let entry: String
    let keeper: String
    let duplicateClass: String
    let probability: Double
    let reasons: [String]
    let answer: String?

    enum CodingKeys: String, CodingKey {
      case schema_version, action, entry, keeper, probability, reasons, answer
      case duplicateClass = "class"
    }
  }

  private struct ConflictLine: Encodable {
    let schema_version = 1
    let action = "conflict"
    let kept: String
    let other: String
    let kept_answer: String?
    let other_answer: String?
  }

  private struct ApartLine: Encodable {
    let schema_version = 1
    let action = "apart"
    let a: String
    let b: String
    let reasons: [String]
  }

  /// An object a line for each join, conflict and pair that stays apart.
  static func json(_ plan: MergePlan) throws -> [UInt8] {
    let json = JSONLines()
    var bytes: [UInt8] = []
    for join in plan.joins {
      bytes += try json.line(
        JoinLine(
          entry: join.entry.id, keeper: plan.entries[join.keeper].entry.id,
          duplicateClass: join.duplicateClass.rawValue, probability: join.probability,
          reasons: join.reasons, answer: join.answer?.rawValue))
    }
    for conflict in plan.conflicts {
      bytes += try json.line(
        ConflictLine(
          kept: conflict.kept.id, other: conflict.other.id, kept_answer: conflict.kept.answer,
          other_answer: conflict.other.answer))
    }
    for pair in plan.leftApart {
      bytes += try json.line(
        ApartLine(
          a: plan.entries[pair.first].entry.id, b: plan.entries[pair.second].entry.id,
          reasons: pair.reasons))
    }
    return bytes
  }
}
