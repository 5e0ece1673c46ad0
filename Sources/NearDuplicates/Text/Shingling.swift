/// What a text is divided into before texts are compared: every run of so many words or characters.
///
/// A text shorter than one shingle is its own single shingle, so that texts of one to four words
/// are compared too. A text without words has no shingles and is similar to nothing, not even to
/// another such text.
public struct Shingling: Sendable, Hashable, CustomStringConvertible {
  /// Of what a shingle is a run.
  public enum Unit: String, Sendable { case words, characters }

  /// Of what a shingle is a run.
  public let unit: Unit
  /// How many words, or how many Unicode scalars, a shingle has.
  public let width: Int

  /// Runs of that many words, from 1 to 3.
  public static func words(_ width: Int) -> Shingling {
    precondition((1...3).contains(width), "shingles have 1 to 3 words")
    return Shingling(unit: .words, width: width)
  }

  /// Runs of that many Unicode scalars, from 1 to 32; blanks between words count.
  public static func characters(_ width: Int = 5) -> Shingling {
    precondition((1...32).contains(width), "shingles have 1 to 32 characters")
    return Shingling(unit: .characters, width: width)
  }

  /// Such as `words/3`.
  public var description: String { "\(unit.rawValue)/\(width)" }
}
