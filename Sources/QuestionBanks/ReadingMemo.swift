/// What conventions worked out while they assessed a document, kept for when they read it.
///
/// One belongs to one draft of one document. It is a class because assessing changes no draft.
final class ReadingMemo {
  private var knownOutline: HeadingOutline?
  private var knownLabels: TranscriptLabels??
  private var knownProfile: (revision: Int, profile: ListProfile)?

  /// The headings of the document.
  func outline(_ document: Document) -> HeadingOutline {
    if let knownOutline { return knownOutline }
    let outline = HeadingOutline(document)
    knownOutline = outline
    return outline
  }

  /// The labels of the document, if it could be a transcript.
  func labels(_ document: Document) -> TranscriptLabels? {
    if let knownLabels { return knownLabels }
    let labels = TranscriptLabels(document)
    knownLabels = .some(labels)
    return labels
  }

  /// What the free lines of a draft show; worked out again only when lines were claimed since.
  func profile(_ document: Document, _ draft: Draft) -> ListProfile {
    if let known = knownProfile, known.revision == draft.revision { return known.profile }
    let profile = ListProfile(document, draft)
    knownProfile = (draft.revision, profile)
    return profile
  }

  /// Forgets what only conventions for whole files need.
  func forgetFile() {
    knownOutline = nil
    knownLabels = nil
  }
}
