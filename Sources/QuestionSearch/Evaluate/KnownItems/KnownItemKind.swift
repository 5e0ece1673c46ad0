/// How a query with a known answer is made from an entry.
///
/// Known-item search: Azzopardi, de Rijke and Balog 2007. Each kind is one way in which a person
/// asks for a question that the bank has, in other words than the bank's.
public enum KnownItemKind: String, Sendable, Hashable, CaseIterable {
  /// Some of the question's content words are left out.
  case wordsDropped = "words-dropped"
  /// One word has a slip of the keyboard: a letter left out, doubled, exchanged or replaced.
  case typo
  /// One word is in the other of British and American spelling.
  case spelling
  /// The question's frame is another: "What is X?" is asked as "Explain X", "Can you describe X?".
  case frame
  /// A stretch of the answer is the query.
  case answer
  /// The text of an exact duplicate in another bank is the query; it is not a result itself.
  case duplicate
}
