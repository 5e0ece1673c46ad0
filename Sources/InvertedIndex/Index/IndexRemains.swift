import IndexStorage
import TextAnalysis

/// What is left of an index that cannot be used as it is: because a file of it is damaged or gone,
/// or its analyzer is another one now.
///
/// Names, groups and stored bytes of the segments that can be opened; every byte is checked when it
/// is read, as ever.
package struct IndexRemains {
  /// The documents of the segments that can be opened. It knows no terms.
  package let snapshot: Snapshot
  /// The analyzer that the manifest names.
  package let analyzerName: String
  /// Whether every segment and list of deletions could be opened: then no group is unknown.
  package var isComplete: Bool { problem == nil }
  /// Why one of them could not.
  package let problem: String?

  /// Opens what can be opened. The manifest must be whole.
  package init(in folder: IndexFolder) throws(IndexError) {
    let manifest = try ManifestFiles.manifest(in: folder)
    // Nothing is analyzed; any analyzer will do.
    let stand = Analyzer.plain
    var parts: [(reader: SegmentReader, deletions: DeletionsReader?)] = []
    var problem: String?
    for part in manifest.parts {
      do throws(IndexError) {
        let (reader, _) = try ManifestFiles.segment(
          part, of: manifest, in: folder, analyzer: stand)
        // Without its list of deletions nobody can say which documents still count.
        parts.append((reader, try ManifestFiles.deletions(part, of: reader, in: folder)))
      } catch {
        problem = problem ?? error.problem
      }
    }
    self.problem = problem
    analyzerName = manifest.analyzerName
    snapshot = Snapshot(
      try SegmentList(parts, analyzer: stand, fields: manifest.fields),
      attachment: manifest.attachment, manifestHash: manifest.contentHash)
  }

  /// The names of the groups of all segments in a folder that can be opened, where no manifest says
  /// which of them count; ascending.
  package static func groupNames(in folder: IndexFolder) -> [String] {
    var names: Set<String> = []
    for file in folder.names() where Manifest.isSegmentName(file) {
      guard let bytes = try? folder.map(file),
        let groups = try? SegmentReader(bytes, analyzer: .plain).groups()
      else { continue }
      for group in groups { names.insert(String(decoding: group.name, as: UTF8.self)) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
