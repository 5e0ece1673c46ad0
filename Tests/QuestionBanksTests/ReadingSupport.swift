import QuestionBanks
import Testing

/// The reading of a text as a file of a bank "bank".
func reading(_ text: String, file: String = "bank.md") throws -> BankReading {
  try BankReader().read(Array(text.utf8), file: file, bank: "bank")
}

/// The entries of a text.
func entries(_ text: String) throws -> [Entry] { try reading(text).entries }

/// A small generator with a seed, so that a failing input can be made again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
