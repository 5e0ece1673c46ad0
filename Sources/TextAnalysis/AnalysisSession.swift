/// What one thread keeps while it analyzes texts: the vocabulary, and a bounded memory of words
/// already seen.
///
/// What comes of a text does not depend on the texts before it, except that term numbers count on.
/// A session must not be used by two threads at once.
public final class AnalysisSession {
  /// The rules by which this session works.
  public let analyzer: Analyzer

  // Behind a pointer, so that the loops pay neither for reference counts nor for exclusivity.
  private let state: UnsafeMutablePointer<AnalysisState>

  /// Makes a session with an empty vocabulary; it costs some 12 KB.
  public init(_ analyzer: Analyzer) {
    self.analyzer = analyzer
    state = .allocate(capacity: 1)
    state.initialize(to: AnalysisState(analyzer.kind))
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// The number of distinct terms so far; term numbers are below it.
  public var termCount: Int { state.pointee.vocabulary.count }

  /// A term by its number, which must be below ``termCount``.
  public func term(_ id: UInt32) -> String {
    withTermBytes(id) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls the body with the UTF-8 bytes of a term, of which there are 1 to 255; they are valid
  /// during the call only. The number must be below ``termCount``.
  public func withTermBytes<R>(_ id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let bytes = state.pointee.vocabulary.term(id)
    return withExtendedLifetime(self) { body(bytes) }
  }

  /// Replaces the contents of `tokens` by the tokens of a text, in order of position, compounds
  /// before their parts.
  ///
  /// Any bytes will do: what is not valid UTF-8 separates words. Of a text of 4 GiB or more, what
  /// lies beyond the last whole character below 4 GiB is left out. The cost is linear in the
  /// length.
  public func analyze(_ utf8: UnsafeBufferPointer<UInt8>, into tokens: inout [Token]) {
    state.pointee.analyze(utf8)
    state.pointee.tokens.move(into: &tokens)
  }

  /// Replaces the contents of `tokens` by the tokens of a text; offsets are in its UTF-8 bytes.
  public func analyze(_ text: String, into tokens: inout [Token]) {
    var text = text
    text.withUTF8 { analyze($0, into: &tokens) }
  }

  /// Replaces the contents of `tokens` by those tokens of a text that come to selected terms, and
  /// perhaps others; all that is left out are words that cannot.
  ///
  /// For finding a query's words in a text once: several times as fast as analyzing all of it with
  /// a session that does not know its words. What is passed over counts as one position each time.
  public func analyze(_ text: String, for selection: TermSelection, into tokens: inout [Token]) {
    var text = text
    text.withUTF8 { utf8 in
      selection.withFilter { state.pointee.analyze(utf8, filter: $0) }
    }
    state.pointee.tokens.move(into: &tokens)
  }
}
