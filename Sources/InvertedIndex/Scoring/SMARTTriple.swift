#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Three letters of the SMART notation: how a vector's term frequencies count, how document
/// frequencies do, and how the vector is normalized.
///
/// The letters are those of Manning, Raghavan and Schütze 2008, figure 6.15, and the double
/// logarithm of Singhal et al. 1999 (AT&T at TREC-7). Salton and Buckley 1988 write `x` for no
/// change, which is `n` here. Upper and lower case differ: `l` is not `L`. All logarithms are
/// natural.
public struct SMARTTriple: Sendable, Hashable, CustomStringConvertible {
  /// The first letter; tf is the frequency of the term in the vector, above zero.
  public enum TermFrequency: Character, Sendable, CaseIterable {
    /// tf
    case natural = "n"
    /// 1 + ln tf
    case logarithm = "l"
    /// 0.5 + 0.5 · tf / the greatest tf of the vector
    case augmented = "a"
    /// 1
    case boolean = "b"
    /// (1 + ln tf) / (1 + ln of the mean tf of the vector's terms)
    case logAverage = "L"
    /// 1 + ln(1 + ln tf)
    case doubleLogarithm = "d"

    /// The weight of a frequency in a vector with that greatest and mean frequency.
    @inline(__always)
    func weight(_ frequency: Double, maximum: Double, average: Double) -> Double {
      switch self {
      case .natural: frequency
      case .logarithm: 1 + log(frequency)
      case .augmented: 0.5 + 0.5 * frequency / maximum
      case .boolean: 1
      case .logAverage: (1 + log(frequency)) / (1 + log(average))
      case .doubleLogarithm: 1 + log(1 + log(frequency))
      }
    }
  }

  /// The second letter; df documents of N have the term.
  public enum DocumentFrequency: Character, Sendable, CaseIterable {
    /// 1
    case none = "n"
    /// ln(N / df)
    case idf = "t"
    /// ln((N − df) / df), and 0 where that is negative
    case probabilistic = "p"

    func weight(_ documentFrequency: Int, of documentCount: Int) -> Double {
      let frequency = Double(documentFrequency)
      switch self {
      case .none: return 1
      case .idf: return log(Double(documentCount) / frequency)
      case .probabilistic:
        return 2 * documentFrequency >= documentCount
          ? 0 : log((Double(documentCount) - frequency) / frequency)
      }
    }
  }

  /// The third letter: what every weight of the vector is multiplied by.
  public enum Normalization: Character, Sendable, CaseIterable {
    /// 1
    case none = "n"
    /// 1 / √(sum of the squares of the weights)
    case cosine = "c"
    /// 1 / ((1 − slope) · pivot + slope · u), u the number of different terms in the vector, the
    /// pivot its mean over all documents: Singhal, Buckley and Mitra 1996
    case pivotedUnique = "u"
    /// 1 / size^alpha, size the bytes of all the vector's terms: each as often as it stands there
    case byteSize = "b"
  }

  /// The first letter.
  public var termFrequency: TermFrequency
  /// The second letter.
  public var documentFrequency: DocumentFrequency
  /// The third letter.
  public var normalization: Normalization

  /// A triple from its parts.
  public init(
    _ termFrequency: TermFrequency, _ documentFrequency: DocumentFrequency,
    _ normalization: Normalization
  ) {
    self.termFrequency = termFrequency
    self.documentFrequency = documentFrequency
    self.normalization = normalization
  }

  /// Reads three letters, such as `lnc`; nil where one is unknown.
  public init?(_ letters: some StringProtocol) {
    let letters = Array(letters)
    guard letters.count == 3, let first = TermFrequency(rawValue: letters[0]),
      let second = DocumentFrequency(rawValue: letters[1]),
      let third = Normalization(rawValue: letters[2])
    else { return nil }
    self.init(first, second, third)
  }

  /// The three letters.
  public var description: String {
    String([termFrequency.rawValue, documentFrequency.rawValue, normalization.rawValue])
  }
}
