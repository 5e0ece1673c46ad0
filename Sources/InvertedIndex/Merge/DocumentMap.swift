/// The new numbers of a segment's documents in a segment that it is merged into.
///
/// Numbers ascend with the old ones.
struct DocumentMap {
  /// A range of old numbers whose documents all stay: their new numbers follow each other, too.
  private struct Run {
    let start: Int
    let new: UInt32
  }

  /// Stands for a document that is left out.
  static let none = UInt32.max

  /// Ascending; documents from one's start to the next one's all have its shift, or none is there.
  private var runs: [Run] = []
  /// The run in which the last document was.
  private var place = 0

  /// Adds documents from `start` on; `new` is the first one's number, or `none`. Starts ascend.
  mutating func append(from start: Int, new: UInt32) {
    if let last = runs.last {
      // Runs that continue each other are one.
      if new == Self.none && last.new == Self.none { return }
      if new != Self.none, last.new != Self.none, Int(new) - start == Int(last.new) - last.start {
        return
      }
    }
    runs.append(Run(start: start, new: new))
  }

  /// Goes back to the first documents.
  mutating func rewind() { place = 0 }

  /// The new number of a document, or `none`. It is none before those that were asked for since
  /// `rewind`.
  @inline(__always)
  mutating func newNumber(of document: UInt32) -> UInt32 {
    while place + 1 < runs.count, runs[place + 1].start <= Int(document) {
      advance(to: Int(document))
    }
    guard place < runs.count else { return Self.none }
    let run = runs[place]
    return run.new == Self.none ? Self.none : run.new &+ UInt32(Int(document) - run.start)
  }

  /// Rare terms step over many runs: doubling steps, then halving ones.
  private mutating func advance(to document: Int) {
    var step = 1
    while place + step < runs.count, runs[place + step].start <= document {
      place += step
      step *= 2
    }
    while step > 1 {
      step /= 2
      if place + step < runs.count, runs[place + step].start <= document { place += step }
    }
  }
}
