import Foundation
import IndexStorage
import InvertedIndex
import TestSupport
import Testing

/// Calls of the system that fail at every place: the index is what it was, or what it was to be.
@Suite struct FaultTests {
  private static let fields = ["text"]

  private static func document(_ name: String) -> Document {
    Document(name: name, fields: ["word \(name)"], stored: Array(name.utf8))
  }

  /// Seven segments, two of them with deletions: one more brings a merge.
  private static func begin(_ folder: IndexFolder) throws {
    let writer = try IndexWriter(folder, fields: fields, analyzer: .plain)
    for commit in 0..<7 {
      for number in 0..<4 {
        try writer.add(document("c\(commit)n\(number)"), group: "g\(commit)\(number)")
      }
      try writer.commit(attachment: [1])
    }
    for group in ["g00", "g31"] { try writer.delete(group: group) }
    try writer.commit()
  }

  /// What each test lets fail.
  private enum Change: CaseIterable {
    case adding, deleting, merging, optimizing

    func run(_ folder: IndexFolder) throws {
      let writer = try IndexWriter(folder, fields: FaultTests.fields, analyzer: .plain)
      try writer.delete(group: "g10")
      if self == .deleting {
        try writer.commit(attachment: [2])
        return
      }
      if self == .merging { try writer.delete(group: "g11") }
      try writer.add(FaultTests.document("new"), group: "g10")
      if self == .optimizing {
        try writer.optimize(attachment: [2])
      } else {
        try writer.commit(attachment: [2])
      }
    }
  }

  /// All that an index says.
  private static func content(_ folder: IndexFolder) throws -> [String] {
    let snapshot = try Snapshot(folder)
    try snapshot.verify()
    var content = ["\(snapshot.attachment)", "\(snapshot.statistics)"]
    try snapshot.forEachDocument { document in
      let name = try snapshot.name(of: document)
      let found = try snapshot.search(Query(name, analyzer: .plain), model: .bm25(BM25()))
      content.append("\(name) \(found.hits.map(\.document) == [document])")
    }
    return content.sorted()
  }

