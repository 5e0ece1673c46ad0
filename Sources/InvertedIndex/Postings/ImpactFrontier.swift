import IndexStorage

/// The pairs of a frequency and a length that can score highest in a field, over some documents.
///
/// A pair stands for those with a lower frequency and a greater length: any score that rises with
/// the frequency and falls with the length is highest at one of the frontier (Grand, Muir, Ferenczi
/// and Lin 2020, "From MaxScore to Block-Max WAND: the story of how Lucene significantly improved
/// query evaluation performance"). So a bound follows for any parameters.
struct ImpactFrontier: Hashable {
  /// A frequency in the field and the field's length.
  struct Pair: Hashable {
    var frequency: UInt32
    var length: UInt32
  }

  /// More pairs are rounded up: a bound that is a little too high costs less than to read them.
  static let limit = 8

  /// Frequencies and lengths both ascend.
  private(set) var pairs: [Pair] = []

  /// Takes a pair in. The frequency is above zero.
  @inline(__always)
  mutating func insert(frequency: UInt32, length: UInt32) {
    for pair in pairs where pair.frequency >= frequency && pair.length <= length { return }
    place(Pair(frequency: frequency, length: length))
  }

  /// Takes the pairs of another frontier in.
  mutating func formUnion(_ other: ImpactFrontier) {
    for pair in other.pairs { insert(frequency: pair.frequency, length: pair.length) }
  }

  mutating func removeAll() { pairs.removeAll(keepingCapacity: true) }

  private mutating func place(_ new: Pair) {
    pairs.removeAll { $0.frequency <= new.frequency && $0.length >= new.length }
    let index = pairs.firstIndex { $0.frequency > new.frequency } ?? pairs.count
    pairs.insert(new, at: index)
    guard pairs.count > Self.limit else { return }
    // The pair that takes its predecessor's length in makes the bound least too high.
    var best = 1
    for index in 2..<pairs.count
    where pairs[index].length - pairs[index - 1].length
      < pairs[best].length - pairs[best - 1].length
    {
      best = index
    }
    pairs[best].length = pairs[best - 1].length
    pairs.remove(at: best - 1)
  }

  /// The number of pairs, then each as the difference to the one before.
  func write(to output: inout ByteSink) {
    output.byte(UInt8(pairs.count))
    var previous = Pair(frequency: 0, length: 0)
    for pair in pairs {
      output.varint(UInt64(pair.frequency - previous.frequency))
      output.varint(UInt64(pair.length - previous.length))
      previous = pair
    }
  }
}

extension ImpactFrontier {
  /// Reads what `write` wrote.
  init(_ reader: inout ByteReader) throws(StorageError) {
    let count = try Self.count(&reader)
    var last = Pair(frequency: 0, length: 0)
    for _ in 0..<count {
      last.frequency &+= try reader.varint32()
      last.length &+= try reader.varint32()
      pairs.append(last)
    }
  }

  /// Steps over what `write` wrote.
  static func skip(_ reader: inout ByteReader) throws(StorageError) {
    for _ in 0..<2 * (try count(&reader)) { _ = try reader.varint() }
  }

  private static func count(_ reader: inout ByteReader) throws(StorageError) -> Int {
    let count = Int(try reader.byte())
    guard count <= limit else { throw reader.damaged("a frontier of \(count) pairs cannot be") }
    return count
  }
}
