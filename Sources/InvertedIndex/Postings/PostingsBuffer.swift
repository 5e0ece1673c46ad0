/// Room for one block of decoded postings, used for block after block.
final class PostingsBuffer {
  let documentVectors: UnsafeMutablePointer<BitPacking.Vector>
  private let frequencyBase: UnsafeMutablePointer<BitPacking.Vector>
  private let fieldCount: Int
  /// How many postings there are.
  var count = 0
  /// Which tail stands decoded, as far as that is known: it is not decoded again.
  var tail: Tail?
  /// How many positions the term has before this block; `Int.max` where it is to be counted.
  var positionsBefore = 0

  /// The documents, ascending.
  let documents: UnsafeMutablePointer<UInt32>
  /// Frequencies, a column of 128 for each field.
  let frequencies: UnsafeMutablePointer<UInt32>

  private static let vectors = BitPacking.blockLength / 4

  /// The bytes of a tail without blocks before it, and how many postings they are to be.
  struct Tail: Equatable {
    let start: UnsafeRawPointer
    let byteCount: Int
    let count: Int
  }

  init(fieldCount: Int) {
    self.fieldCount = fieldCount
    documentVectors = .allocate(capacity: Self.vectors)
    documentVectors.initialize(repeating: .zero, count: Self.vectors)
    frequencyBase = .allocate(capacity: fieldCount * Self.vectors)
    frequencyBase.initialize(repeating: .zero, count: fieldCount * Self.vectors)
    documents = UnsafeMutableRawPointer(documentVectors).assumingMemoryBound(to: UInt32.self)
    frequencies = UnsafeMutableRawPointer(frequencyBase).assumingMemoryBound(to: UInt32.self)
  }

  deinit {
    documentVectors.deallocate()
    frequencyBase.deallocate()
  }

  func frequencyVectors(_ field: Int) -> UnsafeMutablePointer<BitPacking.Vector> {
    frequencyBase + field * Self.vectors
  }
}
