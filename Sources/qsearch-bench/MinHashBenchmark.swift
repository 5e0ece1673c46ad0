import NearDuplicates

/// Measures how fast signatures are made, beside the machine's limit, and prints one line of JSON.
///
/// Usage: `qsearch-bench minhash [--values 128] [--shingles 70] [--passes 5]`. A step is one
/// shingle under one hash function: a product, a sum, a minimum. The limit is how
/// many such steps the processor does on numbers that stay in registers. Returns an exit code.
func runMinHashBenchmark(arguments: [String]) -> Int32 {
  var numbers = ["--values": 128, "--shingles": 70, "--passes": 5]
  var rest = arguments[...]
  while let argument = rest.popFirst() {
    guard numbers[argument] != nil, let value = rest.popFirst().flatMap({ Int($0) }), value > 0
    else {
      printError("qsearch-bench minhash: \(argument) is unknown or lacks its value\n")
      return 2
    }
    numbers[argument] = value
  }
  guard let values = numbers["--values"], values % 16 == 0, values <= 1024,
    let count = numbers["--shingles"], let passes = numbers["--passes"]
  else {
    printError("qsearch-bench minhash: --values is 16, 32, … 1024\n")
    return 2
  }
  let shingles = (0..<count).map { UInt32(truncatingIfNeeded: $0 &* 2_654_435_761) }
  let short = stepsPerSecond(MinHash(count: values), shingles, passes: passes)
  let long = limitPerSecond(passes: passes)
  print(
    """
    {"benchmark":"minhash","values":\(values),"shingles":\(count),\
    "register_bits":\(MinHash.registerBits),"steps_per_second":\(short.rounded()),\
    "limit":\(long.rounded()),"share_of_limit":\(rounded(100 * short / long) / 100)}
    """)
  return 0
}

/// The best of the passes.
private func limitPerSecond(passes: Int) -> Double {
  let shingles = 2_000_000
  var best = 0.0
  var sum: UInt32 = 0
  for _ in 0..<passes {
    let start = ContinuousClock.now
    sum &+= MinHash.spendSteps(shingles: shingles)
    best = max(best, Double(shingles * 64) / seconds(since: start))
  }
  // The sum is used, or the work could be left out.
  return sum == 1 ? best.nextUp : best
}

private func seconds(since start: ContinuousClock.Instant) -> Double {
  let duration = start.duration(to: .now).components
  return Double(duration.seconds) + Double(duration.attoseconds) / 1e18
}

/// The best of the passes.
private func stepsPerSecond(_ minHash: MinHash, _ shingles: [UInt32], passes: Int) -> Double {
  var signature = [UInt32](repeating: .max, count: minHash.count)
  let rounds = max(100_000_000 / (shingles.count * minHash.count), 1)
  var best = 0.0
  for _ in 0..<passes {
    let start = ContinuousClock.now
    signature.withUnsafeMutableBufferPointer { signature in
      shingles.withUnsafeBufferPointer { shingles in
        guard let target = signature.baseAddress, let source = shingles.baseAddress else { return }
        for _ in 0..<rounds { minHash.lower(target, by: source, shingles.count) }
      }
    }
    best = max(best, Double(rounds * shingles.count * minHash.count) / seconds(since: start))
  }
  return best
}
