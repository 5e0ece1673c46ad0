import IndexStorage
import TestSupport
import Testing

@testable import QuestionSearch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files beside segments: when they come, when they go, and when they are not believed.
@Suite struct SignatureFileTests {
  private static let questions = ["Why do kestrels hover?", "What do owls eat?", "Who sings?"]

  private func bank() throws -> SignedBank {
    let bank = try SignedBank()
    try bank.write(Self.questions, to: "birds.md")
    try bank.update()
    return bank
  }

  /// What an index finds for its own questions; the same whatever stands in the folder.
  private func found(_ index: QuestionIndex) throws -> [[UInt32]] {
    let signatures = try index.signatures(threads: 1)
    let texts = signatures.analyzed(Self.questions)
    return signatures.candidates(of: texts, similarity: 0.6).map { $0.map(\.rawValue) }
  }

  @Test func theFileIsWrittenWhenItIsFirstNeededAndThenRead() throws {
    let bank = try bank()
    #expect(try bank.signatureFiles.isEmpty)
    #expect(try found(try bank.open()) == [[0], [1], [2]])
    let files = try bank.signatureFiles
    #expect(files.map { $0.dropLast(4) } == (try bank.segmentFiles.map { $0.dropLast(4) }))
    let path = bank.temporary.path("index/\(files[0])")
    var before = stat()
    var after = stat()
    #expect(lstat(path, &before) == 0)
    #expect(try bank.open().signatures().areKept)
    #expect(lstat(path, &after) == 0 && before.st_ino == after.st_ino)
    // It is used: values that are whole and others than the segment's give other candidates.
    var bytes = try bank.temporary.read("index/\(files[0])")
    let values = bytes.count - 8 - 2 * FileLayout.sectionEntryLength - 4
    for index in values - 256..<values { bytes[index] = 0 }
    try bank.temporary.write(ByteDamage.signed(bytes), to: "index/\(files[0])")
    #expect(try found(try bank.open()) == [[0], [1], []])
  }

  @Test func damageIsNotBelievedAndMended() throws {
    let bank = try bank()
    let expected = try found(try bank.open())
    let name = try #require(try bank.signatureFiles.first)
    let whole = try bank.temporary.read("index/\(name)")
    // Every length and every bit is the matter of the reader's own tests.
    var damaged = stride(from: 0, to: whole.count, by: 29).map { ByteDamage.cut(whole, to: $0) }
    damaged.append(whole + [0])
    damaged += stride(from: 3, to: 8 * whole.count, by: 211).map { ByteDamage.flip(whole, bit: $0) }
    let index = try bank.open()
    for bytes in damaged {
      try bank.temporary.write(bytes, to: "index/\(name)")
      #expect(try found(index) == expected)
      // What does not begin as the index's files do is somebody else's, and stays.
      let isOurs = bytes.prefix(8) == whole.prefix(bytes.count).prefix(8)
      let now = try bank.temporary.read("index/\(name)")
      #expect(now == (isOurs ? whole : bytes))
      #expect(try index.signatures().areKept == isOurs)
    }
  }

  /// Files with right checksums that say something else: of other parameters they are replaced.
  @Test func otherSignaturesAreReplaced() throws {
    let bank = try bank()
    let expected = try found(try bank.open())
    let name = try #require(try bank.signatureFiles.first)
    let whole = try bank.temporary.read("index/\(name)")
    let shape = FileLayout.headerLength..<FileLayout.headerLength + 31
    for place in shape {
      var bytes = whole
      bytes[place] ^= 1
      try bank.temporary.write(ByteDamage.signed(bytes), to: "index/\(name)")
      #expect(try found(try bank.open()) == expected, "byte \(place)")
      #expect(try bank.temporary.read("index/\(name)") == whole, "byte \(place)")
    }
    var random = SeededGenerator(seed: 5)
    for round in 0..<60 {
      let bytes = ByteDamage.mutated(whole, using: &random)
      try bank.temporary.write(bytes, to: "index/\(name)")
      // Whole files of the right shape are believed; nothing may trap.
      _ = try found(try bank.open())
      _ = try QuestionIndex.check(bank.path)
      #expect(try bank.temporary.read("index/\(name)").count == whole.count, "round \(round)")
    }
  }

  @Test func aCheckNamesThem() throws {
    let bank = try bank()
    let before = try QuestionIndex.check(bank.path)
    _ = try bank.open().signatures()
    let name = try #require(try bank.signatureFiles.first)
    let check = try QuestionIndex.check(bank.path)
    #expect(check.isWhole && check.files.count == before.files.count + 1)
    #expect(check.leftovers.isEmpty)
    let file = try #require(check.files.first { $0.path.hasSuffix(name) })
    #expect(file.summary == "signatures of 64 values, 3 documents")
    let whole = try bank.temporary.read("index/\(name)")
    #expect(file.byteCount == whole.count)

    try bank.temporary.write(ByteDamage.flip(whole, bit: 8 * 200), to: "index/\(name)")
    let damaged = try QuestionIndex.check(bank.path)
    #expect(!damaged.isWhole)
    let problem = damaged.files.compactMap(\.problem).first ?? ""
    #expect(problem.contains(name) && problem.contains("made again"))
    // Of a segment that is not there any more.
    try bank.temporary.write(whole, to: "index/\(name)")
    try bank.temporary.write(whole, to: "index/0123456789abcdef.qsg")
    let left = try QuestionIndex.check(bank.path).leftovers
    #expect(left == [bank.temporary.path("index/0123456789abcdef.qsg")])
  }

