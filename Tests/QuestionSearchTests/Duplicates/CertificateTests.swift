import Foundation
import QuestionSearch
import TestSupport
import Testing

/// The certificate of recall beside an index: when it is kept, when it is gone, and when it is not
/// believed.
@Suite struct CertificateTests {
  private static let file = "index/recall.state"

  /// A bank with many similar questions, so that there are pairs to find.
  private func bank() throws -> DuplicateBank {
    let bank = try DuplicateBank()
    var random = SeededGenerator(seed: 51)
    try bank.write((0..<200).map { _ in SignedBank.question(using: &random) }, to: "many.md")
    try bank.update()
    return bank
  }

  @Test func aCertificateIsKeptForThisStateOfTheIndex() throws {
    let bank = try bank()
    #expect(try bank.open().recallCertificate == nil)
    let certification = try bank.open().certify(similarity: 0.6, threads: 2)
    #expect(certification.isKept && certification.certificate.pairs > 0)
    #expect(certification.certificate.threshold == 0.6 && !certification.certificate.isSample)
    #expect((0...1).contains(certification.certificate.recall))
    #expect(try bank.names.contains("recall.state"))
    #expect(try bank.open().recallCertificate == certification.certificate)
    // The same of the same, byte for byte, with any number of threads.
    let bytes = try bank.folder.read(Self.file)
    _ = try bank.open().certify(similarity: 0.6, threads: 1)
    #expect(try bank.folder.read(Self.file) == bytes)
    // Another takes its place.
    let other = try bank.open().certify(similarity: 0.8)
    #expect(try bank.open().recallCertificate == other.certificate)
    #expect(other.certificate != certification.certificate)
    // It is no damage and nothing left over.
    let check = try QuestionIndex.check(bank.path)
    #expect(check.isWhole && check.leftovers.isEmpty)
    try bank.open().verify()
  }

  @Test func anotherStateOfTheIndexHasNone() throws {
    let bank = try bank()
    let old = try bank.open()
    let certificate = try old.certify(similarity: 0.6).certificate
    // Nothing has changed: it stays.
    try bank.update()
    #expect(try bank.open().recallCertificate == certificate)
    try bank.write(["What is new among birds?", "Who sang?", "Why do gulls cry?"], to: "new.md")
    try bank.update()
    #expect(try bank.open().recallCertificate == nil)
    #expect(try !bank.open().duplicates().duplicates.isEmpty)
    // A reader of the old state certifies the old state: that says nothing of the new one.
    _ = try old.certify(similarity: 0.6)
    #expect(try bank.open().recallCertificate == nil)
    let now = try bank.open().certify(similarity: 0.6)
    #expect(now.isKept)
    #expect(try bank.open().recallCertificate == now.certificate)
  }

  @Test func damageIsNotBelievedAndReplaced() throws {
    let bank = try bank()
    let certificate = try bank.open().certify(similarity: 0.6).certificate
    let whole = try bank.folder.read(Self.file)
    let index = try bank.open()
    var damaged = (0..<whole.count).map { ByteDamage.cut(whole, to: $0) }
    damaged += (0..<8 * whole.count).map { ByteDamage.flip(whole, bit: $0) }
    damaged += [whole + [0], whole + whole, []]
    for bytes in damaged {
      try bank.folder.write(bytes, to: Self.file)
      #expect(index.recallCertificate == nil)
    }
    // Whole files that say something else may be believed; nothing may trap or be out of bounds.
    var random = SeededGenerator(seed: 52)
    for round in 0..<500 {
      try bank.folder.write(ByteDamage.mutated(whole, using: &random), to: Self.file)
      guard let believed = index.recallCertificate else { continue }
      #expect((0...1).contains(believed.recall), "round \(round)")
      #expect(believed.threshold > 0 && believed.threshold <= 1, "round \(round)")
    }
    _ = try index.duplicates()
    try bank.folder.write(ByteDamage.cut(whole, to: 20), to: Self.file)
    #expect(try index.certify(similarity: 0.6).isKept)
    #expect(try bank.folder.read(Self.file) == whole)
    #expect(index.recallCertificate == certificate)
  }

  @Test func whatAnotherWroteIsNeitherReadNorOverwritten() throws {
    let bank = try bank()
    let index = try bank.open()
    for text in ["my notes\n", "QS", "{\"recall\": 1}", String(repeating: "\u{0}", count: 64)] {
      try bank.folder.write(text, to: Self.file)
      #expect(index.recallCertificate == nil)
      let isKept = try index.certify(similarity: 0.6).isKept
      let now = String(decoding: try bank.folder.read(Self.file), as: UTF8.self)
      #expect(!isKept && now == text, "\(text)")
      #expect(try bank.open().duplicates().duplicates.count > 1)
      try bank.update()
      #expect(String(decoding: try bank.folder.read(Self.file), as: UTF8.self) == text)
    }
    let path = bank.folder.path(Self.file)
    try FileManager.default.removeItem(atPath: path)
    try bank.folder.write("elsewhere", to: "notes.txt")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: bank.folder.path("notes.txt"))
    #expect(try !index.certify(similarity: 0.6).isKept)
    #expect(String(decoding: try bank.folder.read("notes.txt"), as: UTF8.self) == "elsewhere")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(try !index.certify(similarity: 0.6).isKept)
    #expect(index.recallCertificate == nil)
  }

  /// A certificate that says that signatures miss much has all pairs looked for.
  @Test func entriesAreCertifiedWithoutAnIndex() throws {
    let entries = DuplicateBank.entries(DuplicateBank.birds + DuplicateBank.more)
    let certificate = Certification.certificate(of: entries, similarity: 0.6, threads: 1)
    #expect(certificate == Certification.certificate(of: entries, similarity: 0.6, threads: 3))
    #expect(certificate.found <= certificate.pairs && certificate.pairs > 0)
    #expect(certificate.interval == certificate.recall...certificate.recall)
    let none = Certification.certificate(of: [], similarity: 0.6)
    #expect(none.pairs == 0 && none.recall == 1)
  }
}
