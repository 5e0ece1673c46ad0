extension AnalysisState {
  /// Reads one word, without hyphens or other connectors, into `segment`; returns the offset after
  /// it. A letter or digit must stand at `start`.
  mutating func readSegment(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    segment.reset(at: start)
    var i = start
    while i < end {
      let scalar = UTF8Scalar.decode(text, i, end)
      let next = i + scalar.length
      switch CharacterClass.of(scalar.value) {
      case .letter: add(scalar.value, .lower, at: i, followedBy: next, text, end)
      case .capital: add(scalar.value, .upper, at: i, followedBy: next, text, end)
      case .digit: add(scalar.value, .digit, at: i, followedBy: next, text, end)
      case .mark:
        let length = Folding.fold(scalar.value, into: segment.bytes + segment.byteCount)
        segment.add(.other, bytes: length, at: i)
      case .ignored: break
      case .apostrophe:
        guard isInnerApostrophe(text, next, end) else { return finishSegment(i) }
        segment.add(.apostrophe, UInt8(ascii: "'"), at: i)
        segment.hasApostrophe = true
      case .separator:
        guard continuesNumber(text, i, end) else { return finishSegment(i) }
        if text[i] == UInt8(ascii: ".") { segment.add(.digit, UInt8(ascii: "."), at: i) }
      case .bigram, .hyphen: return finishSegment(i)
      }
      i = next
    }
    return finishSegment(i)
  }

  private mutating func finishSegment(_ end: Int) -> Int {
    segment.end = end
    return end
  }

  /// Adds a letter or digit; a Greek letter without a Greek neighbor is spelled out.
  private mutating func add(
    _ value: UInt32, _ kind: SegmentBuffer.Kind, at index: Int, followedBy next: Int,
    _ text: UnsafePointer<UInt8>, _ end: Int
  ) {
    if value < 0x80 {
      segment.add(kind, ByteClass.lower(UInt8(value)), at: index)
      segment.endsInGreek = false
      return
    }
    let target = segment.bytes + segment.byteCount
    var length = Folding.fold(value, into: target)
    var kind = kind
    let folded = UTF8Scalar.decode(target, 0, length)
    if folded.length == length, let name = Folding.greekName(folded.value) {
      let isAlone = !segment.endsInGreek && !Self.isGreek(text, next, end)
      segment.endsInGreek = true
      if isAlone {
        length = name.utf8CodeUnitCount
        target.update(from: name.utf8Start, count: length)
        kind = .other
      }
    } else {
      segment.endsInGreek = false
      if length > 1 && kind == .digit && folded.value >= 0x80 { kind = .other }
    }
    segment.add(kind, bytes: length, at: index)
  }

  /// Whether a Greek letter stands at an index.
  private static func isGreek(_ text: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    let value = UTF8Scalar.decode(text, index, end).value
    return (0x370...0x3FF).contains(value) || (0x1F00...0x1FFF).contains(value)
  }

  /// Whether an apostrophe before an index is part of the word: letters stand on both sides, and it
  /// does not cut off a single letter as in French (`l'hôpital`, which is a compound).
  private func isInnerApostrophe(_ text: UnsafePointer<UInt8>, _ next: Int, _ end: Int) -> Bool {
    guard segment.count > 0, segment.characters[segment.count - 1].kind != .apostrophe else {
      return false
    }
    let letters = Self.letterCount(text, next, end, upTo: 3)
    return letters > 0 && !(segment.count == 1 && letters == 3)
  }

  /// How many letters stand at an index, counted up to a limit.
  static func letterCount(
    _ text: UnsafePointer<UInt8>, _ index: Int, _ end: Int, upTo limit: Int
  ) -> Int {
    var i = index
    var count = 0
    while i < end, count < limit {
      let scalar = UTF8Scalar.decode(text, i, end)
      let characterClass = CharacterClass.of(scalar.value)
      guard characterClass == .letter || characterClass == .capital else { break }
      count += 1
      i += scalar.length
    }
    return count
  }

  /// Whether the point or comma at an index is inside a number: a point between digits, or a comma
  /// before groups of three.
  private func continuesNumber(_ text: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index > segment.start, index + 1 < end, ByteClass.isDigit(text[index - 1]),
      ByteClass.isDigit(text[index + 1])
    else { return false }
    if text[index] == UInt8(ascii: ".") { return true }
    guard text[index] == UInt8(ascii: ","), segment.isNumber, segment.count <= 15 else {
      return false
    }
    // Before the first comma there are one to three digits; after each, three.
    var digits = index - 1
    while digits >= segment.start, ByteClass.isDigit(text[digits]) { digits -= 1 }
    let before = index - 1 - digits
    let isFirst = digits < segment.start
    guard isFirst ? before <= 3 : text[digits] == UInt8(ascii: ",") && before == 3 else {
      return false
    }
    var after = index + 1
    while after < end, after <= index + 4, ByteClass.isDigit(text[after]) { after += 1 }
    return after == index + 4
  }
}
