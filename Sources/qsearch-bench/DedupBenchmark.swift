import IndexStorage
import NearDuplicates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds all pairs of texts of at least some similarity, and prints one line of JSON for each.
///
/// Usage: `qsearch-bench dedup --jsonl FILE [--threshold 0.7] [--shingle word3|char5]
/// [--measure jaccard|containment] [--recall 1] [--threads N] [--stats yes]`. Each line of the file
/// has an `id` and a `text`, of which the words are what stands between white space. A pair is
/// `{"a": id, "b": id, "score": similarity}`. With a recall below 1 signatures are used where they
/// are expected to take less time. Where more than 500,000 pairs have equal sets, those
/// with the first of them are given alone, and standard error says so. Returns an exit code.
func runDedupBenchmark(arguments: [String]) -> Int32 {
  var options = DedupOptions()
  var rest = arguments[...]
  while let argument = rest.popFirst() {
    guard let value = rest.popFirst(), options.set(argument, value) else {
      printError("qsearch-bench dedup: \(argument) is unknown or lacks its value\n")
      return 2
    }
  }
  guard let path = options.path else {
    printError("qsearch-bench dedup: --jsonl FILE is needed\n")
    return 2
  }
  do {
    let start = ContinuousClock.now
    let lines = try TextLines(path, threads: options.threads)
    let read = start.duration(to: .now)
    let (result, plan) = find(lines.texts, options)
    let joined = start.duration(to: .now)
    printPairs(result, lines)
    if options.showsStatistics {
      printError("read \(read), joined \(joined)\n\(result.statistics)\n\(plan)\n")
    }
    return 0
  } catch {
    printError("qsearch-bench dedup: \(error)\n")
    return 2
  }
}

/// Joins exactly, or by what is planned where less than all is asked for.
private func find(_ texts: AnalyzedTexts, _ options: DedupOptions) -> (JoinResult, String) {
  if options.recall < 1 {
    let search = SimilaritySearch(
      shingling: options.shingling, threshold: options.threshold, recall: options.recall,
      threads: options.threads)
    let (result, plan) = search.run(texts)
    return (result, plan.description)
  }
  let join = SimilarityJoin(
    shingling: options.shingling, measure: options.measure, threshold: options.threshold,
    threads: options.threads)
  return (join.run(texts), "exact join, as asked")
}

private struct DedupOptions {
  var recall = 1.0
  var path: String?
  var threshold = 0.7
  var shingling = Shingling.words(3)
  var measure = SetMeasure.jaccard
  var threads = Threads.processorCount
  var showsStatistics = false

  /// Sets the option of that name; `false` where there is none or the value does not fit.
  mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--jsonl": path = value
    case "--threshold":
      guard let number = Double(value), number > 0, number <= 1 else { return false }
      threshold = number
    case "--shingle":
      guard let shingling = Self.shingling(value) else { return false }
      self.shingling = shingling
    case "--recall":
      guard let number = Double(value), number > 0, number <= 1 else { return false }
      recall = number
    case "--measure":
      guard let measure = SetMeasure(rawValue: value) else { return false }
      self.measure = measure
    case "--threads":
      guard let number = Int(value), (1...64).contains(number) else { return false }
      threads = number
    case "--stats": showsStatistics = value == "yes"
    default: return false
    }
    return true
  }

  /// `word1` to `word3`, `char1` to `char32`.
  private static func shingling(_ name: String) -> Shingling? {
    guard let width = Int(name.dropFirst(4)) else { return nil }
    switch name.prefix(4) {
    case "word": return (1...3).contains(width) ? .words(width) : nil
    case "char": return (1...32).contains(width) ? .characters(width) : nil
    default: return nil
    }
  }
}

private func printPairs(_ result: JoinResult, _ lines: TextLines) {
  var output: [UInt8] = []
  func flush() {
    var written = 0
    while written < output.count {
      let count = output[written...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      written += count
    }
    output.removeAll(keepingCapacity: true)
  }
  let isComplete = result.forEachPair { pair in
    output.append(contentsOf: "{\"a\":".utf8)
    lines.withID(pair.first) { output.append(contentsOf: $0) }
    output.append(contentsOf: ",\"b\":".utf8)
    lines.withID(pair.second) { output.append(contentsOf: $0) }
    output.append(contentsOf: ",\"score\":\(pair.similarity)}\n".utf8)
    if output.count > 1 << 16 { flush() }
  }
  flush()
  if !isComplete {
    printError("of more than 500,000 equal or alike pairs, those with the first text are given\n")
  }
}
