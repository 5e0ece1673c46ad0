import QuestionSearch

extension Command {
  /// `qsearch dedup`.
  static let dedup = Command(
    name: "dedup", summary: "find questions that are the same, and what only looks alike",
    usage: [
      "qsearch dedup [PATH…] [--index DIR]", "qsearch dedup --against INDEX PATH…",
      "qsearch dedup --write PATH…", "qsearch dedup --review PATH…",
      "qsearch dedup --report FILE.html [PATH…]", "qsearch dedup --certify [PATH…]",
    ],
    details: """
      Compares the questions of files and folders with each other, without PATH those of the index.
      --against compares new questions with an index, without reading its banks again.

      exact     the same but for case, punctuation, spelling variants, tags and numbering
      near      the same words but for small edits
      same      asked in other words
      contrast  alike, and kept apart by what differs: numbers, negation, opposites, names, order
      related   about much the same

      Each pair has a probability of being the same question, and reasons. Pairs from --threshold on
      are shown, with --all-classes contrasts and related questions too; those that are the same but
      for case, marks and spelling are shown whatever it is. Nothing is changed but with --write:
      the lines of copies are taken out of their files, where the one that stays says all that they
      say and the rest is read as before; 'qsearch undo' brings them back. The files are those of
      the current folder and below. --review asks pair by
      pair and keeps what is decided in decisions.tsv; such pairs are not shown or asked again.
      --report writes a page on which pairs are seen, filtered and decided in a browser.
      --certify says which share of similar pairs signatures find among these questions, and keeps
      it beside the index. '-' is standard input: a bank, or a question a line.
      """,
    flags: DedupFlags.all + [.index, .jsonl],
    exitCodes: [
      (0, "duplicates were found, or certified"), (1, "there are none"), (2, "an error"),
    ],
    run: { try DedupRun.run(&$0) })
}

/// The options of `dedup`.
enum DedupFlags {
  static let against = Flag(
    name: "--against", value: "DIR", help: "compare the questions of PATH… with this index")
  static let threshold = Flag(
    name: "--threshold", value: "P",
    help: "the least probability of a duplicate (0.5; with --write 0.9)")
  static let allClasses = Flag(
    name: "--all-classes", help: "contrasts and related questions too")
  static let clusters = Flag(
    name: "--clusters", help: "questions that are the same, gathered, in place of pairs")
  static let write = Flag(
    name: "--write", help: "take copies out of the files; 'qsearch undo' brings them back")
  static let review = Flag(
    name: "--review", help: "ask pair by pair: same, different, unsure; kept in the decisions")
  static let report = Flag(
    name: "--report", value: "FILE.html",
    help: "a page with all pairs, to decide them in a browser; it saves decisions.tsv")
  static let decisions = MergeFlags.decisions
  static let certify = Flag(
    name: "--certify", help: "measure which share of similar pairs signatures find")
  static let statistics = Flag(
    name: "--stats", help: "what was compared, and how it was looked for, on standard error")
  static let tsv = Flag(name: "--tsv", help: "a table with tabs, as 'eval --pairs' reads it")
  static let bank = Flag(
    name: "--bank", value: "NAME", help: "the bank's name (otherwise that of the file or folder)")

  static let all = [
    against, threshold, allClasses, clusters, certify, statistics, tsv, bank, write, review,
    report, decisions,
  ]
}

private enum DedupRun {
  /// Files are changed for what is nearly certain alone; see `MergePlan.Options.threshold`.
  private static let writeThreshold = 0.9

  static func run(_ context: inout CommandContext) throws -> Int32 {
    let options = try options(context.arguments)
    if context.arguments.has(DedupFlags.certify) { return try certify(&context, options) }
    let isReviewed =
      context.arguments.has(DedupFlags.review) || context.arguments.has(DedupFlags.report)
    let decided = try DecisionFile(context.arguments, mayBeNew: isReviewed)
    let found = try find(&context, options)
    if context.arguments.has(DedupFlags.write) {
      return try write(found, decided.decisions, &context)
    }
    let duplicates = found.leavingOut(decided.decisions)
    if context.arguments.has(DedupFlags.review) {
      return try PairReview(decided, context).run(duplicates)
    }
    if context.arguments.has(DedupFlags.statistics) { say(duplicates.statistics, context) }
    if let path = context.arguments.value(DedupFlags.report) {
      return try report(duplicates, decided, to: path, context)
    }
    return try show(duplicates, &context)
  }

