/// One column of the matrix of edit distances between a pattern and the starts of a text, as bits
/// that say whether the value rises or falls from row to row.
struct EditMatrix {
  private let length: Int
  /// For each scalar of the pattern the number by which its rows are found in `matches`.
  private var symbols: [Unicode.Scalar: Int] = [:]
  /// For each symbol the rows at which the pattern has it, a block of 64 rows after the other; the
  /// last symbol stands for all that the pattern has not.
  private var matches: [UInt64]
  private var rises: [UInt64]
  private var falls: [UInt64]

  /// A matrix for a pattern, which must not be empty.
  init(_ pattern: ArraySlice<Unicode.Scalar>) {
    length = pattern.count
    let blocks = (pattern.count + 63) / 64
    for scalar in pattern where symbols[scalar] == nil { symbols[scalar] = symbols.count }
    matches = [UInt64](repeating: 0, count: (symbols.count + 1) * blocks)
    rises = [UInt64](repeating: .max, count: blocks)
    falls = [UInt64](repeating: 0, count: blocks)
    for (row, scalar) in pattern.enumerated() {
      guard let symbol = symbols[scalar] else { continue }
      matches[symbol * blocks + row / 64] |= 1 << UInt64(row % 64)
    }
  }

  /// The distance to a text, or some larger number than `most` where it is larger.
  mutating func distance(to text: ArraySlice<Unicode.Scalar>, most: Int) -> Int {
    let blocks = rises.count
    let lastBit = UInt64(1) << UInt64((length - 1) % 64)
    var score = length
    var left = text.count
    for scalar in text {
      let row = (symbols[scalar] ?? symbols.count) * blocks
      // The first row rises by one from column to column: the distance of a start to nothing.
      var carry = 1
      for block in 0..<blocks {
        let bit = block == blocks - 1 ? lastBit : 1 << 63
        carry = advance(block, matches[row + block], carry, outAt: bit)
      }
      score += carry
      left -= 1
      // Each column that is left can lower the score by one.
      if score - left > most { return score - left }
    }
    return score
  }

  /// Moves a block to the next column; `carry` and the result say whether the value above and at
  /// the row of `outAt` rises (1), falls (−1) or stays from column to column.
  private mutating func advance(
    _ block: Int, _ matching: UInt64, _ carry: Int, outAt bit: UInt64
  ) -> Int {
    let rise = rises[block]
    let fall = falls[block]
    let vertical = matching | fall
    let equal = carry < 0 ? matching | 1 : matching
    let diagonal = (((equal & rise) &+ rise) ^ rise) | equal
    var up = fall | ~(diagonal | rise)
    var down = rise & diagonal
    let out = up & bit != 0 ? 1 : down & bit != 0 ? -1 : 0
    up = up << 1 | (carry > 0 ? 1 : 0)
    down = down << 1 | (carry < 0 ? 1 : 0)
    rises[block] = down | ~(vertical | up)
    falls[block] = up & vertical
    return out
  }
}
