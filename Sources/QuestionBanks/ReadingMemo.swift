/// What conventions worked out while they assessed a document, kept for when they read it.
///
/// One belongs to one draft of one document. It is a class because assessing changes no draft.
final class ReadingMemo {
  private var knownOutline: HeadingOutline?
  private var knownLabels: TranscriptLabels??
  private var keptSections: [Int: (revision: Int, section: ListSection)] = [:]
  private var keptLines = 0
  /// About 10 MB of blocks.
  private static let keptLimit = 1 << 20
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

  /// The section that begins at a line: made by `make`, or taken over from an earlier look.
  ///
  /// Sections are kept when they are made without prior knowledge and given away once after, and
  /// only so many lines of them, for they take more room than the lines they come from.
  func section(
    _ start: Int, _ revision: Int, prior: Bool, _ make: () -> ListSection
  ) -> ListSection {
    if let kept = keptSections.removeValue(forKey: start) {
      keptLines -= kept.section.lines.count
      if kept.revision == revision, !prior || !kept.section.hasNotes { return kept.section }
    }
    let section = make()
    if !prior, keptLines + section.lines.count <= ReadingMemo.keptLimit {
      keptLines += section.lines.count
      keptSections[start] = (revision, section)
    }
    return section
  }

  /// Forgets what only conventions for whole files need.
  func forgetFile() {
    knownOutline = nil
    knownLabels = nil
  }
}
