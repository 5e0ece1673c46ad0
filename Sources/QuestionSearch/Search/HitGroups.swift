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
    /// Copies among the results, the best first.
    var copies: [Copy] = []
  }

  /// A copy of a result, or of what results are asked for.
  struct Copy {
    let document: DocumentID
    let entry: Entry
  }

  private let index: QuestionIndex
  private var words = WordSets()
  private(set) var groups: [Group] = []
  /// Copies of the entry that results are asked for.
  private(set) var copiesOfSource = 0
  private let source: Entry?

  /// - Parameter source: the entry for which related ones are looked for; its copies are no
  ///   results.
  init(_ index: QuestionIndex, source: Entry?) {
    self.index = index
    self.source = source
    if let source { words.add(source) }
  }

  /// Adds the next result: a group of its own, or a copy.
  mutating func add(_ hit: SearchHit) throws(QuestionSearchError) {
    let entry = try index.entry(hit.document)
    let similar = words.similar(to: entry)
    let copied = try similar.isEmpty ? nil : copied(entry, among: similar)
    switch copied {
    case nil:
      words.add(entry)
      groups.append(Group(hit: hit, entry: entry))
    case let place? where source != nil && place == 0: copiesOfSource += 1
    case let place?:
      groups[place - (source == nil ? 0 : 1)].copies
        .append(Copy(document: hit.document, entry: entry))
    }
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
    guard plain.contains(false) else { return plain }
    let all = [entry] + others
    let texts = DuplicateTexts(
      all.map { DuplicateText($0) }, background: try background(all), threads: 1)
    return others.indices.map { texts.evidence(0, $0 + 1).isCopy }
  }

  /// All copies of an entry that the index has, in the order of documents, without those given.
  ///
  /// They are among the nearest to its text; as long as the last of these has most words in common
  /// with it, more are looked at. Those that a filter leaves out do not count.
  func allCopies(
    of entry: Entry, except known: Set<DocumentID>, matching filter: DocumentFilter?
  ) throws(QuestionSearchError) -> [HitGroups.Copy] {
    var limit = 64
    let text = NeighborSearch.query(for: entry)
    while true {
      let search = NeighborSearch(limit: limit, threads: 1)
      let found = try search.neighbors(of: [text], being: [nil], in: snapshot, matching: filter)[0]
      var words = WordSets()
      words.add(entry)
      var similar: [HitGroups.Copy] = []
      for document in found {
        let other = try self.entry(document)
        guard !words.similar(to: other).isEmpty else { continue }
        similar.append(HitGroups.Copy(document: document, entry: other))
      }
      if let last = similar.last, last.document == found.last, found.count == limit {
        limit *= 8
        continue
      }
      let new = similar.filter { !known.contains($0.document) }
      let isCopy = try new.isEmpty ? [] : copies(of: entry, among: new.map(\.entry))
      return zip(new, isCopy).filter(\.1).map(\.0)
        .sorted { $0.document.rawValue < $1.document.rawValue }
    }
  }
}

/// Texts that are plainly the same.
private enum PlainText {
  /// Words by which a question points at what stands beside it, which may be another thing each
  /// time.
  private static let pointers = ["this", "these", "following", "above", "below", "given", "shown"]

  /// Whether two entries have the same text and lead-in but for case, blanks, quotes and the point
  /// at the end, and point at nothing else.
  static func isCopy(_ one: Entry, of other: Entry) -> Bool {
    let text = plain(one.text)
    guard text.count > 8, text == plain(other.text),
      plain(one.context ?? "") == plain(other.context ?? "")
    else { return false }
    let words = one.text.lowercased().split { !$0.isLetter }
    return !words.contains { pointers.contains(String($0)) }
  }

  private static func plain(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x27, 0x60, 0x2C: continue
      case 0...0x20: if bytes.last != 0x20, !bytes.isEmpty { bytes.append(0x20) }
      case 0x41...0x5A: bytes.append(byte | 0x20)
      default: bytes.append(byte)
      }
    }
    while let last = bytes.last, [0x20, 0x2E, 0x3F, 0x21, 0x3A].contains(last) {
      bytes.removeLast()
    }
    return bytes
  }
}

/// The different words of some texts, for seeing which have most of them in common.
private struct WordSets {
  private static let leastSimilarity = 0.6
  private static let mostCompared = 8

  private let session = AnalysisSession(.english)
  private var tokens: [Token] = []
  private var sets: [[UInt32]] = []
  private var last: [UInt32] = []

  /// The places of the texts that share most words with another, and more than half: eight at the
  /// most, ascending.
  mutating func similar(to entry: Entry) -> [Int] {
    last = words(of: entry)
    guard !last.isEmpty else { return [] }
    var found: [(similarity: Double, place: Int)] = []
    for place in sets.indices {
      let common = Self.overlap(sets[place], last)
      let similarity = Double(common) / Double(sets[place].count + last.count - common)
      if similarity >= Self.leastSimilarity { found.append((similarity, place)) }
    }
    if found.count > Self.mostCompared {
      found.sort { ($0.similarity, $1.place) > ($1.similarity, $0.place) }
    }
    return found.prefix(Self.mostCompared).map(\.place).sorted()
  }

  /// Keeps a text.
  mutating func add(_ entry: Entry) { sets.append(words(of: entry)) }

  private mutating func words(of entry: Entry) -> [UInt32] {
    session.analyze(entry.text, into: &tokens)
    var terms = tokens.map(\.term)
    terms.sort()
    var distinct: [UInt32] = []
    for term in terms where distinct.last != term { distinct.append(term) }
    return distinct
  }

  private static func overlap(_ a: [UInt32], _ b: [UInt32]) -> Int {
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      common += a[i] == b[j] ? 1 : 0
      let (left, right) = (a[i], b[j])
      i += left <= right ? 1 : 0
      j += right <= left ? 1 : 0
    }
    return common
  }
}
