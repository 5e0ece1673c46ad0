enum MixedList: Convention {
  static let name = "mixed list"
  static let scope = ConventionScope.section
  static func assess(_ document: Document, _ draft: Draft) -> Assessment { .nothing }
  static func read(_ document: Document, into draft: inout Draft) {}
}
