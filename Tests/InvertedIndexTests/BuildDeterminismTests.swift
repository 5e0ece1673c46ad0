import Foundation
import IndexStorage
import Synchronization
import TestSupport
import TextAnalysis
import Testing

@testable import InvertedIndex

/// The bytes of an index depend on its documents, not on the number of threads or the memory that
/// made it.
@Suite struct BuildDeterminismTests {
  private struct Item {
    let document: Document
    let group: String
  }

  /// Documents of some groups in the order of these; names in no order.
  private func items(seed: UInt64, stored: Bool) -> (fields: [String], items: [Item]) {
    var generator = SeededGenerator(seed: seed)
    let corpus = RandomCorpus(maximum: 900, using: &generator)
    let groupLength = corpus.documents.count / 7 + 1
    let items = corpus.documents.enumerated().map { number, fields in
      Item(
        document: Document(
          name: "n\(generator.next() % 1_000_000)-\(number)", fields: fields,
          stored: stored ? Array("text \(number) of \(fields)".utf8) : []),
        group: "g\(number / groupLength)")
    }
    return (corpus.fieldNames, items)
  }

  /// Builds parts in threads of their own, each with a budget, and merges them.
  private func build(
    _ items: [Item], _ fields: [String], threads: Int, budget: Int
  ) throws -> [UInt8] {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path)
    let parts = Mutex<[Int: SegmentPart]>([:])
    let step = (items.count + threads - 1) / threads
    DispatchQueue.concurrentPerform(iterations: threads) { number in
      do {
        var builder = SegmentBuilder(
          fields: fields, analyzer: .english, folder: folder, budget: budget)
        for item in items.dropFirst(number * step).prefix(step) {
          try builder.add(item.document, group: Array(item.group.utf8))
        }
        let part = try builder.finishPart()
        parts.withLock { $0[number] = part }
      } catch {
        Issue.record(error)
      }
    }
    let ordered = parts.withLock { parts in (0..<threads).compactMap { parts[$0] } }
    return try temporary.read(try SegmentBuilder.merge(ordered, folder).name)
  }

  /// What a share of the documents takes in memory.
  private func bytes(_ items: [Item], _ fields: [String], share: Int) throws -> Int {
    var writer = SegmentWriter(fieldNames: fields, analyzer: .english)
    for item in items.prefix(items.count / share + 1) { try writer.add(item.document) }
    return writer.byteCount
  }

  @Test(arguments: [false, true])
  func threadsAndMemoryLeaveNoTraceInASegment(_ stored: Bool) throws {
    for seed in UInt64(1)...3 {
      let (fields, items) = items(seed: seed, stored: stored)
      let expected = try build(items, fields, threads: 1, budget: 1 << 30)
      for threads in [1, 2, 3] {
        for budget in [1, try bytes(items, fields, share: 5), 1 << 30] {
          // A budget of a byte would make a file of each document.
          let items = budget == 1 ? Array(items.prefix(40)) : items
          let wanted =
            budget == 1 ? try build(items, fields, threads: 1, budget: 1 << 30) : expected
          #expect(
            try build(items, fields, threads: threads, budget: budget) == wanted,
            "seed \(seed), \(threads) threads, \(budget) bytes")
        }
      }
    }
  }

  @Test func theMemoryOfAWriterLeavesNoTrace() throws {
    for seed in UInt64(11)...13 {
      let (fields, items) = items(seed: seed, stored: true)
      func built(budget: Int) throws -> [String: [UInt8]] {
        let temporary = try TemporaryFolder()
        let writer = try IndexWriter(
          IndexFolder(path: temporary.path), fields: fields, analyzer: .english, keepsForms: true)
        writer.memoryBudget = budget
        for item in items { try writer.add(item.document, group: item.group) }
        try writer.optimize()
        var files: [String: [UInt8]] = [:]
        for name in try temporary.names() where name != WriterLock.fileName {
          files[name] = try temporary.read(name)
        }
        return files
      }
      let expected = try built(budget: 1 << 30)
      #expect(expected.count == 2)
      for share in [7, 3] {
        let budget = try bytes(items, fields, share: share)
        #expect(try built(budget: budget) == expected, "seed \(seed), \(budget) bytes")
      }
    }
  }
}
