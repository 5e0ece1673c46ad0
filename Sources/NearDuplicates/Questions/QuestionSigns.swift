/// The signs of a question that are no punctuation of its sentence: "What does `//` do?", "-5",
/// "A ∪ B". They may be all that tells two questions apart.
struct QuestionSigns {
  /// Signs beside words, such as `+`, `<` and `%`, in order. People leave some of them out.
  private(set) var inner: [UInt8] = []
  /// Signs that stand alone, before a number or a name, and those that no keyboard has: places in
  /// the text's part, in order.
  private(set) var symbols: [Range<Int>] = []

  private let text: UnsafeBufferPointer<UInt8>
  private let head: Range<Int>
  /// Whether stars are marks of emphasis: one opens and another closes it.
  private let hasEmphasis: Bool

  /// The signs of a part of a text.
  init(_ text: UnsafeBufferPointer<UInt8>, _ head: Range<Int>) {
    self.text = text
    self.head = head
    hasEmphasis =
      head.lowerBound > 0 && text[head.lowerBound - 1] == 0x2A
      || head.contains { text[$0] == 0x2A }
        && head.contains { place in
          text[place] == 0x2A && place > head.lowerBound && text[place - 1] > 0x20
            && text[place - 1] != 0x2A
            && head.contains { $0 < place && text[$0] == 0x2A }
        }
    var previous: Range<Int>?
    var index = head.lowerBound
    while index < head.upperBound {
      guard text[index] > 0x20 else {
        index += 1
        continue
      }
      let start = index
      while index < head.upperBound, text[index] > 0x20 { index += 1 }
      read(start..<index, behind: previous)
      previous = start..<index
    }
    readOthers()
  }

  /// What of the signs makes two questions different that have the same words.
  func keys(_ text: UnsafeBufferPointer<UInt8>, _ head: Range<Int>) -> [UInt64] {
    inner.map { UInt64($0) }
      + symbols.map { range in
        text[head.lowerBound + range.lowerBound..<head.lowerBound + range.upperBound]
          .withContiguousStorageIfAvailable { XXHash64.hash(UnsafeRawBufferPointer($0)) } ?? 0
      }
  }

  // MARK: - Words and signs between blanks

  private mutating func read(_ token: Range<Int>, behind previous: Range<Int>?) {
    guard token.contains(where: { isWordByte(text[$0]) }) else {
      let core = withoutQuotes(token)
      readAlone(core, isQuoted: core.count < token.count, behind: previous)
      return
    }
    let core = withoutMarks(token)
    readPrefix(core)
    for place in core { readInner(place, core) }
  }

  /// Signs without letters and digits.
  private mutating func readAlone(
    _ core: Range<Int>, isQuoted: Bool, behind previous: Range<Int>?
  ) {
    guard !core.isEmpty, !core.contains(where: { text[$0] >= 0x80 }) else { return }
    if core.count == 1, isBetweenOperands(core.lowerBound) {
      inner.append(text[core.lowerBound])
      return
    }
    let isPlain = core.allSatisfy { Self.plain.contains(text[$0]) }
    // A dash or a mark at the end; behind "the" or "does" it is what is spoken of.
    if isPlain, !isQuoted {
      let isMark = core.allSatisfy { Self.marks.contains(text[$0]) }
      guard !isMark, let previous, isFunctionWord(previous) else {
        inner += core.map { text[$0] }.filter { Self.telling.contains($0) }
        return
      }
    }
    symbols.append(core.lowerBound - head.lowerBound..<core.upperBound - head.lowerBound)
  }

  /// A sign before a number or a name: `-5`, `.5`, `$50`, `!x`, `*p`.
  private mutating func readPrefix(_ core: Range<Int>) {
    let place = core.lowerBound
    guard core.count > 1 else { return }
    let next = text[place + 1]
    let isOperand =
      core.count == 2 || core.dropFirst().allSatisfy { isDigit(text[$0]) || text[$0] == 0x2E }
    let isPrefix: Bool
    switch text[place] {
    case 0x2D, 0x2E, 0x2B: isPrefix = isDigit(next) || isOperand && isWordByte(next)  // - . +
    case 0x24:  // $, where none closes it
      isPrefix = isWordByte(next) && !core.dropFirst().contains { text[$0] == 0x24 }
    case 0x21, 0x7E, 0x40, 0x25, 0x26:  // ! ~ @ % &
      isPrefix = isWordByte(next) && !isDigit(next)
    case 0x2A:  // *, where none closes it
      isPrefix = isWordByte(next) && !hasEmphasis
    default: isPrefix = false
    }
    if isPrefix {
      symbols.append(place - head.lowerBound..<place + 1 - head.lowerBound)
    }
  }

  private mutating func readInner(_ place: Int, _ core: Range<Int>) {
    let byte = text[place]
    switch byte {
    case 0x2B, 0x3C, 0x3D, 0x3E, 0x5E, 0x7C, 0x25, 0x7E, 0x26:  // + < = > ^ | % ~ &
      if place > core.lowerBound || !Self.prefixes.contains(byte) { inner.append(byte) }
    case 0x21 where place + 1 < core.upperBound && text[place + 1] == 0x3D:  // !=
      inner.append(byte)
    case 0x23, 0x5C, 0x40:  // # \ @
      if isBetween(place, core, isWordByte) { inner.append(byte) }
    case 0x2A:
      let isBehind =
        place + 1 == core.upperBound && place > core.lowerBound && isWordByte(text[place - 1])
      if isBetween(place, core, isWordByte) || isBehind && !hasEmphasis { inner.append(byte) }
    case 0x2D, 0x2F:
      if isBetween(place, core, isDigit) { inner.append(byte) }
    case 0x5F:  // x_2
      if isBetweenOperands(place) { inner.append(byte) }
    case 0x5B, 0x7B:  // a[i]
      if place > core.lowerBound, isWordByte(text[place - 1]) { inner.append(byte) }
    default: break
    }
  }

