import IndexStorage
import InvertedIndex
import NearDuplicates
import TextAnalysis

/// Measures how long an index of a file of texts takes, and leaves the index.
///
/// Usage: `qsearch-bench build --docs FILE --index DIR [--threads N] [--analyzer plain]
/// [--memory MB]`. Each line of the file is a document: its name, a tab, its text. The index is an
/// ordinary one with the field `question`. The last line that is printed has the seconds from
/// opening the file to the complete index on disk. Its bytes depend neither on threads nor on
/// memory. Returns an exit code.
func runBuildBenchmark(arguments: [String]) -> Int32 {
  var options = BuildOptions()
  var rest = arguments[...]
  while let argument = rest.popFirst() {
    guard let value = rest.popFirst(), options.set(argument, value) else {
      printError("qsearch-bench build: \(argument) is unknown or lacks its value\n")
      return 2
    }
  }
  guard let documents = options.documents, let index = options.index else {
    printError("qsearch-bench build: --docs FILE and --index DIR are needed\n")
    return 2
  }
  do {
    let start = ContinuousClock.now
    let count = try buildIndex(documents, in: IndexFolder(path: index), options)
    let duration = start.duration(to: .now).components
    let seconds = Double(duration.seconds) + Double(duration.attoseconds) / 1e18
    print(
      """
      {"benchmark":"build","documents":\(count),"threads":\(options.threads),\
      "memory_mb":\(options.megabytes),"peak_memory_bytes":\(peakMemoryInBytes()),\
      "build_s":\(seconds)}
      """)
    return 0
  } catch {
    printError("qsearch-bench build: \(error)\n")
    return 2
  }
}

private struct BuildOptions {
  var documents: String?
  var index: String?
  var threads = 1
  var analyzer = Analyzer.plain
  /// For all threads together.
  var megabytes = 128

  /// Sets the option of that name; `false` where there is none or the value does not fit.
  mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--docs": documents = value
    case "--index": index = value
    case "--threads":
      guard let number = Int(value), (1...64).contains(number) else { return false }
      threads = number
    case "--memory":
      guard let number = Int(value), number > 0 else { return false }
      megabytes = number
    case "--analyzer":
      guard let named = Analyzer.named(value) else { return false }
      analyzer = named
    default: return false
    }
    return true
  }
}

/// Builds the index; gives the number of documents.
private func buildIndex(
  _ path: String, in folder: IndexFolder, _ options: BuildOptions
) throws -> Int {
  try folder.create()
  let lock = try WriterLock(folder)
  let file = try LineFile(path)
  let budget = options.megabytes * 1_000_000 / options.threads
  let stamp: SectionedFileStamp
  var count = 0
  if options.threads == 1 {
    var builder = SegmentBuilder(
      fields: ["question"], analyzer: options.analyzer, folder: folder, budget: budget)
    try add(file, 0..<file.length, to: &builder)
    count = builder.documentCount
    stamp = try builder.finish()
  } else {
    let ranges = file.ranges(options.threads)
    let parts = Threads.run(ranges.count) { number in
      Result {
        var builder = SegmentBuilder(
          fields: ["question"], analyzer: options.analyzer, folder: folder, budget: budget)
        try add(file, ranges[number], to: &builder)
        return (count: builder.documentCount, part: try builder.finishPart())
      }
    }
    let built = try parts.map { try $0.get() }
    count = built.reduce(0) { $0 + $1.count }
    stamp = try SegmentBuilder.merge(built.map(\.part), folder)
  }
  // It has no sources.
  try IndexWriter.commit(stamp, to: folder)
  _ = consume lock
  return count
}

private func add(
  _ file: LineFile, _ range: Range<Int>, to builder: inout SegmentBuilder
) throws {
  try file.forEachLine(in: range) { line in
    let tab = line.firstIndex(of: UInt8(ascii: "\t")) ?? line.endIndex
    try builder.add(
      name: UnsafeBufferPointer(rebasing: line[..<tab]),
      field: UnsafeBufferPointer(rebasing: line[min(tab + 1, line.count)...]))
  }
}
