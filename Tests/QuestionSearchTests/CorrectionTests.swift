import QuestionSearch
import TestSupport
import Testing

/// Words that no question has, and what is looked for in their place.
@Suite struct CorrectionTests {
  private static let letters = Array("abdgkmoptu")

  /// Pairs of words that are one slip apart, by the definition: a letter left out, put in, changed
  /// (in words of seven letters or more), or two exchanged; the first letter stays but for an
  /// exchange.
  private func neighbors(of word: String) -> Set<String> {
    let word = Array(word)
    var found: Set<[Character]> = []
    for place in word.indices {
      if place + 1 < word.count {
        var other = word
        other.swapAt(place, place + 1)
        found.insert(other)
      }
      guard place > 0 else { continue }
      found.insert(Array(word[..<place] + word[(place + 1)...]))
      for letter in Self.letters {
        found.insert(Array(word[..<place] + [letter] + word[place...]))
        if word.count >= 7 { found.insert(Array(word[..<place] + [letter] + word[(place + 1)...])) }
      }
    }
    for letter in Self.letters { found.insert(word + [letter]) }
    return Set(found.filter { $0 != word }.map { String($0) })
  }

  private func slip(_ word: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(word)
    let place = Int.random(in: 0..<letters.count - 1, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.swapAt(place, place + 1)
    case 1: letters.remove(at: place + 1)
    case 2: letters.insert(Self.letters.randomElement(using: &random) ?? "a", at: place + 1)
    default: letters[place + 1] = Self.letters.randomElement(using: &random) ?? "a"
    }
    return String(letters)
  }

  /// Of the words one slip away the one that most questions have, those with the same two letters
  /// first; and never a word that is not one slip away.
  @Test(arguments: 0..<8)
  func theMostFrequentNeighborIsTaken(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var counts: [String: Int] = [:]
    for _ in 0..<12 {
      var word = String(
        (0..<Int.random(in: 5..<10, using: &random)).map { _ in
          Self.letters.randomElement(using: &random) ?? "a"
        })
      for _ in 0..<4 {
        if word.count >= 5 { counts[word] = Int.random(in: 1..<7, using: &random) }
        word = slip(word, &random)
      }
    }
    var builder = QuestionIndexBuilder()
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) {
      for number in 0..<count {
        builder.add(question: "Where is the \(word) of number \(number)?", bank: "made up")
      }
    }
    let index = try builder.index()
    var correctedCount = 0
    for word in counts.keys.sorted().flatMap({ word in (0..<3).map { _ in slip(word, &random) } })
    where counts[word] == nil && word.count >= 5 {
      let found = try index.search(word).corrections.first?.replacement
      let near = neighbors(of: word).filter { counts[$0] != nil }
      let likely = near.filter { $0.prefix(2) == word.prefix(2) }
      let candidates = likely.isEmpty ? near : likely
      let most = candidates.compactMap { counts[$0] }.max()
      if let found, !near.isEmpty {
        #expect(
          candidates.contains(found) && counts[found] == most, "\(word) \(found) \(candidates)")
        correctedCount += 1
      } else {
        #expect(near.isEmpty, "\(word) \(near)")
      }
    }
    #expect(correctedCount > 20)
  }

  /// A stem is no word: what is looked for is one that stands in a question.
  @Test(arguments: [
    ("optimizaton", "optimization"), ("optmal", "optimal"), ("positinal", "positional"),
    ("positoin", "position"), ("happines", "happiness"), ("hapiness", "happiness"),
    ("replciation", "replication"), ("erplication", "replication"), ("rpelication", "replication"),
    ("behavoiur", "behaviour"),
  ])
  func wholeWordsAreLookedFor(_ word: String, _ expected: String) throws {
    var builder = QuestionIndexBuilder()
    for number in 1...3 {
      for text in [
        "What is an optimal plan", "How far does optimization go", "Where is the position kept",
        "What is a positional list", "What is happiness", "How is replication set up",
        "Which behaviour is meant",
      ] {
        builder.add(question: "\(text) in case \(number)?", bank: "made up")
      }
    }
    // Many questions with the same stem come before those that have the word.
    for number in 1...30 { builder.add(question: "Is a positive number \(number)?", bank: "a") }
    let found = try builder.index().search("\(word) please").corrections
    #expect(found.map(\.replacement) == [expected])
  }

  /// What one question alone has is looked for, too, behind what several have and begins as likely;
  /// so that a bank of a few questions takes slips, too.
  @Test func wordsOfOneQuestionAreLookedFor() throws {
    var builder = QuestionIndexBuilder()
    builder.add(question: "When does a Bloom filter say yes wrongly?", bank: "a")
    builder.add(question: "What is multicollinearity?", bank: "a")
    builder.add(question: "Where is a sliding window kept?", bank: "a")
    builder.add(question: "Where is a sliding door kept?", bank: "a")
    builder.add(question: "Who was sledding there?", bank: "a")
    let index = try builder.index()
    for (word, expected) in [
      ("filtr", "filter"), ("multicolinearity", "multicollinearity"), ("sldding", "sliding"),
    ] {
      #expect(try index.search(word).corrections.map(\.replacement) == [expected])
    }
  }

  /// Words that say little are no slips, and function words no parts of words.
  @Test func wordsThatSayLittleAreLeftAsTheyAre() throws {
    var builder = QuestionIndexBuilder()
    for number in 1...3 {
      builder.add(question: "Under which load does a hash table stand, \(number)?", bank: "a")
      builder.add(question: "How does some ether fail over, \(number)?", bank: "a")
    }
    let index = try builder.index()
    for text in ["understand", "somehow", "either", "understand hash"] {
      #expect(try index.search(text).corrections.isEmpty, "\(text)")
    }
    for (word, parts) in [("hashtable", "hash table"), ("failover", "fail over")] {
      #expect(try index.search(word).corrections.map(\.replacement) == [parts])
    }
  }

  /// Frequent words that begin alike do not hide the one that is meant.
  @Test func manyLikeBeginningsHideNothing() throws {
    var builder = QuestionIndexBuilder()
    for number in 1...6 {
      for word in [
        "left", "less", "lend", "lens", "lest", "leek", "legs", "lent", "level", "leans", "leaf",
        "leads", "league", "learns", "lease", "least", "leather", "leaves", "leaps", "leaks",
      ] {
        builder.add(question: "Where is \(word) in list \(number)?", bank: "lists")
      }
    }
    for number in 1...2 {
      builder.add(question: "Is there leakage in pipe \(number)?", bank: "pipes")
    }
    let index = try builder.index()
    #expect(try index.search("leakaze").corrections.map(\.replacement) == ["leakage"])
  }

  /// Tags are searched, so that what stands in them alone is known and looked for.
  @Test func wordsOfTagsCount() throws {
    var builder = QuestionIndexBuilder()
    for number in 1...3 {
      builder.add(question: "What is node \(number)?", bank: "nodes", tags: ["kubernetes"])
    }
    let found = try builder.index().search("kuberentes").corrections
    #expect(found.map(\.replacement) == ["kubernetes"])
  }

  /// A piece of a word with other letters, digits or signs in it is no word.
  @Test func piecesAreNoWords() throws {
    var builder = QuestionIndexBuilder()
    for number in 1...3 {
      builder.add(question: "Was ist Verkehrsfl\u{E4}che \(number)?", bank: "fl")
      builder.add(question: "What does asyncio_run or asyncioX do, \(number)?", bank: "fl")
    }
    let index = try builder.index()
    for text in ["verkehr", "verkehrsfk", "asyncjo"] {
      #expect(try index.search(text).corrections.isEmpty, "\(text)")
    }
  }
}
