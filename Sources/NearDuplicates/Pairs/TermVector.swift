import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The words of a text with their weights: 1 + ln(frequency), times the inverse document frequency
/// among all such texts, of length 1.
struct TermVector: Sendable, Equatable {
  /// Hashes of stems, ascending.
  fileprivate(set) var terms: [UInt64] = []
  fileprivate(set) var weights: [Double] = []

  /// Of a longer text its first words.
  static let mostWords = 2000

  /// The cosine of two texts.
  func cosine(_ other: TermVector) -> Double {
    var (i, j, sum) = (0, 0, 0.0)
    while i < terms.count, j < other.terms.count {
      if terms[i] == other.terms[j] {
        sum += weights[i] * other.weights[j]
        i += 1
        j += 1
      } else if terms[i] < other.terms[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return min(sum, 1)
  }

  /// The weight of a word; 0 where it does not stand in the text.
  func weight(of term: UInt64) -> Double {
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle] < term { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low] == term ? weights[low] : 0
  }
}

/// Makes vectors of texts.
struct TermVectors {
  private(set) var vectors: [TermVector?] = []
  /// In how many texts each word stands.
  private(set) var frequencies: [UInt64: Int] = [:]

  /// - Parameter texts: nil where there is none.
  init(_ texts: [String?]) {
    let session = AnalysisSession(.english)
    var tokens: [Token] = []
    for text in texts {
      guard let text, !text.isEmpty else {
        vectors.append(nil)
        continue
      }
      session.analyze(text, into: &tokens)
      var counts: [UInt64: Double] = [:]
      for token in tokens.prefix(TermVector.mostWords) {
        counts[session.withTermBytes(token.term) { TermHash.word($0) }, default: 0] += 1
      }
      for term in counts.keys { frequencies[term, default: 0] += 1 }
      var vector = TermVector()
      for (term, count) in counts.sorted(by: { $0.key < $1.key })
      where !FunctionWordTable.terms.contains(term) {
        vector.terms.append(term)
        vector.weights.append(1 + log(count))
      }
      vectors.append(vector.terms.isEmpty ? nil : vector)
    }
    let known = frequencies
    let count = Double(vectors.count { $0 != nil })
    for index in vectors.indices {
      vectors[index]?.weigh { log((count + 1) / Double(known[$0] ?? 1)) }
    }
  }
}

extension TermVector {
  fileprivate mutating func weigh(_ idf: (UInt64) -> Double) {
    var sum = 0.0
    for place in terms.indices {
      weights[place] *= max(idf(terms[place]), 0.05)
      sum += weights[place] * weights[place]
    }
    let length = sum.squareRoot()
    guard length > 0 else { return }
    for place in weights.indices { weights[place] /= length }
  }
}
