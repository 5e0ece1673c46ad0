import Foundation
import Testing

/// Lines of JSON: names, types, sums.
@Suite struct JSONTests {
  @Test func hitsHaveTheirNamesAndNoOthers() throws {
    let sandbox = try Sandbox.withBanks()
    for call in [["--jsonl", "file"], ["related", "--jsonl", "file"]] {
      let hits = try sandbox.run(call).expect(0).objects()
      #expect(!hits.isEmpty)
      for (index, hit) in hits.enumerated() {
        #expect(
          Set(hit.keys) == Banks.hitNames.union(call[0] == "related" ? ["shared_words"] : []))
        #expect(hit["rank"] as? Int == index + 1)
        #expect(hit["schema_version"] as? Int == 1)
        #expect(hit["section"] is [String] && hit["snippet"] is String && hit["line"] is Int)
      }
      let scores = hits.compactMap { $0["score"] as? Double }
      #expect(scores == scores.sorted(by: >) && scores.count == hits.count)
    }
    let explained = try sandbox.run(["--jsonl", "--explain", "file"]).expect(0).objects()
    #expect(explained.allSatisfy { Set($0.keys) == Banks.hitNames.union(["explanation"]) })
  }

  @Test func entriesHaveTheirNamesAndNoOthers() throws {
    let sandbox = try Sandbox.withBanks()
    let read = try sandbox.run(["read", "banks", "--jsonl"]).expect(0)
    let entries = try read.objects()
    #expect(entries.count == 8)
    #expect(entries.allSatisfy { Set($0.keys) == Banks.entryNames })
    let ids = entries.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == 8)
    // Reading and showing say the same of an entry.
    #expect(try sandbox.run(["show", "--jsonl"] + ids).expect(0).output == read.output)
  }

  @Test func entriesNameTheirPlaceInTheFile() throws {
    let sandbox = try Sandbox.withBanks()
    for entry in try sandbox.run(["read", "banks", "--jsonl"]).objects() {
      let bytes = try sandbox.read(try #require(entry["file"] as? String))
      let start = try #require(entry["byte_start"] as? Int)
      let end = try #require(entry["byte_end"] as? Int)
      let source = String(decoding: bytes[start..<end], as: UTF8.self)
      #expect(source.contains(try #require(entry["text"] as? String)))
    }
  }

  @Test(arguments: ["bm25f", "bm25", "tfidf:lnc.ltc", "tfidf:lucene", "bm25:k1=0.5,b=1"])
  func partsOfAScoreSumToIt(_ model: String) throws {
    let sandbox = try Sandbox.withBanks()
    let query = ["--model", model, "--explain", "--jsonl"]
    for call in [["what does a file of a ring ring buffer do"], ["related", "how does C++ work"]] {
      let hits = try sandbox.run(call + query).expect(0).objects()
      #expect(!hits.isEmpty)
      for hit in hits {
        let parts = try #require(hit["explanation"] as? [[String: Any]])
        #expect(!parts.isEmpty)
        let contributions = parts.compactMap { $0["contribution"] as? Double }
        #expect(contributions.count == parts.count)
        let score = try #require(hit["score"] as? Double)
        #expect(abs(contributions.reduce(0, +) - score) <= 1e-9)
        #expect(
          parts.allSatisfy {
            Set($0.keys) == [
              "term", "frequencies", "document_frequency", "idf", "length_part", "document_part",
              "query_part", "contribution",
            ]
          })
      }
    }
  }

  @Test func anEntryIsNotRelatedToItself() throws {
    let sandbox = try Sandbox.withBanks()
    let id = try Banks.id(of: "When is a ring buffer full?", in: sandbox)
    let hits = try sandbox.run(["related", id, "--jsonl", "--limit", "100"]).expect(0).objects()
    #expect(!hits.isEmpty && !hits.contains { $0["id"] as? String == id })
  }

  @Test func aLowerLimitGivesTheFirstOfMore() throws {
    let sandbox = try Sandbox.withBanks()
    let all = try sandbox.run(["--jsonl", "--limit", "100", "what is a file"]).expect(0).lines
    for limit in 1...all.count {
      let some = try sandbox.run(["--jsonl", "--limit", "\(limit)", "what is a file"]).lines
      #expect(some == Array(all.prefix(limit)))
    }
  }
}
