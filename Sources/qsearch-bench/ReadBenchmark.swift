import QuestionBanks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures how fast files are read into entries on one core, and prints one line of JSON.
///
/// Usage: `qsearch-bench read [--passes 3] PATH…`. Files, and all files of folders, are loaded
/// before anything is measured; the figure is the best of the passes after one that is not
/// measured. Files that are no text count as read: refusing them is the answer. Peak memory is that
/// of the whole process, the loaded files included. Returns an exit code.
func runReadBenchmark(arguments: [String]) -> Int32 {
  var passes = 3
  var paths: [String] = []
  var rest = arguments[...]
  while let argument = rest.popFirst() {
    guard argument.hasPrefix("--") else {
      paths.append(argument)
      continue
    }
    guard argument == "--passes", let number = rest.popFirst().flatMap({ Int($0) }), number > 0
    else {
      printError("qsearch-bench read: \(argument) is unknown or lacks its value\n")
      return 2
    }
    passes = number
  }
  let texts = paths.sorted().flatMap { loadTexts($0, suffixes: [""]) }
  let bytes = texts.reduce(0) { $0 + $1.count }
  guard bytes > 0 else {
    printError("qsearch-bench read: no text to measure; name a file or a folder\n")
    return 2
  }
  let entries = readAll(texts).entries
  var seconds = Double.infinity
  for _ in 0..<passes { seconds = min(seconds, readAll(texts).seconds) }
  let peak = peakMemoryInBytes()
  print(
    """
    {"benchmark":"read","files":\(texts.count),"bytes":\(bytes),"entries":\(entries),\
    "seconds":\(seconds),"megabytes_per_second":\(rounded(Double(bytes) / 1e6 / seconds)),\
    "peak_memory_bytes":\(peak),"peak_memory_per_byte":\(rounded(Double(peak) / Double(bytes)))}
    """)
  return 0
}

private func readAll(_ texts: [[UInt8]]) -> (entries: Int, seconds: Double) {
  var entries = 0
  let reader = BankReader()
  let start = ContinuousClock.now
  for text in texts {
    guard let reading = try? reader.read(text, file: "bench", bank: "bench") else { continue }
    entries += reading.entries.count
  }
  let duration = start.duration(to: .now).components
  return (entries, Double(duration.seconds) + Double(duration.attoseconds) / 1e18)
}

/// The largest resident size that the process had.
func peakMemoryInBytes() -> Int {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  #else
    getrusage(RUSAGE_SELF, &usage)
  #endif
  // Darwin counts bytes, Linux kibibytes.
  #if canImport(Darwin)
    return Int(usage.ru_maxrss)
  #else
    return Int(usage.ru_maxrss) * 1024
  #endif
}
