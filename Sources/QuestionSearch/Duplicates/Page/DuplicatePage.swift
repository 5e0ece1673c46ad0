import NearDuplicates
import QuestionBanks

/// Duplicates as a page on which a person decides: clusters and pairs with the words in which they
/// differ, both answers, probabilities and reasons.
///
/// The page is one file that loads nothing. Texts of banks are text on it, whatever they look like.
/// Without its script it can be read; with it pairs are filtered, decided by keyboard or mouse, and
/// saved as a table that ``Decisions`` reads.
public struct DuplicatePage: Sendable {
  /// The pairs that the page has; of more those that are least alike are left out.
  public static let mostPairs = 5000

  /// The page.
  public let html: String
  /// How many pairs it shows.
  public let shown: Int
  /// How many pairs there are beyond those.
  public let leftOut: Int

  /// Writes the page.
  ///
  /// - Parameters:
  ///   - duplicates: What was found, without the pairs that are decided.
  ///   - decided: The table of decisions as it was read: what the page saves begins with it, so
  ///     that the saved file can take its place.
  ///
  /// Cost: a comparison of the words of both questions and of both answers for each pair.
  public init(_ duplicates: QuestionDuplicates, decided: String = "") {
    let all = duplicates.pairs(all: true)
    let pairs = Array(all.prefix(Self.mostPairs))
    (shown, leftOut) = (pairs.count, all.count - pairs.count)
    var text = HTMLText()
    text.raw(Self.beginning + Self.head + Self.styles + Self.body)
    Self.writeSummary(of: duplicates, leftOut: leftOut, &text)
    Self.writeFilters(pairs, decided, &text)
    text.raw("<main id=\"pairs\" tabindex=\"-1\">\n")
    var writer = PairWriter()
    Self.writeClusters(duplicates.clusters, pairs, &writer, &text)
    for (duplicateClass, title) in Self.classTitles {
      let others = pairs.filter { $0.cluster == nil && $0.pair.duplicateClass == duplicateClass }
      guard !others.isEmpty else { continue }
      text.raw("<section class=\"group\">\n")
      text.element("h2", title)
      for pair in others { writer.write(pair, level: 3, &text) }
      text.raw("</section>\n")
    }
    if pairs.isEmpty { text.element("p", "No two of these questions look alike.") }
    text.raw("</main>\n<script>" + Self.script + "</script>\n</html>\n")
    html = text.output
  }

  private static let classTitles: [(DuplicateClass, String)] = [
    (.exact, "Exact, in no cluster"), (.near, "Near, in no cluster"),
    (.same, "Same in other words, in no cluster"), (.contrast, "Contrasts: alike, but kept apart"),
    (.related, "Related: about much the same"),
  ]

  private static func writeSummary(
    of duplicates: QuestionDuplicates, leftOut: Int, _ text: inout HTMLText
  ) {
    let (count, clusters) = (duplicates.duplicates.count, duplicates.clusters)
    let gathered = clusters.reduce(0) { $0 + $1.members.count }
    text.element(
      "p",
      "\(duplicates.statistics.entries) questions compared: \(count) pairs are the same question, "
        + "\(gathered) questions in \(clusters.count) clusters.")
    if leftOut > 0 {
      text.element(
        "p",
        "\(leftOut) more pairs are not on this page, the least alike ones: decide these, save, and "
          + "make the page again.")
    }
  }

  private static func writeFilters(
    _ pairs: [QuestionPair], _ decided: String, _ text: inout HTMLText
  ) {
    text.raw("<form id=\"filters\">\n<fieldset><legend>Show</legend>\n")
    for duplicateClass in DuplicateClass.allCases {
      let count = pairs.count { $0.pair.duplicateClass == duplicateClass }
      let name = duplicateClass.rawValue
      let state = duplicateClass == .related ? "" : " checked"
      text.raw(
        "<label><input type=\"checkbox\" name=\"class\" value=\"\(name)\"\(state)> "
          + "\(name) (\(count))</label>\n")
    }
    text.raw("</fieldset>\n" + filters)
    text.raw("<p id=\"decided\" hidden data-table=\"\(percentEncoded(decided))\"></p>\n</header>\n")
  }

  /// Each cluster with its members, then its pairs.
  private static func writeClusters(
    _ clusters: [QuestionCluster], _ pairs: [QuestionPair], _ writer: inout PairWriter,
    _ text: inout HTMLText
  ) {
    let pairsOfCluster = Dictionary(grouping: pairs.filter { $0.cluster != nil }) { $0.cluster }
    guard !pairsOfCluster.isEmpty else { return }
    text.element("h2", "Clusters")
    for cluster in clusters {
      guard let pairs = pairsOfCluster[cluster.number] else { continue }
      text.raw("<section class=\"group\">\n")
      text.element(
        "h3",
        "Cluster \(cluster.number): \(cluster.members.count) questions, weakest link "
          + probability(cluster.weakestLink))
      if cluster.members.count > 2 { writeMembers(of: cluster, &text) }
      for pair in pairs { writer.write(pair, level: 4, &text) }
      text.raw("</section>\n")
    }
  }

  private static let mostMembers = 100

  private static func writeMembers(of cluster: QuestionCluster, _ text: inout HTMLText) {
    let others = cluster.members.filter { $0.id != cluster.representative.id }
    text.raw("<ol class=\"members\">\n")
    for member in [cluster.representative] + others.prefix(mostMembers) {
      text.raw("<li><span dir=\"auto\">" + HTMLText.escaped(member.text) + "</span> ")
      text.raw("<code>" + HTMLText.escaped("\(member.file):\(member.line)") + "</code></li>\n")
    }
    text.raw("</ol>\n")
    if others.count > mostMembers {
      text.element("p", "and \(others.count - mostMembers) more")
    }
  }

  /// Two digits behind the point, and never 1 for what is less.
  static func probability(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded(value < 1 ? .down : .toNearestOrEven))
    return hundredths >= 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
  }

  /// Bytes that are no letters or digits as `%` and two hexadecimal digits.
  private static func percentEncoded(_ text: String) -> String {
    var output: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: output.append(byte)
      default: output += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension DuplicatePage {
  /// Writes the page to a file.
  ///
  /// - Throws: `QuestionSearchError.refused` where the file is there and is no such page: nobody
  ///   loses a bank to a slip of the hand.
  public func write(to path: String) throws(QuestionSearchError) {
    guard try Self.mayReplace(path) else {
      throw .refused(
        path: path, reason: "it is there and is no page of duplicates; choose another name")
    }
    try UserFile.write(Array(html.utf8), to: path)
  }
  private static func mayReplace(_ path: String) throws(QuestionSearchError) -> Bool {
    if BankFinder.isMissing(path) { return true }
    do throws(BankError) {
      let before = try BankFinder.load(path)
      return before.isEmpty || before.starts(with: beginning.utf8)
    } catch {
      // A pipe or a device takes what comes.
      if case .notRegular = error { return true }
      throw .bank(error)
    }
  }
}
