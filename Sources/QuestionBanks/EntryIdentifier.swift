/// Gives entries their ids: short names made of the bank and the content alone.
///
/// An id is ten lower-case characters of Crockford's base 32: the upper 50 bits of the 64-bit
/// FNV-1a hash (Fowler, Noll, Vo; offset basis 14695981039346656037, prime 1099511628211) of the
/// UTF-8 bytes of bank, text and context, each normalized by version 1 below and followed by a zero
/// byte. FNV's last bits mix well and its first bits less so; the hash is therefore finished by the
/// 64-bit mixer of SplitMix64 (Steele, Lea, Flood 2014).
///
/// Version 1 of the normalization is frozen, for ids are the keys of recorded decisions: every
/// sequence of bytes up to U+0020 becomes one space, spaces at the ends go, and A–Z become a–z.
/// It knows no Unicode tables, so that no library update can change an id. Options and code are
/// part of the text. The bank's name is taken as it is.
public enum EntryIdentifier {
  /// The version of the normalization.
  public static let version = 1

  /// Gives each entry its id, in the order given: equal content within a bank gets `-2`, `-3` ….
  ///
  /// Call it over all entries of a bank in canonical order (bank, file, line). Linear time.
  public static func assign(_ entries: inout [Entry]) {
    var uses = UseCounts(capacity: entries.count)
    var banks: [String: UInt32] = [:]
    var bank = (name: "", number: UInt32.max)
    var hasher = ContentHasher()
    var start = 0
    while start < entries.count {
      let end = min(start + ContentHasher.batchCount, entries.count)
      let hashes = hasher.hashes(entries[start..<end])
      for index in start..<end {
        if bank.number == .max || entries[index].bank != bank.name {
          bank.name = entries[index].bank
          bank.number = banks[bank.name] ?? UInt32(truncatingIfNeeded: banks.count)
          banks[bank.name] = bank.number
        }
        let hash = finished(hashes[index - start])
        // The bank is part of the key: the same hash in two banks would be chance, not repetition.
        let count = uses.add(bank: bank.number, digits: hash >> 14)
        entries[index].id = count == 1 ? base32(hash) : "\(base32(hash))-\(count)"
      }
      start = end
    }
  }

  /// The id of a content, without a suffix for repetition.
  public static func identifier(bank: String, text: String, context: String?) -> String {
    var hasher = ContentHasher()
    return base32(finished(hasher.hash(bank: bank, text: text, context: context)))
  }

  private static func finished(_ hash: UInt64) -> UInt64 {
    var value = hash
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static func base32(_ hash: UInt64) -> String {
    String(unsafeUninitializedCapacity: 10) { text in
      for place in 0..<10 {
        text[place] = digits[Int((hash >> UInt64(59 - 5 * place)) & 31)]
      }
      return 10
    }
  }
}
