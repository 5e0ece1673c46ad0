import NearDuplicates
import QuestionBanks

/// Joins entries step by step; each group of entries is one question.
struct MergeRun {
  let input: [Entry]
  private let options: MergePlan.Options
  private let comparer = AnswerComparer()
  private let pointing: PointingQuestions
  /// For each entry given the one that stands for its group, and the members of each group.
  private var group: [Int]
  private var members: [[Int]]
  private var sources: [[EntrySource]]
  private var merged: [Int: MergedEntry] = [:]
  private var joins: [Int: (DuplicateClass, Double, [String])] = [:]
  private var apart: [(first: Int, second: Int, reasons: [String])] = []

  init(_ given: [Entry], _ options: MergePlan.Options) {
    input = given.sorted(by: Self.isBefore)
    self.options = options
    group = Array(input.indices)
    members = input.indices.map { [$0] }
    let merge = (input.flatMap(\.sources).map(\.merge).max() ?? 0) + 1
    pointing = PointingQuestions(input, comparer)
    sources = input.map { entry in
      guard !entry.sources.isEmpty else { return [EntrySource(entry, merge: merge)] }
      // What was changed by hand since the merge is a source of its own.
      guard entry.isEdited else { return entry.sources }
      var edit = EntrySource(entry, merge: merge)
      edit.isEdit = true
      return entry.sources + [edit]
    }
  }

  /// Bank, file, line, bytewise.
  private static func isBefore(_ a: Entry, _ b: Entry) -> Bool {
    func key(_ entry: Entry) -> [UInt8] {
      Array(entry.bank.utf8) + [0] + Array(entry.file.utf8) + [0]
    }
    let (one, other) = (key(a), key(b))
    return one == other
      ? (a.line, a.byteStart) < (b.line, b.byteStart) : one.lexicographicallyPrecedes(other)
  }

  // MARK: - What is known already

  /// Joins entries that have a source in common: one that was merged before, and what it was made
  /// of.
  mutating func joinKnownContent() {
    var known: [UInt64: Int] = [:]
    for number in input.indices {
      // A group that was joined to another has given it its sources.
      for source in sources[number] {
        let first = known[source.identity] ?? number
        known[source.identity] = first
        guard group[first] != group[number], !isProtected(first) || !isProtected(number) else {
          continue
        }
        // The smaller into the larger: what was made of a hundred thousand is moved once.
        let isSmaller = sources[group[number]].count < sources[group[first]].count
        join(
          isSmaller ? number : first, to: isSmaller ? first : number,
          (.exact, 1, ["merged before"]))
      }
    }
    joinDecided()
  }

  /// Joins what people called the same.
  private mutating func joinDecided() {
    guard options.decisions.count > 0 else { return }
    var places: [String: Int] = [:]
    for root in input.indices where group[root] == root {
      for id in ids(root) where places[id] == nil { places[id] = root }
    }
    for (a, b) in options.decisions.pairs(.same) {
      guard let one = places[a], let other = places[b], mayJoin(group[one], group[other]) else {
        continue
      }
      let (first, second) = (min(one, other), max(one, other))
      join(second, to: first, (.same, 1, ["decided"]))
    }
  }

  // MARK: - Duplicates

  /// Compares what is there now; whether anything was joined.
  mutating func joinDuplicates() throws(QuestionSearchError) -> Bool {
    let standing = input.indices.filter { group[$0] == $0 }
    let entries = standing.map { mergedEntry($0).entry }
    var search = DuplicateOptions()
    search.threshold = options.threshold
    search.threads = options.threads
    let found = try QuestionDuplicates(among: entries, options: search)
    apart = found.result.pairs.filter { $0.duplicateClass == .contrast }
      .map { (standing[$0.first], standing[$0.second], $0.reasons) }
    if options.decisions.count > 0 {
      apart = apart.filter { options.decisions.verdict(ids($0.first), ids($0.second)) == nil }
    }
    var pairs: [CandidatePair: DuplicatePair] = [:]
    for pair in found.duplicates { pairs[CandidatePair(pair.first, pair.second)] = pair }
    var isChanged = false
    for cluster in found.result.clusters where joinMembers(of: cluster, pairs, standing, entries) {
      isChanged = true
    }
    return isChanged
  }

  /// So many questions of a cluster are kept apart from each other at the most and still compared.
  private static let mostKeepers = 50

