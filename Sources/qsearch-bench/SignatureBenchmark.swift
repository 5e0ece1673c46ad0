import IndexStorage
import NearDuplicates
import QuestionSearch

/// Measures what signatures of an index take and what they find, and prints one line of JSON.
///
/// Usage: `qsearch-bench signatures --jsonl FILE --folder DIR [--new 1000] [--similarity 0.7]
/// [--passes 3] [--threads N]`. Each line of the file has a `text`; the last ones are new, the
/// others become questions of an index in a new folder, which stays. Seconds are those of the
/// fastest pass, but for `make`, which happens once. `missed` are pairs at least that alike whose
/// old question is not among the candidates (of the first 100 new texts), `alike` how many there
/// are. Returns an exit code.
func runSignatureBenchmark(arguments: [String]) -> Int32 {
  var values = [
    "--jsonl": "", "--folder": "", "--new": "1000", "--similarity": "0.7", "--passes": "3",
    "--threads": "\(Threads.processorCount)",
  ]
  var rest = arguments[...]
  while let argument = rest.popFirst() {
    guard values[argument] != nil, let value = rest.popFirst() else {
      printError("qsearch-bench signatures: \(argument) is unknown or lacks its value\n")
      return 2
    }
    values[argument] = value
  }
  guard let path = values["--jsonl"], let folder = values["--folder"], !path.isEmpty,
    !folder.isEmpty, let new = values["--new"].flatMap({ Int($0) }), new > 0,
    let similarity = values["--similarity"].flatMap({ Double($0) }), similarity > 0,
    similarity <= 1, let passes = values["--passes"].flatMap({ Int($0) }), passes > 0,
    let threads = values["--threads"].flatMap({ Int($0) }), threads > 0
  else {
    printError("qsearch-bench signatures: --jsonl FILE and --folder DIR are needed\n")
    return 2
  }
  do {
    let lines = try TextLines(path, threads: threads).texts
    let texts = (0..<lines.count).map { lines[$0] }
    var builder = QuestionIndexBuilder()
    for text in texts.dropLast(new) { builder.add(question: text, bank: "bank") }
    let index = try builder.write(to: folder)
    try measure(
      index, Array(texts.suffix(new)), similarity: similarity, passes: passes, threads: threads)
    return 0
  } catch {
    printError("qsearch-bench signatures: \(error)\n")
    return 2
  }
}

private func measure(
  _ index: QuestionIndex, _ texts: [String], similarity: Double, passes: Int, threads: Int
) throws {
  let (signatures, make) = try timed(1) { try index.signatures(threads: threads) }
  let (_, open) = try timed(passes) { try index.signatures(threads: threads) }
  let (new, analyze) = timed(passes) { signatures.analyzed(texts, threads: threads) }
  let (found, scan) = timed(passes) {
    signatures.candidates(of: new, similarity: similarity, threads: threads)
  }
  let counts = found.map(\.count).sorted()
  let (alike, missed) = try recall(index, signatures, new, found, similarity)
  let banding = signatures.banding(similarity: similarity)
  print(
    """
    {"benchmark":"signatures","entries":\(index.entryCount),"new":\(texts.count),\
    "threads":\(threads),"bytes_per_entry":\(signatures.byteCount / max(index.entryCount, 1)),\
    "kept":\(signatures.areKept),"make":\(make),"open":\(open),"analyze_new":\(analyze),\
    "candidates":\(scan),"bands":\(banding.bands),"rows":\(banding.rows),\
    "mean_candidates":\(Double(counts.reduce(0, +)) / Double(max(counts.count, 1))),\
    "most_candidates":\(counts.last ?? 0),"alike":\(alike),"missed":\(missed)}
    """)
}

/// The fastest of the passes, in seconds.
private func timed<R>(_ passes: Int, _ body: () throws -> R) rethrows -> (R, Double) {
  var best = Double.infinity
  var remaining = passes
  while true {
    let start = ContinuousClock.now
    let result = try body()
    let duration = start.duration(to: .now).components
    let seconds = Double(duration.seconds) + Double(duration.attoseconds) / 1e18
    best = min(best, seconds)
    remaining -= 1
    if remaining <= 0 { return (result, best) }
  }
}

/// How many of the pairs that are alike are no candidates, by all sets of shingles.
private func recall(
  _ index: QuestionIndex, _ signatures: QuestionSignatures, _ new: AnalyzedTexts,
  _ found: [[DocumentID]], _ similarity: Double
) throws -> (alike: Int, missed: Int) {
  var texts: [String] = []
  var documents: [DocumentID] = []
  index.snapshot.forEachDocument { documents.append($0) }
  try index.forEachEntry { texts.append($0.text) }
  let old = signatures.analyzed(texts)
  let first = (0..<min(new.count, 100)).map { ShingleSet(new, $0, QuestionSignatures.shingling) }
  var alike = 0
  var missed = 0
  for number in 0..<old.count {
    let set = ShingleSet(old, number, QuestionSignatures.shingling)
    for (text, own) in first.enumerated() where own.jaccard(set) >= similarity {
      alike += 1
      if !found[text].contains(documents[number]) { missed += 1 }
    }
  }
  return (alike, missed)
}
