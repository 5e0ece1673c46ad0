/// A named, versioned way to turn text into terms.
///
/// An analyzer is a value: an index stores its name and version, and what differs in either is
/// another analyzer. The work is done by an ``AnalysisSession``.
public struct Analyzer: Sendable, Hashable, CustomStringConvertible {
  /// Words of English text with technical terms, folded and stemmed; the default.
  ///
  /// Words follow UAX #29 for scripts with blanks; runs of Han, Hiragana, Katakana, Thai, Lao,
  /// Khmer and Myanmar become bigrams. Case and diacritics are folded, compounds are kept whole and
  /// in parts, British spelling becomes American, and the Snowball English stemmer is applied. No
  /// stop words are removed.
  public static let english = Analyzer(name: "english", version: 1, kind: .english)

  /// What stands between blanks (Unicode `White_Space`), unchanged.
  public static let plain = Analyzer(name: "plain", version: 1, kind: .plain)

  /// What published figures use: maximal runs of letters and digits after NFKC (character by
  /// character) and lower case, without
  /// Lucene's 33 English stop words, stemmed by Porter (1980) as revised by its author.
  ///
  /// Stop words leave no gap: positions count the tokens that remain, so a text's length is the
  /// length that such figures are computed with.
  public static let reference = Analyzer(name: "reference", version: 1, kind: .reference)

  /// All analyzers, the default first.
  public static let all: [Analyzer] = [.english, .plain, .reference]

  enum Kind: Sendable, Hashable { case english, plain, reference }

  /// The name by which indexes and command lines choose this analyzer.
  public let name: String

  /// The version of the rules; it changes with any term or position.
  public let version: Int

  let kind: Kind

  /// The name and the version, such as `english/1`.
  public var description: String { "\(name)/\(version)" }

  /// The analyzer of that name, or `nil` where there is none.
  public static func named(_ name: String) -> Analyzer? {
    all.first { $0.name == name }
  }

  /// The terms of a text in order of position, alternatives included.
  ///
  /// It makes a session of its own: for more than a few texts keep an ``AnalysisSession``.
  public func terms(of text: String) -> [String] {
    let session = AnalysisSession(self)
    var tokens: [Token] = []
    session.analyze(text, into: &tokens)
    return tokens.map { session.term($0.term) }
  }
}
