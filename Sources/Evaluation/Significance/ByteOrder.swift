/// The order of ids: by their UTF-8 bytes, as `trec_eval` compares them. Swift's own order of
/// strings follows the Unicode tables of the release.
package enum ByteOrder {
  /// Whether `a` comes before `b`.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
