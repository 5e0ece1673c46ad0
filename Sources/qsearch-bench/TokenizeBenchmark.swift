import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures how fast an analyzer turns text into tokens, and prints one line of JSON.
///
/// Usage: `qsearch-bench tokenize [--analyzer english] [--passes 5] [--suffixes .md,.txt] PATH…`.
/// Files, and the files of folders whose name ends in a suffix, are loaded before anything is
/// measured. Each figure is the best of the passes after one that is not measured: `fresh` with a
/// new session for each pass, `warm` with one that has seen the text. Returns an exit code.
func runTokenizeBenchmark(arguments: [String]) -> Int32 {
  var options = TokenizeOptions()
  var paths: [String] = []
  var rest = arguments[...]
  while let argument = rest.popFirst() {
    guard argument.hasPrefix("--") else {
      paths.append(argument)
      continue
    }
    guard let value = rest.popFirst(), options.set(argument, value) else {
      printError("qsearch-bench tokenize: \(argument) is unknown or lacks its value\n")
      return 2
    }
  }
  let texts = paths.sorted().flatMap { loadTexts($0, suffixes: options.suffixes) }
  let bytes = texts.reduce(0) { $0 + $1.count }
  guard bytes > 0 else {
    printError("qsearch-bench tokenize: no text to measure; name a file or a folder\n")
    return 2
  }
  let session = AnalysisSession(options.analyzer)
  var tokens = analyzeAll(texts, with: session).tokens
  var fresh = Double.infinity
  var warm = Double.infinity
  for _ in 0..<options.passes {
    let result = analyzeAll(texts, with: AnalysisSession(options.analyzer))
    tokens = result.tokens
    fresh = min(fresh, result.seconds)
    warm = min(warm, analyzeAll(texts, with: session).seconds)
  }
  let megabytes = Double(bytes) / 1e6
  print(
    """
    {"benchmark":"tokenize","analyzer":"\(options.analyzer)","texts":\(texts.count),\
    "bytes":\(bytes),"tokens":\(tokens),"terms":\(session.termCount),\
    "seconds_fresh":\(fresh),"megabytes_per_second_fresh":\(rounded(megabytes / fresh)),\
    "seconds_warm":\(warm),"megabytes_per_second_warm":\(rounded(megabytes / warm))}
    """)
  return 0
}

/// Writes a message to standard error.
func printError(_ message: String) {
  let bytes = Array(message.utf8)
  _ = write(2, bytes, bytes.count)
}

private struct TokenizeOptions {
  var analyzer = Analyzer.english
  var passes = 5
  var suffixes = [".md", ".txt"]

  /// Sets the option of that name; `false` where there is none or the value does not fit.
  mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--analyzer":
      guard let named = Analyzer.named(value) else { return false }
      analyzer = named
    case "--passes":
      guard let number = Int(value), number > 0 else { return false }
      passes = number
    case "--suffixes": suffixes = value.split(separator: ",").map(String.init)
    default: return false
    }
    return true
  }
}

func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

private func analyzeAll(
  _ texts: [[UInt8]], with session: AnalysisSession
) -> (tokens: Int, seconds: Double) {
  var tokens: [Token] = []
  var count = 0
  let start = ContinuousClock.now
  for text in texts {
    text.withUnsafeBufferPointer { session.analyze($0, into: &tokens) }
    count += tokens.count
  }
  let duration = start.duration(to: .now).components
  return (count, Double(duration.seconds) + Double(duration.attoseconds) / 1e18)
}

/// The contents of a file, or of the files of a folder in order of name.
func loadTexts(_ path: String, suffixes: [String]) -> [[UInt8]] {
  guard let folder = opendir(path) else { return loadFile(path).map { [$0] } ?? [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted().flatMap { name -> [[UInt8]] in
    let inner = path + "/" + name
    if let child = opendir(inner) {
      closedir(child)
      return loadTexts(inner, suffixes: suffixes)
    }
    return suffixes.contains { name.hasSuffix($0) }
      ? loadFile(inner).map { [$0] } ?? [] : []
  }
}

private func loadFile(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { return bytes }
    bytes.append(contentsOf: chunk[..<count])
  }
}
