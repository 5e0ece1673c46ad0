import IndexStorage
import InvertedIndex
import NearDuplicates
import QuestionBanks
import TextAnalysis

/// Results of which copies are gathered behind the best.
///
/// Copies are what `dedup` calls exact and near: the same but for small edits. Most results have
/// none; so only texts that share most of their words are compared in earnest.
struct HitGroups {
  /// A result and its copies.
  struct Group {
    let hit: SearchHit
    let entry: Entry
    /// Copies among the results, the best first; then others, in the order of documents.
    var copies: [Copy] = []
  }

  /// A copy of a result, or of what results are asked for.
  struct Copy {
    let document: DocumentID
    let entry: Entry
  }

  private let index: QuestionIndex
  private var words: WordSets
  private(set) var groups: [Group] = []
  /// Copies of the entry that results are asked for.
  private(set) var copiesOfSource = 0
  private let source: Entry?

  /// - Parameter source: the entry for which related ones are looked for; its copies are no
  ///   results.
  init(_ index: QuestionIndex, source: Entry?) {
    self.index = index
    self.source = source
    words = WordSets(index.snapshot.analyzer)
    if let source { words.add(source.text) }
  }

  /// Adds the next result: a group of its own, or a copy.
  mutating func add(_ hit: SearchHit) throws(QuestionSearchError) {
    let entry = try index.entry(hit.document)
    let similar = words.similar(to: entry.text)
    let copied = try similar.isEmpty ? nil : copied(entry, among: similar)
    switch copied {
    case nil:
      words.add(entry.text)
      groups.append(Group(hit: hit, entry: entry))
    case let place? where source != nil && place == 0: copiesOfSource += 1
    case let place?:
      groups[place - (source == nil ? 0 : 1)].copies
        .append(Copy(document: hit.document, entry: entry))
    }
  }

  /// Keeps the first groups alone and adds all copies that the index has, whether or not they are
  /// results. Those that a filter leaves out do not count.
  mutating func complete(
    limit: Int, excluding excluded: [DocumentID], matching filter: DocumentFilter?
  ) throws(QuestionSearchError) {
    var known = Set(excluded)
    for group in groups {
      known.insert(group.hit.document)
      for copy in group.copies { known.insert(copy.document) }
    }
    groups.removeLast(max(groups.count - limit, 0))
    for place in groups.indices {
      let more = try copies(of: place, except: known, matching: filter)
      groups[place].copies += more
      for copy in more { known.insert(copy.document) }
    }
  }

  /// The copies of a group's result among all documents but some, ascending.
  private mutating func copies(
    of group: Int, except known: Set<DocumentID>, matching filter: DocumentFilter?
  ) throws(QuestionSearchError) -> [Copy] {
    let place = group + (source == nil ? 0 : 1)
    guard let overlap = words.overlap(with: place) else { return [] }
    var similar: [Copy] = []
    let found = try index.engine { () throws(IndexError) in
      try index.snapshot.documents(overlap, matching: filter)
    }
    for document in found where !known.contains(document) {
      let isSimilar = try index.engine { () throws(IndexError) in
        try index.snapshot.withStored(of: document) { reader throws(StorageError) in
          words.isSimilar(try StoredEntry.text(&reader), to: place)
        }
      }
      guard isSimilar else { continue }
      similar.append(Copy(document: document, entry: try index.entry(document)))
    }
    guard !similar.isEmpty else { return [] }
    let isCopy = try index.copies(of: groups[group].entry, among: similar.map(\.entry))
    return zip(similar, isCopy).filter(\.1).map(\.0)
  }

  /// The first of some kept entries of which one is a copy.
  private func copied(_ entry: Entry, among places: [Int]) throws(QuestionSearchError) -> Int? {
    let others = places.map { place in
      source.map { place == 0 ? $0 : groups[place - 1].entry } ?? groups[place].entry
    }
    let isCopy = try index.copies(of: entry, among: others)
    return zip(places, isCopy).first { $0.1 }?.0
  }
}

extension QuestionIndex {
  /// Which of some entries are the same as another but for small edits.
  func copies(of entry: Entry, among others: [Entry]) throws(QuestionSearchError) -> [Bool] {
    // Letter by letter the same: the most common case needs no word lists.
    let plain = others.map { PlainText.isCopy($0, of: entry) }
    let open = others.indices.filter {
      !plain[$0] && CopyScreen.mayBeCopies(entry.text, others[$0].text)
    }
    guard !open.isEmpty else { return plain }
    let all = [entry] + open.map { others[$0] }
    let texts = DuplicateTexts(
      all.map { DuplicateText($0) }, background: try background(all), threads: 1)
    var isCopy = plain
    for (number, place) in open.enumerated() {
      isCopy[place] = texts.evidence(0, number + 1).isCopy
    }
    return isCopy
  }
}

/// Texts that are plainly the same.
private enum PlainText {
  /// Words by which a question points at what stands beside it, which may be another thing each
  /// time.
  private static let pointers = [
    "this", "these", "following", "above", "below", "given", "shown", "output", "code", "result",
    "it", "its", "they",
  ]

  /// Whether two entries have the same text and lead-in but for case, blanks, quotes and the point
  /// at the end, and point at nothing else.
  static func isCopy(_ one: Entry, of other: Entry) -> Bool {
    let text = plain(one.text)
    guard text.count > 8, text == plain(other.text),
      plain(one.context ?? "") == plain(other.context ?? ""),
      // Short ones may mean what they stand under.
      text.count > 30 || one.section.last == other.section.last,
      text.count > 30 || one.answer == other.answer
    else { return false }
    let words = one.text.lowercased().split { !$0.isLetter }
    return !words.contains { pointers.contains(String($0)) }
  }

  private static func plain(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x60: continue
      case 0...0x20: if bytes.last != 0x20, !bytes.isEmpty { bytes.append(0x20) }
      case 0x41...0x5A: bytes.append(byte | 0x20)
      default: bytes.append(byte)
      }
    }
    while let last = bytes.last, [0x20, 0x2E, 0x3F].contains(last) {
      bytes.removeLast()
    }
    return bytes
  }
}
