/// A half-open range of bytes. Files have at most 256 MiB (``BankFinder/sizeLimitInBytes``), so 32
/// bits hold an offset and a table of lines stays small.
struct LineSpan: Equatable, Sendable {
  var start: UInt32
  var end: UInt32

  init(_ start: Int, _ end: Int) {
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: end)
  }

  init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}