  // MARK: - Signs beyond ASCII

  /// Signs of other alphabets of signs: mathematics, money, pictures. Pictures at an end decorate.
  private mutating func readOthers() {
    guard text[head].contains(where: { $0 >= 0x80 }) else { return }
    var pictures: [(range: Range<Int>, isBehindWord: Bool)] = []
    var hasWord = false
    let lastMark = text[head].lastIndex { [0x21, 0x2E, 0x3F].contains($0) } ?? head.lowerBound
    var place = head.lowerBound
    for scalar in String(decoding: text[head], as: UTF8.self).unicodeScalars {
      let end = min(place + UTF8.width(scalar), head.upperBound)
      let range = place - head.lowerBound..<end - head.lowerBound
      place = end
      if scalar.isASCII {
        hasWord = hasWord || isWordByte(UInt8(scalar.value))
        continue
      }
      if let written = Self.written(scalar) {
        inner += written
        continue
      }
      switch scalar.properties.generalCategory {
      case .mathSymbol, .currencySymbol: symbols.append(range)
      // © and ® stand behind names, and come of letters that were decoded wrongly.
      case .otherSymbol where ![0xA9, 0xAE, 0xB0, 0x2122].contains(scalar.value):
        pictures.append((range, hasWord))
      case .otherSymbol, .modifierSymbol, .nonspacingMark, .format: break
      default:
        hasWord = hasWord || scalar.properties.isAlphabetic
      }
    }
    symbols +=
      pictures.filter { $0.isBehindWord && $0.range.lowerBound < lastMark - head.lowerBound }
      .map(\.range)
    symbols.sort { $0.lowerBound < $1.lowerBound }
  }

  /// What people write where they have no such sign.
  private static func written(_ scalar: Unicode.Scalar) -> [UInt8]? {
    switch scalar.value {
    case 0x2264: Array("<=".utf8)
    case 0x2265: Array(">=".utf8)
    case 0x2260: Array("!=".utf8)
    case 0x00D7, 0x22C5, 0x00B7: Array("*".utf8)
    case 0x00F7: Array("/".utf8)
    case 0x2212: Array("-".utf8)
    case 0x2190...0x21FF: []
    case 0x00B2, 0x00B3, 0x00B9, 0x2070...0x2079: Array("^".utf8)
    default: nil
    }
  }

  // MARK: - Bytes

  private static let quotes: Set<UInt8> = [0x22, 0x27, 0x60]
  /// Marks that close a sentence or join its parts.
  private static let marks: Set<UInt8> = Set("-.,;:!?".utf8)
  private static let plain: Set<UInt8> = Set("-.,;:!?/&|+=*#>()[]{}_~^%<".utf8)
  private static let telling: Set<UInt8> = Set("+<=>^|&%~".utf8)
  private static let prefixes: Set<UInt8> = Set("+~%&".utf8)
  private static let functionWords = [
    "does", "do", "is", "are", "of", "between", "and", "or", "the", "a", "an", "with", "by",
    "using", "operator", "operators", "symbol", "sign",
  ].map { Array($0.utf8) }

  /// Without quotes around it.
  private func withoutQuotes(_ token: Range<Int>) -> Range<Int> {
    var (start, end) = (token.lowerBound, token.upperBound)
    while start < end {
      if Self.quotes.contains(text[start]) {
        start += 1
      } else if isCurly(start) {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if Self.quotes.contains(text[end - 1]) {
        end -= 1
      } else if end - 3 >= start, isCurly(end - 3) {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// A word without quotes, brackets and marks of the sentence around it.
  private func withoutMarks(_ token: Range<Int>) -> Range<Int> {
    var core = token
    while true {
      let before = core.count
      core = withoutQuotes(core)
      while let last = core.last, text[last] != 0x2D,
        Self.marks.contains(text[last]) || text[last] == 0x29
      {
        core.removeLast()
      }
      while let first = core.first, text[first] == 0x28 { core.removeFirst() }
      if core.count == before { return core }
    }
  }

  /// “ ” ‘ ’
  private func isCurly(_ place: Int) -> Bool {
    place + 2 < head.upperBound && text[place] == 0xE2 && text[place + 1] == 0x80
      && (0x98...0x9F).contains(text[place + 2])
  }

  private func isFunctionWord(_ token: Range<Int>) -> Bool {
    let word = token.map { text[$0] | 0x20 }
    return Self.functionWords.contains(word)
  }

  private func isBetween(_ place: Int, _ core: Range<Int>, _ fits: (UInt8) -> Bool) -> Bool {
    place > core.lowerBound && place + 1 < core.upperBound && fits(text[place - 1])
      && fits(text[place + 1])
  }

  /// Whether a number or a single letter stands on both sides, with blanks between or without.
  private func isBetweenOperands(_ place: Int) -> Bool {
    Notation.operand(text, head, endingBefore: place) != nil
      && Notation.operand(text, head, beginningBehind: place) != nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }
}