  private static func options(_ arguments: ParsedArguments) throws -> DuplicateOptions {
    var options = DuplicateOptions()
    options.threshold = try arguments.probability(
      DedupFlags.threshold,
      default: arguments.has(DedupFlags.write) ? writeThreshold : options.threshold)
    if arguments.has(DedupFlags.tsv), arguments.has(.jsonl) {
      throw UsageError("--tsv and --jsonl are two forms of output; choose one")
    }
    if arguments.has(DedupFlags.clusters), arguments.has(DedupFlags.tsv) {
      throw UsageError("clusters are not pairs: --clusters has no --tsv, but --jsonl")
    }
    if arguments.has(DedupFlags.write) || arguments.has(DedupFlags.review) {
      let flag = arguments.has(DedupFlags.write) ? DedupFlags.write : DedupFlags.review
      try arguments.requireOnly(
        [flag, DedupFlags.threshold, DedupFlags.decisions, DedupFlags.bank, DedupFlags.statistics],
        with: flag.name)
      guard !arguments.words.isEmpty, !arguments.words.contains("-") else {
        throw UsageError("\(flag.name) needs files; write: qsearch dedup \(flag.name) PATH…")
      }
    }
    if arguments.has(DedupFlags.report) {
      try arguments.requireOnly(
        [
          DedupFlags.report, DedupFlags.threshold, DedupFlags.decisions, DedupFlags.bank,
          DedupFlags.statistics, DedupFlags.against, .index,
        ], with: "--report")
    }
    if arguments.has(DedupFlags.certify) {
      try arguments.requireOnly([DedupFlags.certify, DedupFlags.bank, .index], with: "--certify")
    }
    if arguments.has(.index), !arguments.words.isEmpty {
      throw UsageError(
        "--index is compared with itself; to compare files with it write --against INDEX PATH…")
    }
    guard arguments.value(DedupFlags.bank) == nil || !arguments.words.isEmpty else {
      throw UsageError("--bank names the bank of a PATH; write: qsearch dedup PATH --bank NAME")
    }
    return options
  }

  private static func find(
    _ context: inout CommandContext, _ options: DuplicateOptions
  ) throws -> QuestionDuplicates {
    if let folder = context.arguments.value(DedupFlags.against) {
      guard !context.arguments.words.isEmpty else {
        throw UsageError("which new questions? Write: qsearch dedup --against INDEX PATH…")
      }
      let index = try QuestionIndex.open(folder)
      return try index.duplicates(of: try entries(&context), options: options)
    }
    if context.arguments.words.isEmpty {
      return try context.openIndex().duplicates(options: options)
    }
    return try QuestionDuplicates(among: try entries(&context), options: options)
  }

  /// The entries of the files that are named.
  private static func entries(_ context: inout CommandContext) throws -> [Entry] {
    var builder = QuestionIndexBuilder()
    try context.read(
      context.arguments.words, bank: context.arguments.value(DedupFlags.bank), into: &builder,
      takesLines: true)
    guard !builder.entries.isEmpty else {
      throw QuestionSearchError.noQuestions(paths: context.arguments.words)
    }
    return builder.identifiedEntries()
  }

  private static func show(
    _ duplicates: QuestionDuplicates, _ context: inout CommandContext
  ) throws -> Int32 {
    let pairs = duplicates.pairs(all: context.arguments.has(DedupFlags.allClasses))
    if context.arguments.has(DedupFlags.clusters) {
      try printClusters(duplicates.clusters, &context)
    } else if context.arguments.has(.jsonl) {
      let json = JSONLines()
      for pair in pairs { try context.output.write(try json.line(pair)) }
    } else if context.arguments.has(DedupFlags.tsv) {
      try context.output.write(PairTable.heading)
      for pair in pairs { try context.output.write(PairTable.line(of: pair)) }
    } else {
      let printer = PairPrinter(context.terminal)
      for (number, pair) in pairs.enumerated() {
        try context.output.write(printer.lines(of: pair, number: number + 1))
      }
    }
    let count = duplicates.duplicates.count
    try context.output.flush()
    guard count > 0 else {
      context.note("no duplicates among \(duplicates.statistics.entries) questions")
      return 1
    }
    let gathered = duplicates.clusters.reduce(0) { $0 + $1.members.count }
    context.note(
      "\(count) pair\(count == 1 ? "" : "s"): \(gathered) questions that are "
        + (duplicates.clusters.count == 1 ? "one" : "\(duplicates.clusters.count) different ones"))
    return 0
  }

