enum Transcript: Convention {
  static let name = "transcript"
  static let scope = ConventionScope.file
  static func assess(_ document: Document, _ draft: Draft) -> Assessment { .nothing }
  static func read(_ document: Document, into draft: inout Draft) {}
}
