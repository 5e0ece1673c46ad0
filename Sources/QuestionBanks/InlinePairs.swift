/// Which marks of a range belong together, found in one pass before any is taken off.
struct InlinePairs {
  /// A run of backticks that opens code: where the code ends (after its closing run).
  struct Code {
    var length: Int
    var close: Int
  }

  /// Closing bracket of each opening bracket or parenthesis.
  private(set) var brackets: [Int: Int] = [:]
  /// End of the code that a backtick run opens.
  private(set) var code: [Int: Code] = [:]
  /// End of the formula that begins here, marks included.
  private(set) var formulas: [Int: Int] = [:]
  /// End of the formula whose marks and inside are escaped for Markdown.
  private(set) var escapedFormulas: [Int: Int] = [:]
  /// Lengths of the emphasis marks that have a partner.
  private(set) var emphasis: [Int: Int] = [:]

  private var openBrackets: [Int] = []
  private var openParentheses: [Int] = []
  /// Emphasis marks without a partner so far, by character and length.
  private var openMarks: [Int: [Int]] = [:]

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    findCode(bytes, range)
    var formulaEnds = FormulaEnds(bytes, range)
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case Byte.backtick:
        if let found = code[index] {
          index = found.close
        } else {
          while index < range.upperBound, bytes[index] == Byte.backtick { index += 1 }
        }
      case Byte.backslash:
        if let found = formulaEnds.formula(at: index) {
          if found.isEscaped {
            escapedFormulas[index] = found.end
          } else {
            formulas[index] = found.end
          }
          index = found.end
        } else {
          index += 2
        }
      case Byte.dollar:
        if let end = formulaEnds.dollars(at: index) {
          formulas[index] = end
          index = end
        } else {
          index += 1
        }
      case Byte.asterisk, Byte.underscore, Byte.tilde:
        index = mark(bytes, range, index)
      default:
        bracket(bytes[index], index)
        index += 1
      }
    }
  }

  private mutating func bracket(_ byte: UInt8, _ index: Int) {
    switch byte {
    case Byte.openBracket: openBrackets.append(index)
    case Byte.openParenthesis: openParentheses.append(index)
    case Byte.closeBracket:
      if let open = openBrackets.popLast() { brackets[open] = index }
    case Byte.closeParenthesis:
      if let open = openParentheses.popLast() { brackets[open] = index }
    default: break
    }
  }

  /// Pairs a run of emphasis characters with the last open run of the same length.
  private mutating func mark(_ bytes: [UInt8], _ range: Range<Int>, _ index: Int) -> Int {
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
    let key = Int(character) << 2 | length
    if canClose, let open = openMarks[key]?.popLast() {
      emphasis[open] = length
      emphasis[index] = length
    } else if canOpen {
      openMarks[key, default: []].append(index)
    }
    return end
  }

  /// Pairs runs of backticks of equal length, from the left; each run is looked at once.
  private mutating func findCode(_ bytes: [UInt8], _ range: Range<Int>) {
    var runs: [(start: Int, length: Int)] = []
    var index = range.lowerBound
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
    var nextOfLength: [Int: Int] = [:]
    var partner = [Int](repeating: -1, count: runs.count)
    for number in runs.indices.reversed() {
      partner[number] = nextOfLength[runs[number].length] ?? -1
      nextOfLength[runs[number].length] = number
    }
    var number = 0
    while number < runs.count {
      let other = partner[number]
      if other > 0 {
        let run = runs[number]
        code[run.start] = Code(length: run.length, close: runs[other].start + run.length)
        number = other + 1
      } else {
        number += 1
      }
    }
  }
}
