import QuestionSearch

/// Shows a pair of questions to a person: class, probability and reasons, and both questions side
/// by side with the words marked in which they differ.
struct PairPrinter {
  private static let textLimit = 400
  private static let separator = " │ "
  private static let widthWithoutTerminal = 100

  private let terminal: Terminal
  private let columns: SideBySide

  init(_ terminal: Terminal) {
    self.terminal = terminal
    let width = terminal.width ?? Self.widthWithoutTerminal
    columns = SideBySide(width: (width - 3 - Self.separator.count) / 2, separator: Self.separator)
  }

  /// The lines of a pair and an empty one.
  func lines(of item: QuestionPair, number: Int) -> String {
    let percent = Numbers.fixed(item.pair.probability, digits: 2)
    var head = "\(number). " + terminal.styled(item.pair.duplicateClass.rawValue, .bold)
    head += " \(percent)"
    if let cluster = item.cluster { head += " · cluster \(cluster)" }
    let reasons = item.pair.reasons.map { Sanitizer.oneLine($0) }.joined(separator: "; ")
    if !reasons.isEmpty { head += " · " + reasons }
    let difference = TextDifference(item.first.text, item.second.text)
    return TextLayout(terminal: terminal).wrapped(head, indent: "")
      + columns.lines(
        marked(item.first, difference.first), marked(item.second, difference.second), indent: "   ")
      + columns.lines(place(of: item.first), place(of: item.second), indent: "   ")
      + columns.lines(lead(of: item.first), lead(of: item.second), indent: "   ") + "\n"
  }

  private func marked(_ entry: Entry, _ highlights: [Highlight]) -> String {
    var line = PassageLine(entry.text, highlights: highlights)
    line.cut(at: Self.textLimit)
    return TextLayout(terminal: terminal).marked(line.text, line.highlights)
  }

  private func place(of entry: Entry) -> String {
    terminal.styled("\(Sanitizer.oneLine(entry.file)):\(entry.line)", .place)
      + " · \(Sanitizer.oneLine(entry.id))"
  }

  /// The lead-in without which the question is not understood.
  private func lead(of entry: Entry) -> String {
    guard let context = entry.context else { return "" }
    return terminal.styled("(" + Sanitizer.brief(context) + ")", .dim)
  }
}

/// Two texts beside each other, each in lines of a column's width.
struct SideBySide {
  let width: Int
  let separator: String

  /// The lines of both columns, the shorter filled up; none where both are empty.
  func lines(_ left: String, _ right: String, indent: String) -> String {
    let (one, other) = (broken(left), broken(right))
    var text = ""
    for row in 0..<max(one.count, other.count) {
      let cell = row < one.count ? one[row] : ""
      let blanks = max(width - TextLayout.columns(Substring(cell)), 0)
      var line = indent + cell + String(repeating: " ", count: blanks) + separator
      line += row < other.count ? other[row] : ""
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  /// A text in lines of at most the width; a longer word has a line of its own parts.
  private func broken(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap(pieces) {
      let columns = TextLayout.columns(Substring(line))
      if !line.isEmpty, columns + 1 + TextLayout.columns(word) > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A word that is too long for a line in several; one with escape sequences stays whole.
  private func pieces(_ word: Substring) -> [Substring] {
    guard TextLayout.columns(word) > width, !word.utf8.contains(0x1B) else { return [word] }
    var pieces: [Substring] = []
    var rest = word
    while !rest.isEmpty {
      var piece = rest.prefix(width)
      while TextLayout.columns(piece) > width, piece.count > 1 { piece = piece.dropLast() }
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    return pieces
  }
}

/// Shows questions that are the same, gathered.
struct ClusterPrinter {
  private static let mostMembers = 50

  private let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// The lines of a cluster and an empty one: the representative first.
  func lines(of cluster: QuestionCluster) -> String {
    let weakest = Numbers.fixed(cluster.weakestLink, digits: 2)
    var text =
      terminal.styled("cluster \(cluster.number)", .bold)
      + ": \(cluster.members.count) questions, weakest link \(weakest) "
      + "(\(Sanitizer.oneLine(cluster.weakestMember.id)))\n"
    text += line(of: cluster.representative, mark: "*")
    let others = cluster.members.filter { $0.id != cluster.representative.id }
    for member in others.prefix(Self.mostMembers) { text += line(of: member, mark: " ") }
    if others.count > Self.mostMembers {
      text += "   and \(others.count - Self.mostMembers) more\n"
    }
    return text + "\n"
  }

  private func line(of entry: Entry, mark: String) -> String {
    let place = terminal.styled("\(Sanitizer.oneLine(entry.file)):\(entry.line)", .place)
    return " \(mark) \(Sanitizer.brief(entry.text))\n"
      + "   \(place) · \(Sanitizer.oneLine(entry.bank)) · \(Sanitizer.oneLine(entry.id))\n"
  }
}
