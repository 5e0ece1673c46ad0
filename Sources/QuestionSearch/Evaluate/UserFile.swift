import IndexStorage

/// Files that the user asked for.
public enum UserFile {
  /// Writes a file, which appears when it is complete; a link is followed, a pipe or device is
  /// written to.
  public static func write(_ bytes: [UInt8], to path: String) throws(QuestionSearchError) {
    do throws(StorageError) {
      try IndexFolder.replaceFile(path, by: bytes)
    } catch {
      throw .index(.storage(error))
    }
  }
}
