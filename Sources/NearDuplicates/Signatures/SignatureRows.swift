import IndexStorage

/// The signatures of texts, of all their shingles, one behind the other.
package final class SignatureRows: @unchecked Sendable {
  /// How many there are.
  package let count: Int
  /// How many values each has.
  package let width: Int
  let values: UnsafeMutablePointer<UInt32>

  /// The signatures of all texts; all ones where a text has no words.
  package init(
    _ texts: AnalyzedTexts, _ shingling: Shingling, _ minHash: MinHash, threads: Int
  ) {
    count = texts.count
    width = minHash.count
    values = LargeMemory.allocate(UInt32.self, count * width)
    values.initialize(repeating: .max, count: count * width)
    let ranges = texts.ranges(count < 64 ? 1 : threads)
    _ = Threads.run(ranges.count) { [self] number in
      fill(texts, shingling, minHash, ranges[number])
    }
  }

  deinit { LargeMemory.release(values) }

  /// All values in the order of texts.
  package var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(UnsafeBufferPointer(start: values, count: count * width))
  }

  /// The values of one text.
  package subscript(number: Int) -> MinHashSignature {
    MinHashSignature(
      values: Array(UnsafeBufferPointer(start: values + number * width, count: width)))
  }

  private func fill(
    _ texts: AnalyzedTexts, _ shingling: Shingling, _ minHash: MinHash, _ range: Range<Int>
  ) {
    var buffer = ShingleBuffer(shingling)
    var upper: [UInt32] = []
    for number in range {
      // A minimum does not change with what repeats.
      buffer.fill(texts.text(number))
      upper.removeAll(keepingCapacity: true)
      for index in 0..<buffer.count {
        upper.append(UInt32(truncatingIfNeeded: buffer.hashes[index] &>> 32))
      }
      upper.withUnsafeBufferPointer {
        if let base = $0.baseAddress, $0.count > 0 {
          minHash.lower(values + number * width, by: base, $0.count)
        }
      }
    }
  }
}
