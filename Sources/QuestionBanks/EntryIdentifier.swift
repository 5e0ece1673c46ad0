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
    var uses: [Use: Int] = [:]
    uses.reserveCapacity(entries.count)
    var banks: [String: Int] = [:]
    var bank = (name: "", number: -1)
    for index in entries.indices {
      if bank.number < 0 || entries[index].bank != bank.name {
        bank.name = entries[index].bank
        bank.number = banks[bank.name] ?? banks.count
        banks[bank.name] = bank.number
      }
      let hash = hash(
        bank: bank.name, text: entries[index].text, context: entries[index].context)
      let base = base32(hash)
      // The bank is part of the key: the same hash in two banks would be chance, not repetition.
      let count = uses[Use(bank: bank.number, digits: hash >> 14), default: 0] + 1
      uses[Use(bank: bank.number, digits: hash >> 14)] = count
      entries[index].id = count == 1 ? base : "\(base)-\(count)"
    }
  }

  /// An id as numbers: the bank's, and the 50 bits that the id shows.
  private struct Use: Hashable {
    var bank: Int
    var digits: UInt64
  }

  /// The id of a content, without a suffix for repetition.
  public static func identifier(bank: String, text: String, context: String?) -> String {
    base32(hash(bank: bank, text: text, context: context))
  }

  private static func hash(bank: String, text: String, context: String?) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in bank.utf8 { mix(byte, into: &hash) }
    mix(0, into: &hash)
    mixNormalized(text, into: &hash)
    mix(0, into: &hash)
    mixNormalized(context ?? "", into: &hash)
    mix(0, into: &hash)
    return finished(hash)
  }

  private static func mix(_ byte: UInt8, into hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
  }

  private static func mixNormalized(_ text: String, into hash: inout UInt64) {
    var text = text
    text.withUTF8 { mixNormalized($0, into: &hash) }
  }

  private static func mixNormalized(
    _ text: UnsafeBufferPointer<UInt8>, into hash: inout UInt64
  ) {
    var pendingSpace = false
    var hasText = false
    for byte in text {
      if byte <= 0x20 {
        pendingSpace = hasText
        continue
      }
      if pendingSpace {
        mix(0x20, into: &hash)
        pendingSpace = false
      }
      hasText = true
      mix(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte, into: &hash)
    }
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
