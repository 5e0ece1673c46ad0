import Testing
import TextAnalysis

/// The generated tables against the Unicode tables of the Swift runtime, for characters that both
/// know.
@Suite struct FoldingTests {
  /// All assigned scalars up to Unicode 15, whose properties no longer change.
  static let scalars: [Unicode.Scalar] = (0x80..<0x40000).compactMap { value in
    guard let scalar = Unicode.Scalar(UInt32(value)), let age = scalar.properties.age,
      age.major <= 15
    else { return nil }
    return scalar
  }

  @Test func lettersAndDigitsAreThoseOfUnicode() {
    let session = AnalysisSession(.reference)
    let letters: Set<Unicode.GeneralCategory> = [
      .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber, .decimalNumber, .otherNumber,
    ]
    // An apostrophe, a prime and a stretched join are letters to Unicode only.
    let others: Set<UInt32> = [0x2BC, 0x2B9, 0x640]
    for scalar in Self.scalars {
      // A digit beside it, because some fold to stop words.
      let found = session.spelledTokens(of: "7\(scalar)").first?.term != "7"
      let expected =
        letters.contains(scalar.properties.generalCategory) && !others.contains(scalar.value)
      #expect(found == expected, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func lowerCaseIsThatOfUnicode() {
    let session = AnalysisSession(.reference)
    for scalar in Self.scalars where scalar.properties.generalCategory == .uppercaseLetter {
      let lower = scalar.properties.lowercaseMapping
      // Compatibility forms become what they stand for.
      guard lower.unicodeScalars.count == 1, lower != String(scalar),
        !(0x2100...0x214F).contains(scalar.value), !(0xFF00...0xFFEF).contains(scalar.value),
        ![0x132, 0x1C4, 0x1C7, 0x1CA, 0x1F1, 0x3F9].contains(scalar.value)
      else { continue }
      let term = session.spelledTokens(of: String(scalar)).first?.term
      #expect(term == lower, "U+\(String(scalar.value, radix: 16))")
    }
  }

  /// Case never matters to `english`, and folding what is folded changes nothing.
  @Test func foldingIsStable() {
    let session = AnalysisSession(.english)
    for scalar in Self.scalars {
      let text = "x" + String(scalar) + "x"
      let terms = session.spelledTokens(of: text).map(\.term)
      guard terms.count == 1, let term = terms.first else { continue }
      #expect(
        session.spelledTokens(of: term).first?.term == term,
        "U+\(String(scalar.value, radix: 16)): \(term)")
    }
  }
}
