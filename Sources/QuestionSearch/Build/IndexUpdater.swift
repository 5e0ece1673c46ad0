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

/// Brings the index in a folder up to date with the files that it was made of, or makes it.
///
/// Only files whose size, time or content changed are read again; the result is that of reading all
/// of them, up to the order of equal scores, and after `optimizes` to the last byte.
///
/// ```swift
/// var updater = IndexUpdater(folder: ".qsearch")
/// try updater.add(path: "notes")
/// let update = try updater.run()
/// ```
public struct IndexUpdater {
  /// Whether the index forgets what it had.
  public var replaces = false
  /// Whether the index becomes one segment in canonical order.
  public var optimizes = false
  /// Tells builds of the program apart: another one may read files otherwise, and reads all again.
  public var stamp = ""

  private let folder: IndexFolder
  private let analyzer: Analyzer?
  private var given: [SourceWalk.Given] = []
  private var texts: [EntryGroup: [UInt8]] = [:]

  /// - Parameters:
  ///   - folder: the index's; made if it does not exist.
  ///   - analyzer: that of the index that is there; nil takes what it has, `english` for a new one.
  public init(folder: String, analyzer: Analyzer? = nil) {
    self.folder = IndexFolder(path: folder)
    self.analyzer = analyzer
  }

  /// Adds a file or folder to the index's sources.
  ///
  /// - Parameter bank: the bank's name; otherwise as `BankFinder.find` gives it, or for a path that
  ///   is a source already, what it has.
  public mutating func add(path: String, bank: String? = nil) throws(QuestionSearchError) {
    do throws(BankError) {
      given.append(try SourceWalk.Given(path: path, bank: bank))
    } catch {
      throw .bank(error)
    }
  }

  /// Adds a bank whose text is in memory, in place of what the index has of that bank and file. It
  /// is no source: it stays as it is until it is added again.
  public mutating func add(_ bytes: [UInt8], file: String, bank: String) {
    texts[EntryGroup(bank: bank, file: file)] = bytes
  }

  /// Whether there is an index in the folder, whole or not.
  public var hasIndex: Bool { IndexWriter.hasManifest(folder) }

  /// Updates the index, under its lock.
  ///
  /// An index that is damaged, or was made by another version of the format or analyzer, is built
  /// anew from its sources and what was added, where these are known.
  ///
  /// - Parameter progress: called after each file with the number of files visited and of all.
  public func run(
    progress: ((Int, Int) -> Void)? = nil
  ) throws(QuestionSearchError) -> IndexUpdate {
    guard folder.names().allSatisfy({ IndexWriter.isOwnFile($0) || SourceState.isOwnFile($0) })
    else { throw .notAnIndex(path: folder.path) }
    let isThere = folder.exists
    do throws(QuestionSearchError) {
      do throws(QuestionSearchError) {
        return try update(analyzer, replaces ? nil : [], progress)
      } catch .index(let error) where !replaces && error.isOfUnusableIndex {
        let notes = IndexWriter.notes(in: folder)
        let sources = notes.flatMap {
          try? IndexAttachment($0.attachment, path: folder.path).sources
        }
        // What a newer program made is only replaced by someone who says of what.
        let known = error.isOfNewerIndex ? nil : sources
        guard !given.isEmpty || !texts.isEmpty || known?.isEmpty == false else {
          throw .index(error)
        }
        let found = notes.flatMap { Analyzer.named($0.analyzerName) }
        var report = try update(analyzer ?? found, known ?? nil, progress, isRebuilding: true)
        report.reason = error.description
        return report
      }
    } catch {
      if !isThere { removeEmptyFolder() }
      throw error
    }
  }

  /// - Parameter sources: beside those of the index, which is updated; nil replaces the index.
  private func update(
    _ analyzer: Analyzer?, _ sources: [IndexAttachment.Source]?,
    _ progress: ((Int, Int) -> Void)?, isRebuilding: Bool = false
  ) throws(QuestionSearchError) -> IndexUpdate {
    let replaces = sources == nil || isRebuilding
    let writer: IndexWriter
    let old: IndexAttachment
    do throws(IndexError) {
      writer = try IndexWriter(
        folder, fields: EntryField.names, analyzer: analyzer, replacing: replaces)
      old = try Self.attachment(of: writer, in: folder)
    } catch {
      throw .index(error)
    }
    let base = FilePath.parent(ofExisting: folder.path)
    let all = IndexAttachment(
      sources: old.sources + (sources ?? []) + given.map { $0.source(base: base) })
    let isNew = writer.manifestHash == nil
    let stamp = self.stamp + " \(FileLayout.version)"
    let state = writer.manifestHash.flatMap {
      SourceState(in: folder, manifestHash: $0, stamp: stamp)
    }
    let walk = SourceWalk(all.sources, given: given, base: base)
    var run: UpdateRun
    do throws(IndexError) {
      run = try UpdateRun(writer, sources: old.sources, walk: walk, state: state, now: Self.now)
    } catch {
      throw .index(error)
    }
    try run.run(texts: texts, progress: progress)
    var report = run.report
    report.isNew = isNew
    report.entryCount = writer.documentCount
    guard !isNew || report.entryCount > 0 else {
      throw .noQuestions(paths: given.map(\.path))
    }
    do throws(IndexError) {
      report.hasChanged =
        optimizes
        ? try writer.optimize(attachment: all.encoded())
        : try writer.commit(attachment: all.encoded())
    } catch {
      throw .index(error)
    }
    if let hash = writer.manifestHash, report.hasChanged || run.newState.files != state?.files {
      run.newState.save(in: folder, manifestHash: hash, stamp: stamp)
    }
    return report
  }

  private static func attachment(
    of writer: IndexWriter, in folder: IndexFolder
  ) throws(IndexError) -> IndexAttachment {
    do throws(StorageError) {
      return try IndexAttachment(writer.attachment, path: folder.path(of: "manifest.qsm"))
    } catch {
      throw .storage(error)
    }
  }

  /// Seconds since 1970.
  private static var now: Int { Int(time(nil)) }

  /// Nothing came of a new index: its folder goes again.
  private func removeEmptyFolder() {
    guard folder.names().allSatisfy({ $0 == WriterLock.fileName }) else { return }
    try? folder.remove(WriterLock.fileName)
    rmdir(folder.path)
  }
}

extension IndexError {
  /// Whether the files of an index are what cannot be used, and not the system or the caller.
  fileprivate var isOfUnusableIndex: Bool {
    switch self {
    case .analyzerChanged: return true
    case .storage(let error):
      switch error {
      case .missing, .foreign, .tooNew, .tooOld, .wrongKind, .truncated, .extended, .damaged:
        return true
      case .system, .locked: return false
      }
    default: return false
    }
  }

  fileprivate var isOfNewerIndex: Bool {
    if case .storage(.tooNew) = self { return true }
    return false
  }
}
