/// An option of a command. Help pages and parsing come from the same values.
struct Flag: Sendable, Hashable {
  /// The long name with its dashes, as in `--limit`.
  let name: String
  /// The short name with its dash, as in `-q`.
  var short: String?
  /// What stands for the value in help; nil: the option has none.
  var value: String?
  /// One line of help.
  let help: String

  /// The value names a file, a folder or a bank: it is not empty.
  var isName: Bool {
    value.map { ["DIR", "RUN", "QRELS", "FILE", "Q.tsv", "NAME"].contains($0) } ?? false
  }

  static let index = Flag(
    name: "--index", value: "DIR",
    help: "the index: a folder (otherwise QSEARCH_INDEX, the nearest .qsearch, the default bank)")
  static let limit = Flag(name: "--limit", value: "N", help: "at most N results (10)")
  static let model = Flag(
    name: "--model", value: "MODEL",
    help:
      "questions (the default), bm25f, bm25, bm25:VARIANT, tfidf:ddd.qqq or tfidf:lucene, as in "
      + "bm25:atire,k1=0.9,b=0.4,function=0.3,latent=0.3")
  static let bank = Flag(
    name: "--bank", value: "NAME", help: "only of this bank, or of one of several given")
  static let level = Flag(
    name: "--level", value: "LEVEL", help: "only of this difficulty: E, M or H")
  static let kind = Flag(
    name: "--kind", value: "KIND", help: "only of this kind: question, prompt or topic")
  static let tag = Flag(name: "--tag", value: "TAG", help: "only with this tag")
  static let origin = Flag(
    name: "--origin", value: "SOURCE", help: "only from this source, as the bank cites it")
  static let hasAnswer = Flag(name: "--has-answer", help: "only with an answer")
  /// What narrows a search down.
  static let filters = [bank, level, kind, tag, origin, hasAnswer]
  static let explain = Flag(name: "--explain", help: "each term's part of the score")
  static let noCollapse = Flag(
    name: "--no-collapse", help: "show questions that are the same but for small edits one by one")
  static let jsonl = Flag(name: "--jsonl", help: "one JSON object a line")
  static let color = Flag(
    name: "--color", value: "WHEN", help: "auto (on a terminal, without NO_COLOR), always or never")
  static let quiet = Flag(name: "--quiet", short: "-q", help: "no notes on standard error")
  static let help = Flag(name: "--help", short: "-h", help: "this page")
  static let version = Flag(name: "--version", help: "the version")

  /// Options that every command takes.
  static let common: [Flag] = [.color, .quiet, .help]
}
