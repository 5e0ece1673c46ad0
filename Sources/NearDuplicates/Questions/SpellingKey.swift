/// Keys of written words that are equal for variants of spelling: case, British and American,
/// hyphens and apostrophes.
///
/// Only words of equal stems are compared by them, so that they may join too much.
enum SpellingKey {
  /// The key of a word's bytes.
  static func key(_ word: some Sequence<UInt8>) -> UInt64 {
    letters(word).withUnsafeBytes { XXHash64.hash($0) }
  }

  /// A word's letters and digits in lower case and American spelling.
  static func letters(_ word: some Sequence<UInt8>) -> [UInt8] {
    var folded = lowered(word)
    americanize(&folded)
    return folded
  }

  /// The letters and digits in lower case. Hyphens and apostrophes, straight and curly, and the
  /// commas of numbers go.
  static func lowered(_ word: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(word)
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    let lower = isASCII ? bytes : Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    var folded: [UInt8] = []
    var index = 0
    while index < lower.count {
      let byte = lower[index]
      if byte == 0xE2, index + 2 < lower.count, lower[index + 1] == 0x80,
        (0x90...0x99).contains(lower[index + 2])
      {
        index += 3
        continue
      }
      index += 1
      if byte == 0x27 || byte == 0x2D || byte == 0x2C { continue }
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return folded
  }

  private static func americanize(_ word: inout [UInt8]) {
    guard word.count >= 4 else { return }
    var output: [UInt8] = []
    let last = word.count - 1
    for (index, byte) in word.enumerated() {
      let next = index < last ? word[index + 1] : 0
      let previous = index > 0 ? word[index - 1] : 0
      switch byte {
      case letter("a"), letter("o"):
        // aesthetic, oestrogen; an "e" follows.
        if next == letter("e"), index + 1 < last { continue }
        output.append(byte)
      case letter("u"):
        // colour, behaviour
        if previous == letter("o"), next == letter("r") { continue }
        output.append(byte)
      case letter("s"):
        // organise, analyse
        let isVariant = index >= 3 && (previous == letter("i") || previous == letter("y"))
        output.append(
          isVariant && [letter("e"), letter("i"), letter("a")].contains(next) ? letter("z") : byte)
      case letter("l"):
        // modelling, labelled
        if previous == letter("l"), next == letter("e") || next == letter("i") { continue }
        output.append(byte)
      case letter("c"):
        // licence, defence
        output.append(
          previous == letter("n") && next == letter("e") && index + 1 == last ? letter("s") : byte)
      default: output.append(byte)
      }
    }
    for (british, american) in [("ogue", "og"), ("tre", "ter"), ("bre", "ber"), ("grey", "gray")]
    where output.ends(with: british) {
      output.removeLast(british.utf8.count)
      output.append(contentsOf: american.utf8)
    }
    word = output
  }

  private static func letter(_ character: Unicode.Scalar) -> UInt8 { UInt8(ascii: character) }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    count >= text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
