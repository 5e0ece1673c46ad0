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
  ///
  /// A compound gives its joined whole at the position of its first part, and its parts at
  /// consecutive positions: `k-means` is `kmean` and `k` at 0, `mean` at 1. The whole is what the
  /// compound would be if it were written as one word, so `kmeans` meets it; `k means` meets it by
  /// the parts, and by the whole for a list of terms that begin with a letter. Compounds are words
  /// joined by hyphens, underscores, points or `^`, short words joined by `/`, `&` or `@`, words
  /// with capitals inside (`camelCase`, `HTTPServer`), three letters and more before final digits
  /// (`gpt4` is `gpt-4`). There is no whole where numbers would run together (`10-20`), of more
  /// than six words or of more than 48 bytes. Points between single letters leave the whole alone
  /// (`e.g.` is `eg`). `c++`, `c#`, `.net` and orders of growth (`o(nlogn)`) have terms beside
  /// their words'.
  ///
  /// Words of ASCII letters alone are stemmed; what has digits or other scripts is not. `'s`,
  /// `'ll`, `'re`, `'ve`, `'d` and `'m` are dropped, `don't` is `dont`. A Greek letter by itself is
  /// its name (`λ` and `\lambda` are `lambda`). `CNNs` and `cnns` are `cnn`, `gpus` is `gpu`.
  /// Terms are cut at 255 bytes.
  public static let english = Analyzer(name: "english", version: 2, kind: .english)

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
