extension LineCursor {
  /// A list marker at the beginning of a line and what follows it.
  struct Marker {
    var kind: ListMarker
    var number: UInt32 = 0
    /// The column of the content.
    var contentColumn: Int
    var content: LineSpan
    var isBullet: Bool { kind != .ordered && kind != .letter }
  }

  /// The list marker that the line begins with, if one: `-`, `*`, `+`, `•`, `–`, `1.`,
  /// `1)`, `a)`, `(i)`.
  func listMarker() -> Marker? {
    bulletMarker() ?? orderedMarker() ?? letterMarker()
  }

  /// `a)`, `A)`, `(a)`, `(iv)`, and indented `a.`: unindented, `A.` may be a name's initial.
  private func letterMarker() -> Marker? {
    var index = range.lowerBound
    guard index + 3 < range.upperBound else { return nil }
    let isEnclosed = bytes[index] == Byte.openParenthesis
    if isEnclosed { index += 1 }
    let start = index
    while index < range.upperBound, index - start < 5, Byte.isLetter(bytes[index]) { index += 1 }
    let letters = bytes[start..<index]
    let isNumeral = isEnclosed && letters.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
    guard letters.count == 1 || (isNumeral && !letters.isEmpty), index + 1 < range.upperBound,
      !isEnclosed || Byte.isLower(letters[start]), Byte.isBlank(bytes[index + 1])
    else { return nil }
    let isDotted = bytes[index] == Byte.dot && !isEnclosed && column >= 2
    guard bytes[index] == Byte.closeParenthesis || isDotted else { return nil }
    return finish(.letter, after: index + 1)
  }

  private func bulletMarker() -> Marker? {
    guard let first = bytes[range].first else { return nil }
    var index = range.lowerBound
    if first == Byte.hyphen || first == Byte.asterisk || first == Byte.plus {
      index += 1
      // A marker without a blank is emphasis, a minus or a plus.
      guard index == range.upperBound || Byte.isBlank(bytes[index]) else { return nil }
    } else if bytes[range].starts(with: [0xE2, 0x80, 0xA2])  // •
      || bytes[range].starts(with: [0xE2, 0x97, 0xA6])  // ◦
      || bytes[range].starts(with: [0xE2, 0x96, 0xAA])  // ▪
      || bytes[range].starts(with: [0xE2, 0x97, 0x8F])  // ●
    {
      index += 3
    } else if bytes[range].starts(with: [0xE2, 0x80, 0x93, 0x20]) {  // –
      index += 3
    } else {
      return nil
    }
    var marker = finish(.bullet, after: index)
    if let box = taskBox(marker.content.range) {
      marker.kind = box.isChecked ? .checked : .unchecked
      marker.content = box.content
    }
    return marker
  }

  private func orderedMarker() -> Marker? {
    var index = range.lowerBound
    var number: UInt32 = 0
    while index < range.upperBound, Byte.isDigit(bytes[index]) {
      guard index - range.lowerBound < 9 else { return nil }
      number = number * 10 + UInt32(bytes[index] - 0x30)
      index += 1
    }
    guard index > range.lowerBound, index < range.upperBound,
      bytes[index] == Byte.dot || bytes[index] == Byte.closeParenthesis
    else { return nil }
    index += 1
    guard index == range.upperBound || Byte.isBlank(bytes[index]) else { return nil }
    var marker = finish(.ordered, after: index)
    marker.number = number
    return marker
  }

  private func finish(_ kind: ListMarker, after markerEnd: Int) -> Marker {
    var index = markerEnd
    while index < range.upperBound, Byte.isBlank(bytes[index]) { index += 1 }
    let width = index == range.upperBound ? markerEnd + 1 : index
    return Marker(
      kind: kind, contentColumn: column + (width - range.lowerBound),
      content: LineSpan(index, range.upperBound))
  }

  private func taskBox(_ content: Range<Int>) -> (isChecked: Bool, content: LineSpan)? {
    guard content.count >= 3, bytes[content.lowerBound] == Byte.openBracket,
      bytes[content.lowerBound + 2] == Byte.closeBracket
    else { return nil }
    let mark = bytes[content.lowerBound + 1]
    guard mark == Byte.space || mark | 0x20 == 0x78 else { return nil }
    var index = content.lowerBound + 3
    guard index == content.upperBound || Byte.isBlank(bytes[index]) else { return nil }
    while index < content.upperBound, Byte.isBlank(bytes[index]) { index += 1 }
    return (mark != Byte.space, LineSpan(index, content.upperBound))
  }
}
