import IndexStorage

/// Names of an index's files: by their content, so that the same banks give the same files, and no
/// name ever stands for another content than a reader has in mind.
extension Manifest {
  static let segmentSuffix = ".qss"
  private static let deletionsSuffix = ".qsd"
  static let signaturesSuffix = ".qsg"

  /// The name of a segment.
  static func segmentName(hash: UInt64) -> String {
    HexadecimalDigits.of(hash) + segmentSuffix
  }

  /// The name of a list of deletions: the segment's hash, its own hash.
  static func deletionsName(_ hash: UInt64, of segment: UInt64) -> String {
    HexadecimalDigits.of(segment) + "-" + HexadecimalDigits.of(hash) + deletionsSuffix
  }

  /// The name of the signatures of a segment's documents, whose content follows from the segment
  /// and so needs no hash of its own.
  static func signaturesName(of segment: UInt64) -> String {
    HexadecimalDigits.of(segment) + signaturesSuffix
  }

  /// Whether a name is one that `segmentName` makes.
  static func isSegmentName(_ name: String) -> Bool {
    name.hasSuffix(segmentSuffix) && isDigits(name.utf8.dropLast(segmentSuffix.utf8.count))
  }

  /// Whether a name is one that `signaturesName` makes.
  static func isSignaturesName(_ name: String) -> Bool {
    name.hasSuffix(signaturesSuffix) && isDigits(name.utf8.dropLast(signaturesSuffix.utf8.count))
  }

  /// Whether a name is one that `deletionsName` makes.
  static func isDeletionsName(_ name: String) -> Bool {
    guard name.hasSuffix(deletionsSuffix) else { return false }
    let stem = name.utf8.dropLast(deletionsSuffix.utf8.count)
    return stem.count == 33 && isDigits(stem.prefix(16)) && isDigits(stem.suffix(16))
      && stem.dropFirst(16).first == UInt8(ascii: "-")
  }

  /// Whether a name is that of a file which only a manifest makes part of an index.
  static func isPartName(_ name: String) -> Bool {
    isSegmentName(name) || isDeletionsName(name) || isSignaturesName(name)
  }

  private static func isDigits(_ utf8: Substring.UTF8View) -> Bool {
    utf8.count == 16
      && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