  private static func copy(_ template: TemporaryFolder) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in try template.names() { try copy.write(try template.read(name), to: name) }
    return copy
  }

  @Test(arguments: [
    FaultyCalls.Fault.error(EIO), .error(ENOSPC), .error(EACCES), .death, .shortWrite,
  ])
  func everyFailingCallLeavesTheOldOrTheNewIndex(_ fault: FaultyCalls.Fault) throws {
    let template = try TemporaryFolder()
    try Self.begin(IndexFolder(path: template.path))
    let before = try Self.content(IndexFolder(path: template.path))
    for change in Change.allCases {
      let whole = try Self.copy(template)
      let counting = FaultyCalls(failing: .max, fault)
      try change.run(IndexFolder(path: whole.path, calls: counting))
      let after = try Self.content(IndexFolder(path: whole.path))
      #expect(before != after)
      #expect(counting.count > 30)
      for place in 0..<counting.count {
        let folder = try Self.copy(template)
        let calls = FaultyCalls(failing: place, fault)
        var hasFailed = false
        do {
          try change.run(IndexFolder(path: folder.path, calls: calls))
        } catch {
          #expect(error is IndexError, "\(change), call \(place): \(error)")
          hasFailed = true
        }
        let found = try Self.content(IndexFolder(path: folder.path))
        #expect(found == after || (hasFailed && found == before), "\(change), call \(place)")
        // The next writer finds nothing in its way and leaves nothing behind.
        if found == before { try change.run(IndexFolder(path: folder.path)) }
        let writer = try IndexWriter(IndexFolder(path: folder.path), fields: Self.fields)
        try writer.commit(attachment: [3])
        try writer.commit(attachment: [2])
        #expect(try Self.content(IndexFolder(path: folder.path)) == after)
        #expect(try folder.names() == whole.names(), "\(change), call \(place)")
      }
    }
  }

  @Test(arguments: [FaultyCalls.Fault.error(EIO), .error(ENOMEM)])
  func snapshotsThatCannotBeOpenedSaySo(_ fault: FaultyCalls.Fault) throws {
    let template = try TemporaryFolder()
    try Self.begin(IndexFolder(path: template.path))
    let counting = FaultyCalls(failing: .max, fault)
    _ = try Snapshot(IndexFolder(path: template.path, calls: counting))
    for place in 0..<counting.count {
      let calls = FaultyCalls(failing: place, fault)
      do {
        let snapshot = try Snapshot(IndexFolder(path: template.path, calls: calls))
        try snapshot.verify()
      } catch {
        // An error, whichever: what must not happen is a crash.
      }
    }
  }

  /// Each commit replaces all documents: a snapshot has those of one commit, all of them.
  @Test func readersSeeWholeCommits() async throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let commits = 40
    func commit(_ number: Int, _ writer: IndexWriter) throws {
      for group in 0..<5 {
        try writer.delete(group: "\(group)")
        for document in 0..<3 {
          try writer.add(
            Document(name: "c\(number)g\(group)d\(document)", fields: ["commit\(number) all"]),
            group: "\(group)")
        }
        // Some deletions and merges in between.
        if group == 2, number % 3 == 0 { _ = try writer.snapshot() }
      }
      try writer.commit()
    }
    try commit(0, try IndexWriter(folder, fields: Self.fields, analyzer: .plain))
    try await withThrowingTaskGroup(of: Int.self) { tasks in
      for _ in 0..<3 {
        tasks.addTask {
          var last = 0
          for _ in 0..<10_000 where last < commits {
            let snapshot = try Snapshot(folder)
            let all = try snapshot.search(Query("all", analyzer: .plain), model: .bm25(BM25()))
            #expect(all.matchCount == 15)
            let name = try snapshot.name(of: try #require(all.hits.first).document)
            let number = try #require(Int(name.dropFirst().prefix { $0 != "g" }))
            #expect(number >= last, "readers go forward only")
            last = number
            let same = Query("commit\(number)", analyzer: .plain)
            #expect(try snapshot.search(same, model: .bm25(BM25())).matchCount == 15)
            await Task.yield()
          }
          return last
        }
      }
      tasks.addTask {
        for number in 1...commits {
          try commit(number, try IndexWriter(folder, fields: Self.fields))
          await Task.yield()
        }
        return commits
      }
      for try await _ in tasks {}
    }
    #expect(try temporary.names("index").count <= 3 + 7)
  }

  @Test func aSecondWriterIsRefusedUntilTheFirstEnds() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    do {
      let first = try IndexWriter(folder, fields: Self.fields, analyzer: .plain)
      let error = #expect(throws: IndexError.self) {
        _ = try IndexWriter(folder, fields: Self.fields)
      }
      let process = ProcessInfo.processInfo.processIdentifier
      #expect(error?.description.contains("process \(process)") == true)
      try first.add(Self.document("a"))
      try first.commit()
    }
    _ = try IndexWriter(folder, fields: Self.fields)
  }

  @Test func anIndexThatIsRemovedStaysWithItsReaders() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    try Self.begin(folder)
    let snapshot = try Snapshot(folder)
    try FileManager.default.removeItem(atPath: folder.path)
    try snapshot.verify()
    let query = Query("c6n3", analyzer: .plain)
    #expect(try snapshot.search(query, model: .tfidfCosine).matchCount == 1)
    let error = #expect(throws: IndexError.self) { try Snapshot(folder) }
    #expect(error == .storage(.missing(path: folder.path(of: "manifest.qsm"))))
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func aFolderThatMayNotBeWrittenIsNamed() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    try Self.begin(folder)
    let before = try Self.content(folder)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    let error = #expect(throws: IndexError.self) { try Change.merging.run(folder) }
    #expect(error?.description.contains(folder.path) == true)
    #expect(try Self.content(folder) == before)
  }
}
