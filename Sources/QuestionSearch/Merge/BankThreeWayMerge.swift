import QuestionBanks

/// Merges two edited versions of a bank with the version that both began with, question by
/// question: what each side added, changed or took out is in the outcome, wherever it stands.
///
/// Lines of one question that both sides changed are merged by the caller's text merge, which may
/// leave conflict markers.
public struct BankThreeWayMerge: Sendable {
  /// What a text merge gives: the bytes, and whether they have conflict markers.
  public typealias TextMerge = (_ ours: [UInt8], _ base: [UInt8], _ theirs: [UInt8]) throws -> (
    bytes: [UInt8], hasConflict: Bool
  )

  /// The merged file.
  public let bytes: [UInt8]
  /// Whether it has conflict markers.
  public let hasConflict: Bool

  /// Merges files that are read as banks; `name` says by its suffix what they are.
  ///
  /// An ordinary merge of lines that has no conflict and repeats no question is taken as it is.
  public init(
    ours: [UInt8], base: [UInt8], theirs: [UInt8], name: String, merge: TextMerge
  ) throws {
    let plain = try merge(ours, base, theirs)
    let parts = [ours, base, theirs].map { Parts($0, name: name) }
    guard let mine = parts[0], let old = parts[1], let yours = parts[2] else {
      (bytes, hasConflict) = plain
      return
    }
    if !plain.hasConflict, let whole = Parts(plain.bytes, name: name), !whole.repeats(old) {
      (bytes, hasConflict) = plain
      return
    }
    var merger = PartMerger(
      old: old.matched(to: old), mine.matched(to: old), yours.matched(to: old))
    try merger.run(merge)
    (bytes, hasConflict) = (merger.output, merger.hasConflict)
  }
}

/// A file as questions with the lines that belong to them, and other lines between.
private struct Parts {
  struct Part {
    /// Equal for the same question, or the same other lines, in two versions.
    var key: [UInt8]
    var lines: [UInt8]
    var isQuestion: Bool
  }

  var parts: [Part] = []

  /// Nil where the file cannot be read as a bank.
  init?(_ bytes: [UInt8], name: String) {
    guard let entries = try? BankReader().read(bytes, file: name, bank: "").entries else {
      return nil
    }
    let file = FileLines(bytes)
    let lines = file.lines
    var uses: [[UInt8]: Int] = [:]
    func key(_ text: [UInt8]) -> [UInt8] {
      uses[text, default: 0] += 1
      return text + [0] + Array(String(uses[text] ?? 1).utf8)
    }
    var line = 0
    for entry in entries {
      let first = max(entry.line - 1, line)
      if line < first { addOthers(lines[line..<first], key) }
      var end = max(entry.lineEnd, entry.answerLineEnd ?? 0, first)
      // Lines of a question that begins before this one ends are its own.
      end = min(max(end, first), lines.count)
      while end < lines.count, file.isBlank(end) { end += 1 }
      guard first < end else { continue }
      parts.append(
        Part(
          key: key(Array((entry.text + "\u{1}" + (entry.context ?? "")).lowercased().utf8)),
          lines: Array(lines[first..<end].joined()), isQuestion: true))
      line = end
    }
    if line < lines.count { addOthers(lines[line...], key) }
  }

  private mutating func addOthers(
    _ lines: ArraySlice<ArraySlice<UInt8>>, _ key: ([UInt8]) -> [UInt8]
  ) {
    let text = Array(lines.joined())
    parts.append(
      Part(key: key([0] + text.filter { $0 > 0x20 }), lines: text, isQuestion: false))
  }

  /// Whether a question stands here more often than in the version that both began with.
  func repeats(_ old: Parts) -> Bool {
    func counts(_ parts: [Part]) -> [ArraySlice<UInt8>: Int] {
      var counts: [ArraySlice<UInt8>: Int] = [:]
      for part in parts where part.isQuestion {
        counts[part.key.prefix { $0 != 0 }, default: 0] += 1
      }
      return counts
    }
    let known = counts(old.parts)
    return counts(parts).contains { $0.value > max(known[$0.key] ?? 0, 1) }
  }

