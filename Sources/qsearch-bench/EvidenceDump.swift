import InvertedIndex
import QuestionSearch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Prints what is measured of labelled pairs of questions, for fitting the model of duplicates
/// (`Eval/duplicates/fit.py`).
///
/// Usage: `qsearch-bench evidence --pairs FILE.tsv [--scores yes]`, where the heading names
/// `text_a`, `text_b` and `label`, and perhaps `context_a`, `context_b` and `class`; or
/// `qsearch-bench evidence --banks A.md,B.md --labels FILE.tsv`, where the heading names `text_a`,
/// `text_b`, `label` and `class`: then all candidates are pairs, and those that are not listed have
/// the label 0; or `id_a`, `id_b`: then candidates of the listed entries are pairs, and others have
/// the label `u`. A bank may be a file `.tsv` with the columns `text` and `answer`. Each line of
/// the output is `label class group text_a text_b exact apart` and the values of `PairFeature`;
/// with `--scores` `id_a id_b label class probability`, for `qsearch eval --pairs`.
func runEvidenceDump(arguments: [String]) -> Int32 {
  var options: [String: String] = [:]
  var rest = arguments[...]
  while let name = rest.popFirst() { options[name] = rest.popFirst() }
  do {
    if let path = options["--pairs"] {
      try dumpPairs(TabTable(path), scores: options["--scores"] == "yes")
    } else if let banks = options["--banks"], let labels = options["--labels"] {
      try dumpBanks(banks.split(separator: ",").map(String.init), TabTable(labels))
    } else {
      printError("qsearch-bench evidence: --pairs FILE, or --banks A,B --labels FILE\n")
      return 2
    }
    return 0
  } catch {
    printError("qsearch-bench evidence: \(error)\n")
    return 2
  }
}

/// Lines of columns between tabs, the first line naming them.
private struct TabTable {
  let rows: [[Substring]]
  private let places: [Substring: Int]

  init(_ path: String) throws {
    let bytes = try BankFinder.load(path)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    places = Dictionary(
      (lines.first ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let count = places.count
    rows = lines.dropFirst().filter { $0.count == count }
  }

  func hasColumn(_ name: Substring) -> Bool { places[name] != nil }

  func value(_ row: [Substring], _ name: Substring) -> String? {
    places[name].map { String(row[$0]) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

private func dumpPairs(_ table: TabTable, scores: Bool) {
  var numbers: [DuplicateText: Int] = [:]
  var texts: [DuplicateText] = []
  func number(_ row: [Substring], _ side: Substring) -> Int {
    let text = DuplicateText(
      TextDamage.repaired(table.value(row, "text_\(side)") ?? ""),
      context: table.value(row, "context_\(side)"), answer: table.value(row, "answer_\(side)"))
    if let known = numbers[text] { return known }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
  let pairs = table.rows.map { (number($0, "a"), number($0, "b")) }
  let compared = DuplicateTexts(texts)
  if scores {
    let candidates = pairs.map { CandidatePair($0.0, $0.1) }
    let probabilities = DuplicateFinder().probabilities(of: candidates, in: compared)
    print("id_a\tid_b\tlabel\tclass\tprobability")
    for (index, row) in table.rows.enumerated() {
      let label = table.value(row, "label") ?? ""
      let name = table.value(row, "class") ?? ""
      print("a\(index)\tb\(index)\t\(label)\t\(name)\t\(probabilities[index])")
    }
    return
  }
  printHeading()
  for (row, pair) in zip(table.rows, pairs) {
    printLine(
      label: table.value(row, "label") ?? "", name: table.value(row, "class") ?? "",
      group: pair.0, texts[pair.0].text, texts[pair.1].text, compared.evidence(pair.0, pair.1))
  }
}

private func dumpBanks(_ paths: [String], _ table: TabTable) throws {
  var builder = QuestionIndexBuilder()
  for path in paths {
    guard path.hasSuffix(".tsv") else {
      try builder.addBank(at: path)
      continue
    }
    let bank = try TabTable(path)
    for row in bank.rows {
      builder.add(
        question: bank.value(row, "text") ?? "", answer: bank.value(row, "answer"), bank: path)
    }
  }
  let found = try DuplicateCandidates(builder.index())
  let labels = PairLabels(table)
  let compared = DuplicateTexts(found.texts)
  printHeading()
  var missing = labels
  for pair in found.pairs {
    let (one, other) = (found.entries[pair.first], found.entries[pair.second])
    guard let (label, name) = labels.label(of: one, other) else { continue }
    missing.remove(one, other)
    printLine(
      label: label, name: name, group: pair.first, one.text, other.text,
      compared.evidence(pair.first, pair.second))
  }
  for pair in missing.duplicates { printError("no candidate: \(pair)\n") }
}

/// Labels of pairs of entries by their texts, or by their ids.
private struct PairLabels {
  private var labels: [[String]: (label: String, name: String)] = [:]
  private var listed: Set<String> = []
  private let areIDs: Bool

  init(_ table: TabTable) {
    areIDs = table.hasColumn("id_a")
    let columns: (Substring, Substring) = areIDs ? ("id_a", "id_b") : ("text_a", "text_b")
    for row in table.rows {
      let pair = [table.value(row, columns.0) ?? "", table.value(row, columns.1) ?? ""].sorted()
      labels[pair] = (table.value(row, "label") ?? "", table.value(row, "class") ?? "")
      listed.formUnion(pair)
    }
  }

  private func key(_ one: Entry, _ other: Entry) -> [String] {
    (areIDs ? [one.id, other.id] : [one.text, other.text]).sorted()
  }

  /// The label of a pair. By texts what is not listed has the label 0; by ids nobody knows, and
  /// pairs without a listed entry are left out.
  func label(of one: Entry, _ other: Entry) -> (String, String)? {
    let key = key(one, other)
    if let known = labels[key] { return known }
    guard areIDs else { return ("0", "other") }
    return listed.isDisjoint(with: key) ? nil : ("u", "unknown")
  }

  mutating func remove(_ one: Entry, _ other: Entry) { labels[key(one, other)] = nil }

  /// The pairs that are left and ask the same.
  var duplicates: [[String]] {
    labels.filter { $0.value.label != "0" && $0.value.label != "u" }.map(\.key)
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}

private func printHeading() {
  let names =
    ["label", "class", "group", "text_a", "text_b", "exact", "apart"]
    + PairFeature.allCases.map(\.rawValue)
  print(names.joined(separator: "\t"))
}

private func printLine(
  label: String, name: String, group: Int, _ a: String, _ b: String, _ evidence: PairEvidence
) {
  func flat(_ text: String) -> String { text.replacing("\n", with: " ").replacing("\t", with: " ") }
  print(
    ([label, name, String(group), flat(a), flat(b)]
      + [evidence.isExact ? "1" : "0", evidence.isKeptApart ? "1" : "0"]
      + evidence.values.map { String(($0 * 10000).rounded() / 10000) })
      .joined(separator: "\t"))
}
