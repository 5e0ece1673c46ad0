import Evaluation
import InvertedIndex
import QuestionBanks
import TextAnalysis

/// The documents of a collection under the analyzers that its systems ask for; each is indexed when
/// it is first needed.
struct CollectionIndexes {
  private enum Index {
    case documents(DocumentCollection)
    case questions(QuestionIndex)
  }

  private let collection: EvaluationCollection
  private var indexes: [String: Index] = [:]
  /// Hashes of the documents' files.
  private(set) var inputs: [String: String] = [:]

  init(_ collection: EvaluationCollection) { self.collection = collection }

  /// The system that a description names.
  mutating func system(
    _ system: CollectionDescription.System
  ) throws(QuestionSearchError) -> RankingSystem {
    guard let model = system.model else { return try storedRun(system) }
    let analyzer = system.analyzer ?? collection.description.analyzer ?? Analyzer.english.name
    return try self.system(named: system.name, model: model, analyzer: analyzer)
  }

  /// A system by a model's name and an analyzer's.
  mutating func system(
    named name: String, model modelName: String, analyzer: String
  ) throws(QuestionSearchError) -> RankingSystem {
    let index = try index(analyzer: analyzer)
    switch index {
    case .questions(let questions):
      let ranking = try Ranking.named(modelName)
      return RankingSystem(name: name, details: "\(analyzer) \(ranking)") { query, depth in
        try questions.ranking(query.text, ranking: ranking, depth: depth)
      }
    case .documents(let documents):
      let ranking: Ranking
      do throws(IndexError) {
        let fields = collection.description.fields ?? DocumentCollection.defaultFields
        ranking = try Ranking(
          named: modelName, fields: BM25F(fields: fields.map { BM25F.Field($0) }))
      } catch {
        throw .index(error)
      }
      return RankingSystem(name: name, details: "\(analyzer) \(ranking)") { query, depth in
        try documents.search(query.text, ranking: ranking, limit: depth)
          .map { (document: $0.id, score: $0.score) }
      }
    }
  }

  /// The names of all documents, if any were indexed.
  func documentNames() throws(QuestionSearchError) -> [String]? {
    guard let index = indexes.sorted(by: { $0.key < $1.key }).first?.value else { return nil }
    let snapshot: Snapshot
    switch index {
    case .documents(let documents): snapshot = documents.snapshot
    case .questions(let questions): snapshot = questions.snapshot
    }
    var names: [String] = []
    do throws(IndexError) {
      for number in 0..<UInt32(snapshot.statistics.documentCount) {
        names.append(try snapshot.name(of: DocumentID(rawValue: number)))
      }
    } catch {
      throw .index(error)
    }
    return names
  }

  private mutating func index(analyzer name: String) throws(QuestionSearchError) -> Index {
    if let known = indexes[name] { return known }
    guard let analyzer = Analyzer.named(name) else {
      let known = Analyzer.all.map(\.name).joined(separator: ", ")
      throw .evaluation(
        .unreadable(
          file: collection.file(CollectionFiles.descriptionName),
          reason: "unknown analyzer '\(name)'; there are \(known)"))
    }
    let index = try makeIndex(analyzer)
    indexes[name] = index
    return index
  }

  private mutating func makeIndex(_ analyzer: Analyzer) throws(QuestionSearchError) -> Index {
    let paths = collection.description.documents?.paths ?? []
    if paths.count == 1, paths[0].hasSuffix(".jsonl") {
      let file = collection.file(paths[0])
      let bytes: [UInt8]
      do throws(BankError) {
        bytes = try BankFinder.load(file)
      } catch {
        throw .bank(error)
      }
      inputs[paths[0]] = ContentHash.hex(bytes)
      return .documents(
        try DocumentCollection(
          bytes, file: file, analyzer: analyzer,
          fields: collection.description.fields ?? DocumentCollection.defaultFields))
    }
    var builder = QuestionIndexBuilder(analyzer: analyzer)
    for path in paths {
      try builder.addBank(at: collection.file(path))
      inputs[path] = try hash(ofBanksAt: collection.file(path))
    }
    return .questions(try builder.index())
  }

  /// One hash over the banks at a path, in the order of their names.
  private func hash(ofBanksAt path: String) throws(QuestionSearchError) -> String {
    do throws(BankError) {
      var hashes: [UInt8] = []
      for file in try BankFinder.find(path, bank: nil).files {
        hashes += ContentHash.hex(try BankFinder.load(file.path)).utf8
      }
      return ContentHash.hex(hashes)
    } catch {
      throw .bank(error)
    }
  }

  private mutating func storedRun(
    _ system: CollectionDescription.System
  ) throws(QuestionSearchError) -> RankingSystem {
    let name = system.run ?? ""
    let run: Run
    do throws(EvaluationError) {
      run = try Run.read(collection.file(name))
    } catch {
      throw .evaluation(error)
    }
    do throws(BankError) {
      inputs[name] = ContentHash.hex(try BankFinder.load(collection.file(name)))
    } catch {
      throw .bank(error)
    }
    return RankingSystem(name: system.name, details: "run \(name)", run: run)
  }
}
