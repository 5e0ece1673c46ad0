import IndexStorage
import QuestionBanks

extension StoredEntry {
  /// The bytes of the bank's name.
  static func bank(_ reader: inout ByteReader) throws(StorageError) -> [UInt8] {
    guard reader.remaining > 0 else { return [] }
    try reader.skip(1)
    return Array(try reader.counted())
  }

  /// A hash of all of an entry but its place: file, lines and bytes. No strings are made.
  static func contentHash(_ reader: inout ByteReader) throws(StorageError) -> UInt64 {
    guard reader.remaining > 0 else { return 0 }
    try reader.skip(1)
    var hash = FNV1a.hash(try reader.counted())  // the bank
    _ = try reader.counted()  // the file
    for _ in 0..<4 { _ = try reader.varint() }  // lines and bytes
    hash = FNV1a.hash(try reader.take(2), seed: hash)  // kind and difficulty
    hash = FNV1a.hash(try reader.counted(), seed: hash)  // the text
    try addStrings(&reader, to: &hash)  // sections
    for _ in 0..<3 { try addOptional(&reader, to: &hash) }  // context, hint, answer
    for _ in 0..<2 { _ = try reader.varint() }  // the answer's lines
    try addStrings(&reader, to: &hash)  // tags
    try addOptional(&reader, to: &hash)  // origin
    return hash
  }

  /// The same of an entry that is to be stored.
  static func contentHash(_ entry: Entry) -> UInt64 {
    encode(entry).withUnsafeBytes { bytes in
      var reader = ByteReader(bytes, path: "", base: 0)
      // What was encoded a moment ago can be read.
      return (try? contentHash(&reader)) ?? 0
    }
  }

  private static func addStrings(
    _ reader: inout ByteReader, to hash: inout UInt64
  ) throws(StorageError) {
    let count = try reader.count(ofAtLeast: 1)
    // A step of its own for each, so that two strings are not one.
    for _ in 0..<count {
      hash = FNV1a.hash(try reader.counted(), seed: hash &+ 1)
    }
  }

  private static func addOptional(
    _ reader: inout ByteReader, to hash: inout UInt64
  ) throws(StorageError) {
    hash = hash &+ 1
    guard try reader.byte() != 0 else { return }
    hash = FNV1a.hash(try reader.counted(), seed: hash &+ 1)
  }
}
