/// What a character means to the tokenizer, after UAX #29 with scripts without blanks set apart.
enum CharacterClass: UInt8 {
  case separator = 115  // s
  case letter = 108  // l: lower case or without case
  case capital = 117  // u
  case digit = 100  // d
  /// A mark that belongs to the letter before it and is kept, as in Indic scripts.
  case mark = 109  // m
  /// Neither separates words nor appears in terms: diacritics, soft hyphens, joiners.
  case ignored = 105  // i
  /// A character of a script without blanks, of which bigrams are made.
  case bigram = 98  // b
  case hyphen = 104  // h
  case apostrophe = 97  // a

  /// Whether a word may begin with it.
  var startsWord: Bool { self == .letter || self == .capital || self == .digit }

  /// The class of a scalar, or `separator` for an invalid byte.
  static func of(_ value: UInt32) -> CharacterClass {
    if value < 0x80 {
      let byte = UInt8(value)
      if ByteClass.isUpper(byte) { return .capital }
      if ByteClass.isLetter(byte) { return .letter }
      if ByteClass.isDigit(byte) { return .digit }
      if byte == UInt8(ascii: "-") { return .hyphen }
      return byte == UInt8(ascii: "'") ? .apostrophe : .separator
    }
    return Folding.characterClass(value)
  }
}
