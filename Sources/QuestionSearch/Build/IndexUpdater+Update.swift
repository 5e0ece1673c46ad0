import IndexStorage
import InvertedIndex
import QuestionBanks
import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The three ways of an update: to change the index that is there, to build it anew from its own
/// sources, and to begin another one in its place.
extension IndexUpdater {
  typealias Progress = ((Int, Int) -> Void)?

  /// Changes the index that is there, or makes one.
  func update(_ progress: Progress) throws(QuestionSearchError) -> IndexUpdate {
    let writer: IndexWriter
    let snapshot: Snapshot
    let old: IndexAttachment
    do throws(IndexError) {
      writer = try IndexWriter(
        folder, fields: EntryField.names, analyzer: analyzer, keepsForms: true)
      try writer.verify()
      snapshot = try writer.snapshot()
      old = try Self.attachment(writer.attachment, in: folder)
    } catch {
      throw .index(error)
    }
    let state = writer.manifestHash.flatMap {
      SourceState(in: folder, manifestHash: $0, stamp: fullStamp)
    }
    return try run(
      writer, old,
      UpdateRun.Before(
        snapshot: snapshot, sources: Set(old.sources), texts: Set(old.texts), state: state),
      progress)
  }

  /// Builds the index anew from its sources and what is added, and takes from what is left of it
  /// what cannot be read again.
  ///
  /// - Parameter error: why the index cannot be used; nil where the caller wants it.
  func rebuild(
    because error: IndexError?, _ progress: Progress
  ) throws(QuestionSearchError) -> IndexUpdate {
    guard try hasIndex() else { throw .noIndex(path: folder.path) }
    let remains: IndexRemains
    let old: IndexAttachment
    do throws(IndexError) {
      remains = try IndexRemains(in: folder)
      old = try Self.attachment(remains.snapshot.attachment, in: folder)
    } catch {
      guard error.isOfDamage else { throw .index(error) }
      throw .unknownSources(
        folder: folder.path, reason: error.problem,
        known: IndexRemains.groupNames(in: folder).map { EntryGroup(named: $0).description })
    }
    if !replaces, let analyzer, analyzer.name != remains.analyzerName {
      throw .index(
        .analyzerDiffers(
          path: folder.path, found: "analyzer \(remains.analyzerName)",
          asked: "analyzer \(analyzer.name)"))
    }
    guard let analyzer = analyzer ?? Analyzer.named(remains.analyzerName) else {
      throw error.map(QuestionSearchError.index)
        ?? .unknownAnalyzer(folder: folder.path, name: remains.analyzerName)
    }
    let writer = try newWriter(analyzer)
    var report = try run(
      writer, old,
      UpdateRun.Before(
        snapshot: remains.snapshot, sources: Set(old.sources), texts: Set(old.texts),
        isRebuilt: true, isComplete: remains.isComplete), reason: error?.problem ?? remains.problem,
      progress)
    report.isNew = false
    report.isRebuilt = true
    report.reason = error?.problem
    return report
  }

  /// Begins an index of what is added, in place of the one that is there.
  func begin(_ progress: Progress) throws(QuestionSearchError) -> IndexUpdate {
    let writer = try newWriter(analyzer)
    let snapshot: Snapshot
    do throws(IndexError) {
      snapshot = try writer.snapshot()
    } catch {
      throw .index(error)
    }
    return try run(
      writer, IndexAttachment(sources: []),
      UpdateRun.Before(snapshot: snapshot, sources: [], texts: [], state: nil), progress)
  }

  private func newWriter(_ analyzer: Analyzer?) throws(QuestionSearchError) -> IndexWriter {
    do throws(IndexError) {
      return try IndexWriter(
        folder, fields: EntryField.names, analyzer: analyzer, keepsForms: true, replacing: true)
    } catch {
      throw .index(error)
    }
  }

