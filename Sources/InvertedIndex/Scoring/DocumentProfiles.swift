/// What SMART weights need of each document, all fields together. Immutable once it is shared.
final class DocumentProfiles: @unchecked Sendable {
  /// The numbers by document. Valid while the profiles live.
  struct Columns {
    /// Numbers of different terms.
    let termCounts: UnsafeMutablePointer<Double>
    /// Greatest frequencies.
    let maxima: UnsafeMutablePointer<Double>
    /// Mean frequencies of the document's terms.
    let averages: UnsafeMutablePointer<Double>
    /// Bytes of all terms, each as often as it stands there.
    let sizes: UnsafeMutablePointer<Double>
    /// The mean number of different terms.
    var pivot = 0.0

    /// The numbers from that document on.
    func columns(from base: Int) -> Columns {
      Columns(
        termCounts: termCounts + base, maxima: maxima + base, averages: averages + base,
        sizes: sizes + base, pivot: pivot)
    }
  }

  private(set) var columns: Columns
  private let memory: UnsafeMutablePointer<Double>
  private let documentLimit: Int
  private let documentCount: Int

  /// - Parameters:
  ///   - documentLimit: above all numbers of documents.
  ///   - documentCount: documents that are not deleted; the others have no numbers.
  init(documentLimit: Int, documentCount: Int) {
    self.documentLimit = documentLimit
    self.documentCount = documentCount
    memory = .allocate(capacity: 4 * documentLimit)
    memory.initialize(repeating: 0, count: 4 * documentLimit)
    columns = Columns(
      termCounts: memory, maxima: memory + documentLimit, averages: memory + 2 * documentLimit,
      sizes: memory + 3 * documentLimit)
  }

  deinit { memory.deallocate() }

  /// Notes that a document has a term of so many bytes that often.
  @inline(__always)
  func note(document: Int, frequency: Double, termLength: Int) {
    columns.termCounts[document] += 1
    columns.maxima[document] = max(columns.maxima[document], frequency)
    // The sum, until all is noted.
    columns.averages[document] += frequency
    columns.sizes[document] += frequency * Double(termLength)
  }

  /// Works the means out, when all is noted.
  func finish() {
    var total = 0.0
    for document in 0..<documentLimit where columns.termCounts[document] > 0 {
      total += columns.termCounts[document]
      columns.averages[document] /= columns.termCounts[document]
    }
    columns.pivot = documentCount == 0 ? 0 : total / Double(documentCount)
  }
}