  /// Joins the members of a cluster to the one that stands for it. What may not go into that one is
  /// tried with those that were kept besides: copies of one of several questions that are asked in
  /// the same words find each other.
  private mutating func joinMembers(
    of cluster: Cluster, _ pairs: [CandidatePair: DuplicatePair], _ standing: [Int],
    _ entries: [Entry]
  ) -> Bool {
    let first = keeper(of: cluster, standing)
    let center = cluster.representative
    func toCenter(_ place: Int) -> DuplicatePair? { pairs[CandidatePair(place, center)] }
    /// What is exactly one text with the center is so with all that are.
    func pair(_ member: Int, _ keeper: Int) -> DuplicatePair? {
      if let pair = pairs[CandidatePair(member, keeper)] { return pair }
      let isExact = [member, keeper].allSatisfy {
        $0 == center || toCenter($0)?.duplicateClass == .exact
      }
      return keeper == first || isExact ? toCenter(member) : nil
    }
    var keepers = [first]
    var isChanged = false
    for member in cluster.members where member != first {
      let keeper = keepers.first {
        pair(member, $0) != nil && mayJoin(standing[member], standing[$0])
          && speaksOfTheSame(entries[member], entries[$0])
      }
      if let keeper, let pair = pair(member, keeper) {
        join(
          standing[member], to: standing[keeper],
          (pair.duplicateClass, pair.probability, pair.reasons))
        isChanged = true
      } else if keepers.count < Self.mostKeepers {
        keepers.append(member)
      }
    }
    return isChanged
  }

  /// The member that stands for a cluster: one of the protected bank, else the representative.
  private func keeper(of cluster: Cluster, _ standing: [Int]) -> Int {
    cluster.members.first { isProtected(standing[$0]) } ?? cluster.representative
  }

  private func isProtected(_ number: Int) -> Bool {
    guard let bank = options.protected else { return false }
    return sources[number].contains { $0.bank == bank } || input[number].bank == bank
  }

  /// Entries of the protected bank are not joined to each other, nor what people called different.
  private func mayJoin(_ member: Int, _ keeper: Int) -> Bool {
    if isProtected(member), isProtected(keeper) { return false }
    guard options.decisions.count > 0 else { return true }
    return !options.decisions.keepApart(ids(member), ids(keeper))
  }

  /// Whether questions that do not tell by themselves what they ask have answers by which it is
  /// the same.
  private func speaksOfTheSame(_ one: Entry, _ other: Entry) -> Bool {
    guard pointing.points(one) || pointing.points(other) else { return true }
    // Code and options behind the first line are part of the question.
    if one.text == other.text, one.text.contains("\n") { return true }
    guard let left = one.answer, let right = other.answer else { return false }
    return PointingQuestions.agree(left, right, comparer)
  }

  private func ids(_ number: Int) -> Set<String> {
    Set(sources[number].map(\.id) + members[number].map { input[$0].id })
  }

  private mutating func join(
    _ member: Int, to keeper: Int, _ why: (DuplicateClass, Double, [String])
  ) {
    let (from, to) = (group[member], group[keeper])
    guard from != to else { return }
    for number in members[from] { group[number] = to }
    members[to] += members[from]
    members[from] = []
    sources[to] += sources[from]
    sources[from] = []
    merged[to] = nil
    merged[from] = nil
    joins[from] = why
  }

  private mutating func mergedEntry(_ number: Int) -> MergedEntry {
    if let known = merged[number] { return known }
    let made = MergedEntry(sources[number], protected: options.protected, comparer)
    merged[number] = made
    return made
  }

  // MARK: - Outcome

  /// The entry given that is kept: the one that was merged before, else the one with the wording.
  private func keeperOfGroup(_ root: Int, _ entry: Entry) -> Int {
    let known = members[root].filter { !input[$0].sources.isEmpty }.min()
    let worded = members[root].filter {
      input[$0].id == entry.id && input[$0].file == entry.file && input[$0].line == entry.line
    }.min()
    return known ?? worded ?? root
  }

  /// The merged bank in canonical order of what stands for each question.
  mutating func outcome() -> (
    entries: [MergedEntry], places: [Int], joins: [MergePlan.Join],
    leftApart: [(first: Int, second: Int, reasons: [String])]
  ) {
    var placeOfGroup: [Int: Int] = [:]
    var entries: [MergedEntry] = []
    // A question stands where the first of its group stood.
    for number in input.indices where placeOfGroup[group[number]] == nil {
      placeOfGroup[group[number]] = entries.count
      entries.append(mergedEntry(group[number]))
    }
    let places = input.indices.map { placeOfGroup[group[$0]] ?? 0 }
    var made: [MergePlan.Join] = []
    var keepers: [Int: Int] = [:]
    for number in input.indices {
      let merged = entries[places[number]]
      let keeper = keepers[group[number]] ?? keeperOfGroup(group[number], merged.entry)
      keepers[group[number]] = keeper
      // What stands for the group while it grows may be another than what is kept.
      guard number != keeper, let why = joins[number] ?? joins[keeper] else { continue }
      let own = input[number].answer
      made.append(
        MergePlan.Join(
          entry: input[number], keeper: places[number], duplicateClass: why.0, probability: why.1,
          reasons: why.2,
          answer: own.flatMap { own in
            merged.entry.answer.map { comparer.relation(own, to: $0) }
          }))
    }
    let left = apart.compactMap { pair -> (first: Int, second: Int, reasons: [String])? in
      guard let a = placeOfGroup[pair.first], let b = placeOfGroup[pair.second] else { return nil }
      return (min(a, b), max(a, b), pair.reasons)
    }
    return (entries, places, made, left)
  }
}
