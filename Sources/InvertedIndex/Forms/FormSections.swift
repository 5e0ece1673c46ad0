import IndexStorage
import TextAnalysis

/// Encodes how the words of documents are written, in the first field that has any; see
/// `Index/FORMAT.md`. Nothing at all where forms are not kept.
struct FormSections: ~Copyable {
  /// Whether forms are kept; each document has a list then.
  let areKept: Bool
  private(set) var forms = SectionStream()
  private(set) var ends = SectionStream()
  /// Forms of all documents so far.
  private var count = 0
  private var list: [UInt16] = []

  /// Forms of a document at the most, the first ones: what is longer is no question in which a
  /// form tells much.
  static let limit = 64

  init(areKept: Bool) { self.areKept = areKept }

  /// Takes the tokens of a document's next field; those of the first field that has any count.
  mutating func note(_ tokens: [Token], of text: UnsafeBufferPointer<UInt8>) {
    guard areKept, list.isEmpty else { return }
    for token in tokens where list.count < Self.limit {
      let form = WrittenForm(of: token, in: text).hash
      if !list.contains(form) { list.append(form) }
    }
  }

  /// Ends the document whose tokens were noted.
  mutating func endDocument() {
    guard areKept else { return }
    list.sort()
    for form in list { forms.sink.fixed(form) }
    end(list.count)
    list.removeAll(keepingCapacity: true)
  }

  /// Appends a document's list as another segment has it.
  mutating func append(_ list: UnsafeRawBufferPointer) {
    guard areKept else { return }
    forms.sink.raw(list)
    end(list.count / 2)
  }

  private mutating func end(_ added: Int) {
    count += added
    ends.sink.fixed(UInt64(count))
  }

  /// Moves what has grown large to files in a folder.
  mutating func spill(to folder: IndexFolder) throws(StorageError) {
    try forms.spillIfLarge(to: folder)
    try ends.spillIfLarge(to: folder)
  }

  /// Bytes that are held in memory.
  var byteCount: Int { forms.sink.capacity + ends.sink.capacity }

  /// Writes the sections, if there are any.
  func write<Output: SectionOutput & ~Copyable>(to output: inout Output) throws(StorageError) {
    guard areKept else { return }
    try ends.write(SegmentSection.formEnds, to: &output)
    try forms.write(SegmentSection.forms, to: &output)
  }
}
