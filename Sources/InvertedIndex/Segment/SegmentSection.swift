import IndexStorage

/// The parts of a segment file; see `Index/FORMAT.md`.
enum SegmentSection {
  static let meta: SectionName = "meta"
  static let terms: SectionName = "terms"
  static let termKeys: SectionName = "termkeys"
  static let termIndex: SectionName = "termidx"
  static let postings: SectionName = "postings"
  static let positions: SectionName = "position"
  static let lengths: SectionName = "lengths"
  static let names: SectionName = "names"
  static let nameOffsets: SectionName = "nameoffs"
  static let nameOrder: SectionName = "nameord"
  static let groups: SectionName = "groups"
  static let attributes: SectionName = "attrs"
  static let formEnds: SectionName = "formends"
  static let forms: SectionName = "forms"
  static let stored: SectionName = "stored"
  static let storedOffsets: SectionName = "storoffs"
}

/// Limits of a segment.
enum SegmentLimit {
  /// A posting names its fields by one bit each.
  static let fields = 16
  /// The longest term, in bytes: analyzers cut there too.
  static let termLength = 255
  /// The longest name of a document, group or attribute, in bytes.
  static let nameLength = 65_535
}
