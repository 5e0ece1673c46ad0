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
  /// The least probability of a copy: results are hidden behind others only where that is sure.
  private static let sure = 0.9

  /// Which of some entries are the same as another but for small edits.
  func copies(of entry: Entry, among others: [Entry]) throws(QuestionSearchError) -> [Bool] {
    // Letter by letter the same: the most common case needs no word lists.
    let plain = others.map { PlainText.isCopy($0, of: entry) }
    guard plain.contains(false) else { return plain }
    let all = [entry] + others
    let texts = DuplicateTexts(
      all.map { DuplicateText($0) }, background: try background(all), threads: 1)
    let pairs = others.indices.map { CandidatePair(0, $0 + 1) }
    let result = DuplicateFinder(threshold: Self.sure, threads: 1).find(texts, candidates: pairs)
    var isCopy = [Bool](repeating: false, count: others.count)
    for pair in result.pairs where pair.first == 0 {
      isCopy[pair.second - 1] = [.exact, .near].contains(pair.duplicateClass)
    }
    return isCopy
  }

  /// All copies of an entry that the index has, in the order of documents, without those given.
  ///
  /// They are among the nearest to its text; as long as the last of these has most words in common
  /// with it, more are looked at.
  func allCopies(
    of entry: Entry, except known: Set<DocumentID>
  ) throws(QuestionSearchError) -> [HitGroups.Copy] {
    var limit = 64
    let text = NeighborSearch.query(for: entry)
    while true {
      let search = NeighborSearch(limit: limit, threads: 1)
      let found = try search.neighbors(of: [text], being: [nil], in: snapshot)[0]
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

  /// Whether two entries have the same letters and digits and the same lead-in, and point at nothing
  /// else.
  static func isCopy(_ one: Entry, of other: Entry) -> Bool {
    let text = letters(one.text)
    guard text.count > 8, text == letters(other.text),
      letters(one.context ?? "") == letters(other.context ?? "")
    else { return false }
    let words = one.text.lowercased().split { !$0.isLetter }
    return !words.contains { pointers.contains(String($0)) }
  }

  private static func letters(_ text: String) -> [UInt8] {
    text.utf8.compactMap { byte in
      if (0x41...0x5A).contains(byte) { return byte | 0x20 }
      let isLetter = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
      // Signs may be the question: "C", "C++".
      return isLetter || [0x2B, 0x23, 0x3C, 0x3D, 0x3E, 0x7C, 0x26].contains(byte) ? byte : nil
    }
  }
}

/// The different words of some texts, for seeing which have most of them in common.
private struct WordSets {
  private static let leastSimilarity = 0.6

  private let session = AnalysisSession(.english)
  private var tokens: [Token] = []
  private var sets: [[UInt32]] = []
  private var last: [UInt32] = []

  /// The places of texts that share most of their words with another.
  mutating func similar(to entry: Entry) -> [Int] {
    last = words(of: entry)
    guard !last.isEmpty else { return [] }
    return sets.indices.filter { place in
      let common = Self.overlap(sets[place], last)
      let all = sets[place].count + last.count - common
      return Double(common) >= Self.leastSimilarity * Double(all)
    }
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