  /// Takes copies out of the files and says which, and which stay and why.
  private static func write(
    _ duplicates: QuestionDuplicates, _ decisions: Decisions, _ context: inout CommandContext
  ) throws -> Int32 {
    let trimming = try BankTrimming(duplicates, decisions: decisions)
    // Before anything is printed: whoever reads what goes may stop reading it.
    try trimming.write(in: ".")
    var count = 0
    for removal in trimming.removals {
      let (entry, keeper) = (removal.entry, removal.keeper)
      count += removal.obstacle == nil ? 1 : 0
      let fate = removal.obstacle.map { "stays (\($0))" } ?? "goes"
      try context.output.write(
        Sanitizer.oneLine("\(entry.file):\(entry.line) \(fate): \(entry.text)") + "\n  = "
          + Sanitizer.oneLine("\(keeper.file):\(keeper.line) \(keeper.text)") + "\n")
    }
    try context.output.flush()
    context.note(
      "\(count) of \(trimming.removals.count) copies were taken out of \(trimming.files.count) "
        + "file\(trimming.files.count == 1 ? "" : "s"); 'qsearch undo' brings them back")
    return count > 0 ? 0 : 1
  }

  /// Writes a page; nothing goes to standard output.
  private static func report(
    _ duplicates: QuestionDuplicates, _ decided: DecisionFile, to path: String,
    _ context: CommandContext
  ) throws -> Int32 {
    let page = DuplicatePage(
      duplicates, decided: String(decoding: decided.bytes, as: UTF8.self))
    try page.write(to: path)
    let more = page.leftOut > 0 ? ", \(page.leftOut) more are not on it" : ""
    let pairs = "\(page.shown) pair\(page.shown == 1 ? "" : "s")"
    context.note("wrote \(path): \(pairs)\(more); open it in a browser")
    return duplicates.duplicates.isEmpty ? 1 : 0
  }

  private static func printClusters(
    _ clusters: [QuestionCluster], _ context: inout CommandContext
  ) throws {
    let json = JSONLines()
    let printer = ClusterPrinter(context.terminal)
    for cluster in clusters {
      if context.arguments.has(.jsonl) {
        try context.output.write(try json.line(cluster))
      } else {
        try context.output.write(printer.lines(of: cluster))
      }
    }
  }

  private static func say(_ statistics: DuplicateStatistics, _ context: CommandContext) {
    Messages.lines(
      """
      entries      \(statistics.entries), \(statistics.distinct) of them different
      candidates   \(statistics.candidates): \(statistics.similarPairs) alike by characters, \
      \(statistics.neighborPairs) neighbors by words
      similar      \(statistics.plan)
      """)
  }

  /// The similarity for which signatures are certified: the one that candidates need.
  private static func certify(
    _ context: inout CommandContext, _ options: DuplicateOptions
  ) throws -> Int32 {
    var isKept = false
    let certificate: RecallCertificate
    if context.arguments.words.isEmpty {
      let index = try context.openIndex()
      let certification = try index.certify(similarity: options.similarity)
      (certificate, isKept) = (certification.certificate, certification.isKept)
    } else {
      certificate = Certification.certificate(
        of: try entries(&context), similarity: options.similarity)
    }
    guard certificate.pairs > 0 else {
      context.note(
        "nothing to certify: no two different questions have a similarity of "
          + "\(Numbers.fixed(certificate.threshold, digits: 2)) or more")
      return 1
    }
    let interval = certificate.interval
    let bounds =
      certificate.isSample
      ? " (95 %: \(Numbers.fixed(interval.lowerBound, digits: 4)) to "
        + "\(Numbers.fixed(interval.upperBound, digits: 4)), of a sample)" : ""
    try context.output.write(
      """
      recall \(Numbers.fixed(certificate.recall, digits: 4))\(bounds): signatures find \
      \(certificate.found) of \(certificate.pairs) pairs of a similarity of \
      \(Numbers.fixed(certificate.threshold, digits: 2)) and more, by \
      \(certificate.banding.bands) bands of \(certificate.banding.rows)

      """)
    if isKept {
      context.note("kept beside the index")
    } else if context.arguments.words.isEmpty {
      context.note(
        "not kept: the index's folder cannot be written, or has a 'recall.state' of yours")
    }
    return 0
  }
}