  /// The same with the key of the old version for parts that were only changed: where as many are
  /// new as are gone between two parts that stayed.
  func matched(to old: Parts) -> Parts {
    var result = self
    let known = Set(old.parts.map(\.key))
    let here = Set(parts.map(\.key))
    var place = 0
    var oldPlace = 0
    while place <= parts.count {
      var end = place
      while end < parts.count, !known.contains(parts[end].key) { end += 1 }
      var oldEnd = oldPlace
      while oldEnd < old.parts.count, !here.contains(old.parts[oldEnd].key) { oldEnd += 1 }
      if end - place == oldEnd - oldPlace {
        for step in 0..<(end - place)
        where parts[place + step].isQuestion == old.parts[oldPlace + step].isQuestion {
          result.parts[place + step].key = old.parts[oldPlace + step].key
        }
      }
      guard end < parts.count else { break }
      // Behind the next part that stayed.
      place = end + 1
      if let next = old.parts.firstIndex(where: { $0.key == parts[end].key }) {
        oldPlace = next + 1
      }
    }
    return result
  }
}

/// Puts the parts of three versions together.
private struct PartMerger {
  private let old: [[UInt8]: [UInt8]]
  private let mine: [Parts.Part]
  private let yours: [Parts.Part]
  private(set) var output: [UInt8] = []
  private(set) var hasConflict = false

  init(old: Parts, _ mine: Parts, _ yours: Parts) {
    self.old = Dictionary(
      old.parts.map { ($0.key, $0.lines) }, uniquingKeysWith: { first, _ in first })
    self.mine = mine.parts
    self.yours = yours.parts
  }

  mutating func run(_ merge: BankThreeWayMerge.TextMerge) throws {
    let theirs = Dictionary(
      yours.map { ($0.key, $0.lines) }, uniquingKeysWith: { first, _ in first })
    let own = Set(mine.map(\.key))
    // What only they have stands behind the same part as with them.
    var added: [[UInt8]: [[UInt8]]] = [:]
    var last: [UInt8] = []
    for part in yours {
      if own.contains(part.key) {
        last = part.key
      } else if let base = old[part.key] {
        // Taken out by us; changed by them, it stays, with markers.
        if base != part.lines {
          added[last, default: []].append(try merged([], base, part.lines, merge))
        }
      } else {
        added[last, default: []].append(part.lines)
      }
    }
    for lines in added[[]] ?? [] { append(lines) }
    for part in mine {
      switch (old[part.key], theirs[part.key]) {
      case (let base?, let other?): append(try merged(part.lines, base, other, merge))
      case (let base?, nil):
        // Taken out by them; changed by us, it stays, with markers.
        if base != part.lines { append(try merged(part.lines, base, [], merge)) }
      case (nil, let other?): append(try merged(part.lines, [], other, merge))
      case (nil, nil): append(part.lines)
      }
      for lines in added[part.key] ?? [] { append(lines) }
    }
  }

  private mutating func merged(
    _ ours: [UInt8], _ base: [UInt8], _ theirs: [UInt8], _ merge: BankThreeWayMerge.TextMerge
  ) throws -> [UInt8] {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    // The same but for blank lines behind it.
    func core(_ lines: [UInt8]) -> ArraySlice<UInt8> {
      var core = lines[...]
      while let last = core.last, last <= 0x20 { core.removeLast() }
      return core
    }
    if core(ours) == core(theirs) { return ours.count >= theirs.count ? ours : theirs }
    // Added by both, by one with more behind the same beginning.
    if base.isEmpty, !ours.isEmpty, !theirs.isEmpty {
      if core(ours).starts(with: core(theirs)) { return ours }
      if core(theirs).starts(with: core(ours)) { return theirs }
    }
    let outcome = try merge(ours, base, theirs)
    hasConflict = hasConflict || outcome.hasConflict
    return outcome.bytes
  }

  /// A part at the end of a file may have no line break, nor a blank line, behind it.
  private mutating func append(_ lines: [UInt8]) {
    if !lines.isEmpty, let last = output.last, last != 0x0A { output.append(0x0A) }
    output += lines
  }
}
