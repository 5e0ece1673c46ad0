/// Lists of questions as people keep them: bullets, numbers, nested lists, bare lines, tags such as
/// `[E]`, lines pasted into a fence; with lead-ins, labels, hints, options and notes between them.
///
/// A group (a list, or a run of lines) is read when its items are tagged or most of them ask or
/// order; in a file with such groups weaker ones count too. Bare labels and lead-ins become context
/// of the items in their scope, which ends with the list or when an item no longer speaks of them.
enum MixedList: Convention {
  static let name = "mixed list"
  static let scope = ConventionScope.section

  static func assess(_ document: Document, _ draft: Draft) -> Assessment {
    let profile = draft.memo.profile(document, draft)
    let items = max(profile.sure, profile.tagged)
    let evidence =
      "\(profile.tagged) tagged items, \(profile.sure) in groups of questions, "
      + "\(profile.candidates) candidates"
    guard items >= 2 || (profile.namesQuestions && profile.candidates >= 3) else {
      return Assessment(score: 0, items: items, evidence: evidence)
    }
    let share = Double(items) / Double(max(1, profile.candidates))
    return Assessment(score: 0.5 + 0.5 * min(1, share), items: items, evidence: evidence)
  }

  static func read(_ document: Document, into draft: inout Draft) {
    let profile = draft.memo.profile(document, draft)
    let prior = profile.isBank
    draft.items.reserveCapacity(draft.items.count + profile.candidates)
    // Sections are built one at a time: blocks take more room than the lines they come from.
    let free = draft
    ListSection.forEach(document, free, prior: prior) { section in
      var reader = ListSectionReader(
        document: document, section: section, profile: profile)
      reader.read(into: &draft)
    }
  }
}
