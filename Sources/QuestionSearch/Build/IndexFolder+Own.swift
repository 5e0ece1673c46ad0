import IndexStorage
import InvertedIndex

extension IndexFolder {
  /// The manifest's name, for messages and as the model of new files' permissions.
  static let manifestName = "manifest.qsm"

  /// Whether a manifest is in the folder, whole or not.
  ///
  /// - Throws: the system's refusal to look.
  func hasIndex() throws(QuestionSearchError) -> Bool {
    do throws(IndexError) {
      return try IndexWriter.hasManifest(self)
    } catch {
      throw .index(error)
    }
  }

  /// Whether the folder exists.
  ///
  /// - Throws: the system's refusal to look.
  func isThere() throws(QuestionSearchError) -> Bool {
    do throws(StorageError) {
      // With a slash at its end a path is that of a folder alone.
      return try has("")
    } catch {
      throw .index(.storage(error))
    }
  }

  /// That a folder may be written to: a folder with an index may have other files beside it; one
  /// without must be empty, or have only what a writer left that died.
  func requireIndexOrNothing() throws(QuestionSearchError) {
    guard try !hasIndex() else { return }
    let isOurs = names().allSatisfy {
      IndexWriter.isOwnFile($0, in: self) || SourceState.isOwnFile($0, in: self)
        || CertificateFile.isOwnFile($0, in: self)
    }
    guard isOurs else { throw .notAnIndex(path: path) }
  }
}
