import IndexStorage
import InvertedIndex
import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The index of banks that travel inside a program: built on first use in the user's cache folder,
/// or in memory where that cannot be written.
public struct DefaultIndex {
  /// A bank's text and the name of its file.
  public struct Bank {
    /// The path that results show.
    public let file: String
    /// The bank's name.
    public let name: String
    /// The text; it lives as long as the program.
    public let bytes: UnsafeRawBufferPointer

    /// A bank.
    public init(file: String, name: String, bytes: UnsafeRawBufferPointer) {
      self.file = file
      self.name = name
      self.bytes = bytes
    }
  }

  private let banks: [Bank]
  private let stamp: String

  /// - Parameters:
  ///   - banks: what is indexed.
  ///   - stamp: tells builds of the program apart, so that none opens what another one's reader
  ///     made.
  public init(banks: [Bank], stamp: String) {
    self.banks = banks
    self.stamp = stamp
  }

  /// Opens the cached index, or builds it. Never fails for the sake of the cache alone.
  public func open() throws(QuestionSearchError) -> QuestionIndex {
    guard !banks.isEmpty, let folder = cacheFolder else { return try build().index() }
    let path = folder + "/" + Self.prefix + key
    // Checked whole, which takes a tenth of a millisecond: nobody but the program can mend it.
    if let index = try? QuestionIndex.open(path, base: nil), (try? index.verify()) != nil {
      return index
    }
    let builder = try build()
    if (try? builder.writeAsNamed(to: path)) != nil,
      let index = try? QuestionIndex.open(path, base: nil)
    {
      try? index.prepareRanking()
      removeOthers(in: folder)
      return index
    }
    return try builder.index()
  }

  private static let prefix = "default-"

  private func build() throws(QuestionSearchError) -> QuestionIndexBuilder {
    var builder = QuestionIndexBuilder()
    for bank in banks {
      try builder.addBank(Array(bank.bytes), file: bank.file, bank: bank.name)
    }
    return builder
  }

  /// Sixteen digits that change with the banks, the analyzer, the format and the program.
  private var key: String {
    let analyzer = Analyzer.english
    let words = "\(analyzer.name) \(analyzer.version) \(FileLayout.version) \(stamp)"
    var hash = Array(words.utf8).withUnsafeBytes { FNV1a.hash($0) }
    for bank in banks {
      hash = Array(bank.file.utf8).withUnsafeBytes { FNV1a.hash($0, seed: hash) }
      hash = FNV1a.hash(bank.bytes, seed: hash)
    }
    return HexadecimalDigits.of(hash)
  }

  /// `$XDG_CACHE_HOME/qsearch`, else `qsearch` in the cache folder of the user's home.
  private var cacheFolder: String? {
    if let value = getenv("XDG_CACHE_HOME"), value.pointee == 0x2F {
      return String(cString: value) + "/qsearch"
    }
    guard let value = getenv("HOME"), value.pointee == 0x2F else { return nil }
    #if canImport(Darwin)
      return String(cString: value) + "/Library/Caches/qsearch"
    #else
      return String(cString: value) + "/.cache/qsearch"
    #endif
  }

  /// Removes what earlier builds of the program left. A reader that has one open keeps it.
  private func removeOthers(in folder: String) {
    for name in IndexFolder(path: folder).names()
    where name.hasPrefix(Self.prefix) && name != Self.prefix + key {
      let old = IndexFolder(path: folder + "/" + name)
      for file in old.names() where IndexWriter.isOwnFile(file, in: old) { try? old.remove(file) }
      rmdir(old.path)
    }
  }
}
