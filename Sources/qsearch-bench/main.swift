import QuestionSearch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let benchmarks: [(name: String, run: ([String]) -> Int32)] = [
  ("tokenize", runTokenizeBenchmark),
  ("read", runReadBenchmark),
  ("build", runBuildBenchmark),
  ("query", runQueryBenchmark),
  ("dedup", runDedupBenchmark),
  ("minhash", runMinHashBenchmark),
  ("evidence", runEvidenceDump),
  ("signatures", runSignatureBenchmark),
]

let arguments = Array(CommandLine.arguments.dropFirst())
guard let benchmark = benchmarks.first(where: { $0.name == arguments.first }) else {
  let names = benchmarks.map(\.name).joined(separator: "|")
  printError("usage: qsearch-bench \(names) [OPTION]… PATH…\n")
  exit(2)
}
exit(benchmark.run(Array(arguments.dropFirst())))
