import QuestionSearch

/// Shows a person how a file was read: the convention with its evidence, and the part of every
/// line.
struct AccountPrinter {
  private static let textLimit = 60

  let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// The file's conventions, then one line a run of lines that play the same part.
  func lines(of reading: BankReading, file: String) -> String {
    var text = head(of: reading, file: file)
    for score in reading.scores {
      text +=
        "  \(Numbers.fixed(score.score, digits: 2))  \(score.convention): "
        + Sanitizer.oneLine(score.evidence) + "\n"
    }
    for note in reading.notes { text += "  note: " + Sanitizer.oneLine(note.description) + "\n" }
    for account in reading.accounts where account.role != .blank {
      text += line(of: account, reading.entries)
    }
    return text + "\n"
  }

  /// The file's convention and how many lines play each part, by reason.
  func statistics(of reading: BankReading, file: String) -> String {
    var text = head(of: reading, file: file)
    for (convention, entries) in reading.counts {
      text += "  \(entries) questions by: \(convention)\n"
    }
    for kind in EntryKind.allCases {
      let count = reading.entries.count { $0.kind == kind }
      if count > 0 { text += "  \(count) of kind: \(kind.rawValue)\n" }
    }
    text += "  \(reading.entries.count { $0.answer != nil }) with an answer\n"
    for (part, count) in linesByPart(reading) {
      text += "  \(count) \(count == 1 ? "line" : "lines"): \(part)\n"
    }
    let missed = reading.accounts.filter(\.looksLikeQuestion)
    if !missed.isEmpty {
      let places = missed.prefix(20).map { String($0.line) }.joined(separator: ", ")
      let more = missed.count > 20 ? ", …" : ""
      text += "  look like questions and were not taken: lines \(places)\(more)\n"
    }
    return text + "\n"
  }

  private func head(of reading: BankReading, file: String) -> String {
    terminal.styled(Sanitizer.oneLine(file), .place)
      + ": \(reading.entries.count) questions, read as "
      + reading.convention + "\n"
  }

  /// Numbers of lines by part and reason, in the order of first appearance.
  private func linesByPart(_ reading: BankReading) -> [(String, Int)] {
    var counts: [(part: String, count: Int)] = []
    for account in reading.accounts {
      let part = name(of: account)
      let count = account.lineEnd - account.line + 1
      if let index = counts.firstIndex(where: { $0.part == part }) {
        counts[index].count += count
      } else {
        counts.append((part, count))
      }
    }
    return counts
  }

  private func name(of account: BlockAccount) -> String {
    let role = account.role == .none ? "no item" : account.role.rawValue
    return account.reason.isEmpty ? role : "\(role) (\(account.reason))"
  }

  private func line(of account: BlockAccount, _ entries: [Entry]) -> String {
    let range =
      account.line == account.lineEnd ? "\(account.line)" : "\(account.line)-\(account.lineEnd)"
    let padding = String(repeating: " ", count: max(0, 11 - range.count))
    let mark = account.looksLikeQuestion ? "?" : " "
    var text = padding + range + " " + mark + " " + name(of: account)
    if let entry = account.entry, entries.indices.contains(entry) {
      text +=
        account.role == .item
        ? ": " + shortened(entries[entry].text) : " of line \(entries[entry].line)"
    }
    return text + "\n"
  }

  private func shortened(_ text: String) -> String {
    let line = Sanitizer.oneLine(text)
    return line.count <= Self.textLimit ? line : line.prefix(Self.textLimit) + "…"
  }
}