  @Test func filesGoAndStayWithTheirSegments() throws {
    let bank = try bank()
    _ = try bank.open().signatures()
    let first = try bank.signatureFiles
    // Another segment comes: the first one and its file stay.
    try bank.write(["How far do swifts fly?", "How high?"], to: "swifts.md")
    let reader = try bank.open()
    try bank.update()
    #expect(try bank.segmentFiles.count == 2 && bank.signatureFiles == first)
    _ = try bank.open().signatures()
    #expect(try bank.signatureFiles.count == 2)
    // A document is deleted: segment and file stay.
    try bank.write(["How high?"], to: "birds.md")
    try bank.write(["What is new?", "What is newer?", "And what is the newest?"], to: "new.md")
    try bank.update()
    // One segment: the others' files go, and what was left under temporary names.
    try bank.temporary.write([UInt8](repeating: 0, count: 9), to: "index/.tmp-9-\(first[0])")
    try bank.temporary.write("mine", to: "index/0123456789abcdef.qsg")
    let old = try bank.open()
    _ = try old.signatures()
    try bank.update(optimizing: true)
    #expect(try bank.signatureFiles == ["0123456789abcdef.qsg"])
    #expect(try !bank.temporary.names("index").contains { $0.hasPrefix(".tmp") })
    _ = try bank.open().signatures()
    #expect(try bank.signatureFiles.count == 2)
    // A reader of segments that are gone has signatures and leaves no file.
    #expect(try found(reader) == [[0], [1], [2]])
    let gone = try reader.signatures()
    #expect(!gone.areKept)
    #expect(try bank.signatureFiles.count == 2)
    #expect(try QuestionIndex.check(bank.path).leftovers.isEmpty)
    try bank.update(forgetting: ["banks"], adding: [])
    #expect(try bank.signatureFiles == ["0123456789abcdef.qsg"])
  }

  @Test func deletedDocumentsAreNeverGiven() throws {
    let bank = try bank()
    try bank.write(Self.questions + ["And more?", "And more of it?"], to: "copies.md")
    try bank.write((0..<30).map { "Which number is \($0) times \($0 * 17)?" }, to: "others.md")
    try bank.update(optimizing: true)
    #expect(try found(try bank.open()).map(\.count) == [2, 2, 2])
    try bank.write(["And no more?"], to: "copies.md")
    try bank.update()
    let index = try bank.open()
    #expect(index.snapshot.deletedCount == 5)
    #expect(try found(index).map(\.count) == [1, 1, 1])
  }

  /// Each call of the system fails in turn: the signatures are the same, and nothing is left of a
  /// file that could not be written.
  @Test(arguments: [FaultyCalls.Fault.error(EROFS), .error(ENOSPC), .shortWrite, .death])
  func whatCannotBeWrittenIsInMemory(_ fault: FaultyCalls.Fault) throws {
    let bank = try bank()
    let expected = try found(try bank.open())
    let name = try #require(try bank.signatureFiles.first)
    let whole = try bank.temporary.read("index/\(name)")
    func open(_ calls: FaultyCalls) throws -> QuestionIndex {
      QuestionIndex(try Snapshot(IndexFolder(path: bank.path, calls: calls)), base: nil)
    }
    func remove() throws { try IndexFolder(path: bank.path).remove(name) }
    let counting = FaultyCalls(failing: .max, fault)
    let index = try open(counting)
    let opening = counting.count
    try remove()
    _ = try index.signatures()
    let calls = counting.count
    #expect(calls > opening + 6)
    for place in opening..<calls {
      try? remove()
      let index = try open(FaultyCalls(failing: place, fault))
      #expect(try found(index) == expected, "\(fault), call \(place)")
      if let left = try? bank.temporary.read("index/\(name)") { #expect(left == whole) }
      // The next writer leaves nothing of a dead one's.
      try bank.update()
      try bank.update(optimizing: true)
      #expect(try !bank.temporary.names("index").contains { $0.hasPrefix(".tmp") })
    }
  }

  /// Threads of one process that need the same signatures at once.
  @Test func whoeverComesAtTheSameTimeFindsTheSame() async throws {
    let bank = try bank()
    let index = try bank.open()
    let results = await withTaskGroup(of: [[UInt32]].self) { group in
      for _ in 0..<8 { group.addTask { (try? self.found(index)) ?? [] } }
      var results: [[[UInt32]]] = []
      for await result in group { results.append(result) }
      return results
    }
    #expect(results.allSatisfy { $0 == [[0], [1], [2]] })
    #expect(try bank.signatureFiles.count == 1)
    #expect(try !bank.temporary.names("index").contains { $0.hasPrefix(".tmp") })
  }
}