  private static func attachment(
    _ bytes: [UInt8], in folder: IndexFolder
  ) throws(IndexError) -> IndexAttachment {
    do throws(StorageError) {
      return try IndexAttachment(bytes, path: folder.path(of: IndexFolder.manifestName))
    } catch {
      throw .storage(error)
    }
  }

  /// Visits all files and commits what they change.
  private func run(
    _ writer: IndexWriter, _ old: IndexAttachment, _ before: UpdateRun.Before,
    reason: String? = nil, _ progress: Progress
  ) throws(QuestionSearchError) -> IndexUpdate {
    SourceState.tidy(folder)
    let base = FilePath.parent(ofExisting: folder.path)
    let forgetting = try Forgetting(forgotten, of: old, base: base)
    let sources = forgetting.remaining + given.map { $0.source(base: base) }
    let walk = SourceWalk(
      IndexAttachment(sources: sources).sources, given: given, forgotten: forgetting.paths,
      base: base)
    var run: UpdateRun
    do throws(IndexError) {
      run = try UpdateRun(writer, before: before, walk: walk, now: Int(time(nil)))
    } catch {
      throw .index(error)
    }
    try run.run(given: texts, forgotten: forgetting.texts, progress: progress)
    run.report.notes += Self.notesOfParts(
      given.map { $0.source(base: base) }, of: forgetting.remaining, base: base)
    guard run.lost.isEmpty else {
      throw .wouldLose(folder: folder.path, reason: reason, what: run.lost)
    }
    var report = run.report
    report.isNew = writer.manifestHash == nil
    report.entryCount = writer.documentCount
    guard !report.isNew || report.entryCount > 0 || before.isRebuilt else {
      throw .noQuestions(paths: given.map(\.path))
    }
    report.mergedSegmentCount = optimizes ? writer.segmentCount : 0
    let attachment = IndexAttachment(sources: sources, texts: run.texts).encoded()
    do throws(IndexError) {
      report.hasChanged =
        optimizes
        ? try writer.optimize(attachment: attachment) : try writer.commit(attachment: attachment)
      // A file beside the index: without it queries find the same, later.
      if report.hasChanged { try? Snapshot(folder).prepareRanking() }
    } catch {
      throw .index(error)
    }
    if let hash = writer.manifestHash,
      report.hasChanged || run.newState.files != before.state?.files
    {
      if folder.isForeign(SourceState.fileName) {
        report.notes.append(
          BankNote(
            file: folder.path(of: SourceState.fileName),
            message: "no file of qsearch; move it away, or each update reads all files"))
      }
      run.newState.save(in: folder, manifestHash: hash, stamp: fullStamp)
    }
    return report
  }

  /// What is said of files and folders that are part of a source already: they get banks, and so
  /// ids, of their own.
  private static func notesOfParts(
    _ given: [IndexAttachment.Source], of sources: [IndexAttachment.Source], base: String
  ) -> [BankNote] {
    let current = FilePath.currentFolder
    return given.compactMap { part in
      guard !sources.contains(where: { $0.path.utf8.elementsEqual(part.path.utf8) }),
        let whole = sources.first(where: {
          PathSet([FilePath.absolute($0.path, base: base)])
            .holds(FilePath.absolute(part.path, base: base))
        })
      else { return nil }
      return BankNote(
        file: FilePath.shown(part.path, base: base, current: current),
        message:
          "part of the source \(FilePath.shown(whole.path, base: base, current: current)); as "
          + "a source of its own it names its banks itself, and their questions get other ids")
    }
  }

  private var fullStamp: String { stamp + " \(FileLayout.version)" }
}

extension IndexError {
  /// Whether a file is not as it was written.
  fileprivate var isOfDamage: Bool {
    guard case .storage(let error) = self else { return false }
    switch error {
    case .foreign, .wrongKind, .truncated, .extended, .damaged: return true
    case .missing, .system, .locked, .inTheWay, .tooNew, .tooOld: return false
    }
  }
}
