/// Which marks of a range belong together, found in one pass before any is taken off.
///
/// Each kind of pair is an array in the order of its opening marks, and a pair is found by binary
/// search. The open marks are chained through the arrays, so that a line without marks of a kind
/// allocates nothing for it.
struct InlinePairs {
  /// A run of backticks that opens code: where the code ends (after its closing run).
  struct Code {
    var length: Int
    var close: Int
  }

  /// What begins at `start`: `value` is its end, its length or -1; `above` the open mark below it
  /// on the stack.
  private struct Pair {
    var start: Int
    var value: Int
    var above: Int32 = -1
  }

  private var brackets: [Pair] = []
  private var codes: [(start: Int, code: Code)] = []
  private var formulas: [Pair] = []
  private var escapedFormulas: [Pair] = []
  private var marks: [Pair] = []

  /// Numbers of the last open marks, or -1: emphasis by character and length, then brackets and
  /// parentheses.
  private var openMarks = SIMD16<Int32>(repeating: -1)

  /// Closing bracket of the opening bracket or parenthesis at an index.
  func bracket(at index: Int) -> Int? {
    InlinePairs.find(index, in: brackets).flatMap { $0 < 0 ? nil : $0 }
  }
  /// End of the formula that begins at an index, marks included.
  func formula(at index: Int) -> Int? { InlinePairs.find(index, in: formulas) }
  /// End of the formula at an index whose marks and inside are escaped for Markdown.
  func escapedFormula(at index: Int) -> Int? { InlinePairs.find(index, in: escapedFormulas) }
  /// Length of the emphasis mark at an index, if it has a partner.
  func emphasis(at index: Int) -> Int? {
    InlinePairs.find(index, in: marks).flatMap { $0 < 0 ? nil : $0 }
  }

  /// The code that a backtick run at an index opens.
  func code(at index: Int) -> Code? {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle].start < index { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low].start == index ? codes[low].code : nil
  }

  private static func find(_ index: Int, in pairs: [Pair]) -> Int? {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].start < index { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low].start == index ? pairs[low].value : nil
  }

  /// Finds the pairs of a range and forgets those of the last.
  mutating func find(_ bytes: ByteView, _ range: Range<Int>) {
    forget()
    findCode(bytes, range)
    var formulaEnds = FormulaEnds(bytes, range)
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case Byte.backtick:
        if let found = code(at: index) {
          index = found.close
        } else {
          while index < range.upperBound, bytes[index] == Byte.backtick { index += 1 }
        }
      case Byte.backslash:
        if let found = formulaEnds.formula(at: index) {
          if found.isEscaped {
            escapedFormulas.append(Pair(start: index, value: found.end))
          } else {
            formulas.append(Pair(start: index, value: found.end))
          }
          index = found.end
        } else {
          index += 2
        }
      case Byte.dollar:
        if let end = formulaEnds.dollars(at: index) {
          formulas.append(Pair(start: index, value: end))
          index = end
        } else {
          index += 1
        }
      case Byte.asterisk, Byte.underscore, Byte.tilde:
        index = mark(bytes, range, index)
      case Byte.openBracket:
        open(index, 12)
        index += 1
      case Byte.openParenthesis:
        open(index, 13)
        index += 1
      case Byte.closeBracket:
        close(index, 12)
        index += 1
      case Byte.closeParenthesis:
        close(index, 13)
        index += 1
      default:
        index = MarkSearch.pairMark(bytes, index + 1, range.upperBound)
      }
    }
  }

  private mutating func forget() {
    if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
    if !codes.isEmpty { codes.removeAll(keepingCapacity: true) }
    if !formulas.isEmpty { formulas.removeAll(keepingCapacity: true) }
    if !escapedFormulas.isEmpty { escapedFormulas.removeAll(keepingCapacity: true) }
    if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
    openMarks = SIMD16(repeating: -1)
  }

  private mutating func open(_ index: Int, _ kind: Int) {
    brackets.append(Pair(start: index, value: -1, above: openMarks[kind]))
    openMarks[kind] = Int32(clamping: brackets.count - 1)
  }

  private mutating func close(_ index: Int, _ kind: Int) {
    let place = Int(openMarks[kind])
    guard place >= 0 else { return }
    brackets[place].value = index
    openMarks[kind] = brackets[place].above
  }

  /// Pairs a run of emphasis characters with the last open run of the same length.
  private mutating func mark(_ bytes: ByteView, _ range: Range<Int>, _ index: Int) -> Int {
    var end = index
    let character = bytes[index]
    while end < range.upperBound, bytes[end] == character { end += 1 }
    let length = end - index
    guard length <= 3, character != Byte.tilde || length == 2 else { return end }
    let before = index > range.lowerBound ? bytes[index - 1] : Byte.space
    let after = end < range.upperBound ? bytes[end] : Byte.space
    // Inside a word `_` is part of a name, and a single `*` is a product.
    let isIntraword = Byte.isWord(before) && Byte.isWord(after)
    if isIntraword, character == Byte.underscore || length == 1 { return end }
    let canOpen = !Byte.isBlank(after) && (length > 1 || !Byte.isWord(before))
    let canClose = !Byte.isBlank(before) && (length > 1 || !Byte.isWord(after))
    let group = character == Byte.asterisk ? 0 : character == Byte.underscore ? 4 : 8
    let top = openMarks[group + length]
    if canClose, top >= 0 {
      marks[Int(top)].value = length
      openMarks[group + length] = marks[Int(top)].above
      marks.append(Pair(start: index, value: length))
    } else if canOpen {
      marks.append(Pair(start: index, value: -1, above: top))
      openMarks[group + length] = Int32(clamping: marks.count - 1)
    }
    return end
  }

  /// Pairs runs of backticks of equal length, from the left; each run is looked at once.
  private mutating func findCode(_ bytes: ByteView, _ range: Range<Int>) {
    guard let first = ByteSearch.first(Byte.backtick, bytes, range) else { return }
    var runs: [(start: Int, length: Int)] = []
    var index = first
    while index < range.upperBound {
      guard bytes[index] == Byte.backtick else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, bytes[index] == Byte.backtick { index += 1 }
      runs.append((start, index - start))
    }
    guard runs.count > 1 else { return }
    var nextOfShort = SIMD8<Int32>(repeating: -1)
    var nextOfLong: [Int: Int] = [:]
    var partner = [Int](repeating: -1, count: runs.count)
    for number in runs.indices.reversed() {
      let length = runs[number].length
      if length < 8 {
        partner[number] = Int(nextOfShort[length])
        nextOfShort[length] = Int32(clamping: number)
      } else {
        partner[number] = nextOfLong[length] ?? -1
        nextOfLong[length] = number
      }
    }
    var number = 0
    while number < runs.count {
      let other = partner[number]
      if other > 0 {
        let run = runs[number]
        let code = Code(length: run.length, close: runs[other].start + run.length)
        codes.append((run.start, code))
        number = other + 1
      } else {
        number += 1
      }
    }
  }
}
