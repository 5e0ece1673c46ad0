import Testing

@testable import NearDuplicates

@Suite struct XXHash64Tests {
  private func hash(_ text: String, seed: UInt64 = 0) -> UInt64 {
    Array(text.utf8).withUnsafeBytes { XXHash64.hash($0, seed: seed) }
  }

  /// Computed by the reference implementation (the Python package `xxhash`).
  @Test func itGivesThePublishedValues() {
    #expect(hash("") == 0xEF46DB3751D8E999)
    #expect(hash("a") == 0xD24EC4F1A98C6E5B)
    #expect(hash("abc") == 0x44BC2CF5AD770999)
    #expect(hash("abcde") == 0x07E3670C0C8DC7EB)
    #expect(hash("what is entropy") == 0x71024AD5FB94F5E1)
    #expect(hash("what is the loss of a batch") == 0x88C3D70B3F91F984)
    #expect(hash("a text of more than thirty-two bytes has four lanes") == 0x39BFACC85A6112F6)
    #expect(
      hash("a text of more than thirty-two bytes has four lanes", seed: 2654435761)
        == 0xCAD8AD1F5A595B39)
    #expect(hash("", seed: 2654435761) == 0xAC75FDA2929B17EF)
  }

  @Test func fiveBytesHashAsAnyOthers() {
    for text in ["abcde", "what ", "\u{1F600}x"] {
      let bytes = Array(text.utf8)
      let short = bytes.withUnsafeBytes { $0.baseAddress.map { XXHash64.hashFive($0) } }
      #expect(short == hash(text))
    }
  }
}
