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
/// Only files whose size, times or content changed are read again; the result is that of reading
/// all of them, up to the order of equal scores, and after `optimizes` to the last byte.
///
/// ```swift
/// var updater = IndexUpdater(folder: ".qsearch")
/// try updater.add(path: "notes")
/// let update = try updater.run()
/// ```
public struct IndexUpdater {
  /// Whether the index is built anew: of what is added alone, or where nothing is, of the sources
  /// that it has, all of which are read again.
  public var replaces = false
  /// Whether the index becomes one segment in canonical order.
  public var optimizes = false
  /// Tells builds of the program apart: another one may read files otherwise, and reads all again.
  public var stamp = ""

  /// The index's folder.
  public var path: String { folder.path }

  let folder: IndexFolder
  let analyzer: Analyzer?
  private(set) var given: [GivenSource] = []
  private(set) var texts: [EntryGroup: [UInt8]] = [:]
  private(set) var forgotten: [String] = []

  /// - Parameters:
  ///   - folder: the index's; made if it does not exist.
  ///   - analyzer: that of the index that is there, unless it is built anew; nil takes what it has,
  ///     `english` for a new one.
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
      given.append(try GivenSource(path: path, bank: bank))
    } catch {
      throw .bank(error)
    }
  }

  /// Adds a bank whose text is in memory, in place of what the index has of that bank and file. It
  /// is no source: it stays as it is until it is added again or forgotten.
  public mutating func add(_ bytes: [UInt8], file: String, bank: String) {
    texts[EntryGroup(bank: bank, file: file)] = bytes
  }

  /// Takes a source, or all that stand below a folder, out of the index with their questions; or,
  /// by the file under which they were added, banks whose text was in memory. The files are not
  /// touched.
  public mutating func forget(_ path: String) { forgotten.append(path) }

  /// Whether there is an index in the folder, whole or not.
  ///
  /// - Throws: the system's refusal to look.
  public func hasIndex() throws(QuestionSearchError) -> Bool { try folder.hasIndex() }

  /// Updates the index, under its lock.
  ///
  /// Every byte of the index is checked first. One that is damaged, or was made by another version
  /// of the format or analyzer, is built anew from its sources; questions that cannot be read again
  /// are taken out of what is left of it. Where that is not possible nothing is changed and the
  /// error names them.
  ///
  /// - Parameter progress: called after each file with the number of files visited and of all.
  public func run(
    progress: ((Int, Int) -> Void)? = nil
  ) throws(QuestionSearchError) -> IndexUpdate {
    let missing = folder.missingFolders()
    do throws(QuestionSearchError) {
      try folder.requireIndexOrNothing()
      if replaces {
        return given.isEmpty && texts.isEmpty
          ? try rebuild(because: nil, progress) : try begin(progress)
      }
      do throws(QuestionSearchError) {
        return try update(progress)
      } catch .index(let error) where error.isOfUnusableIndex {
        return try rebuild(because: error, progress)
      }
    } catch {
      removeEmptyFolders(missing)
      throw error
    }
  }

  /// Nothing came of a new index: the folders that were made for it go again.
  ///
  /// - Parameter folders: paths, the innermost last.
  private func removeEmptyFolders(_ folders: [String]) {
    guard !folders.isEmpty else { return }
    guard folder.names().allSatisfy({ $0 == WriterLock.fileName }) else { return }
    try? folder.remove(WriterLock.fileName)
    for path in folders.reversed() { rmdir(path) }
  }
}

extension IndexError {
  /// Whether the files of an index are what cannot be used, and not the system or the caller.
  fileprivate var isOfUnusableIndex: Bool {
    switch self {
    case .analyzerChanged: return true
    case .storage(let error):
      switch error {
      // What a newer program made is only replaced by someone who says so.
      case .missing, .foreign, .tooOld, .wrongKind, .truncated, .extended, .damaged: return true
      case .system, .locked, .inTheWay, .tooNew: return false
      }
    default: return false
    }
  }
}
