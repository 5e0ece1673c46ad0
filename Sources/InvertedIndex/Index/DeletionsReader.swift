import IndexStorage

/// Which documents of a segment are deleted, and what that takes from its statistics. Immutable;
/// safe to share between threads.
struct DeletionsReader: Sendable {
  let file: SectionedFile
  /// The deleted documents.
  let documents: DocumentBitmap
  /// What they take from the segment's numbers.
  let effect: DeletionsEffect
  private let terms: SectionedFile.Section

  /// Opens a file and checks that it fits the segment. Cost: a bit for each document.
  init(_ bytes: FileBytes, of segment: SegmentReader) throws(StorageError) {
    file = try SectionedFile(bytes, expecting: .deletions)
    let section = try file.section(DeletionsLayout.effect)
    var reader = try file.reader(of: section, in: 0..<section.length)
    let numbers = segment.meta
    let documentCount = try reader.number(upTo: segment.documentCount)
    let count = try reader.number(upTo: segment.documentCount)
    var effect = DeletionsEffect()
    effect.postingsCount = try reader.number(upTo: numbers.statistics.postingsCount)
    effect.termCount = try reader.number(upTo: numbers.termCount)
    let fieldCount = try reader.count(ofAtLeast: 2)
    guard documentCount == segment.documentCount, fieldCount == numbers.lengthWidths.count else {
      throw reader.damaged("the deletions are those of another segment")
    }
    for field in numbers.statistics.fields {
      let documents = try reader.number(upTo: field.documentCount)
      effect.fields.append((documents, try reader.number(upTo: field.totalLength)))
    }
    self.effect = effect
    documents = try Self.bitmap(in: file, documentCount: documentCount)
    terms = try file.section(DeletionsLayout.terms)
    guard documents.count == count, terms.length % DeletionsLayout.termLength == 0 else {
      throw reader.damaged("the number of deleted documents is wrong")
    }
  }

  private static func bitmap(
    in file: SectionedFile, documentCount: Int
  ) throws(StorageError) -> DocumentBitmap {
    let section = try file.section(DeletionsLayout.documents)
    var reader = try file.reader(of: section, in: 0..<section.length)
    var words: [UInt64] = []
    words.reserveCapacity(section.length / 8)
    while reader.remaining >= 8 { words.append(try reader.fixed()) }
    guard section.length % 8 == 0,
      let bitmap = DocumentBitmap(documentCount: documentCount, words: words)
    else {
      throw .damaged(
        path: file.path, offset: section.offset, what: "other documents than the segment has")
    }
    return bitmap
  }

  /// Terms whose document frequency falls.
  var termCount: Int { terms.length / DeletionsLayout.termLength }

  /// A term's ordinal in the segment's dictionary and by how much its document frequency falls.
  func term(at place: Int) throws(StorageError) -> (ordinal: Int, count: Int) {
    let start = place * DeletionsLayout.termLength
    let bytes = try file.bytes(of: terms, in: start..<start + DeletionsLayout.termLength)
    return (
      Int(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))),
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    )
  }

  /// How many documents that are not deleted have a term of the segment's dictionary. Cost: the
  /// logarithm of the number of terms that deleted documents have.
  func documentFrequency(of entry: TermEntry) throws(StorageError) -> Int {
    var lower = 0
    var upper = termCount
    while lower < upper {
      let middle = (lower + upper) / 2
      let found = try term(at: middle)
      if found.ordinal == entry.ordinal {
        guard found.count <= entry.documentFrequency else {
          throw .damaged(
            path: file.path, offset: terms.offset + middle * DeletionsLayout.termLength,
            what: "more documents of a term are deleted than have it")
        }
        return entry.documentFrequency - found.count
      }
      if found.ordinal < entry.ordinal { lower = middle + 1 } else { upper = middle }
    }
    return entry.documentFrequency
  }
}

extension ByteReader {
  /// A varint that is `limit` at the most.
  fileprivate mutating func number(upTo limit: Int) throws(StorageError) -> Int {
    let value = try varint()
    guard value <= UInt64(limit) else { throw damaged("\(value) is above \(limit)") }
    return Int(value)
  }
}
