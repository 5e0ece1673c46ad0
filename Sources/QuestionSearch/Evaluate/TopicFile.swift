import Evaluation
import QuestionBanks

/// Files of queries.
public enum TopicFile {
  /// Reads lines `qid TAB text` from a file.
  ///
  /// - Throws: `QuestionSearchError` naming the file, and the line where it is malformed.
  public static func read(_ path: String) throws(QuestionSearchError) -> [TopicQuery] {
    let bytes: [UInt8]
    do throws(BankError) {
      bytes = try BankFinder.load(path)
    } catch {
      throw .bank(error)
    }
    return try parse(bytes, file: path)
  }

  /// Reads lines `qid TAB text`; `file` is the name for messages.
  public static func parse(
    _ bytes: [UInt8], file: String
  ) throws(QuestionSearchError) -> [TopicQuery] {
    do throws(EvaluationError) {
      return try TopicQuery.parse(bytes, file: file)
    } catch {
      throw .evaluation(error)
    }
  }
}
