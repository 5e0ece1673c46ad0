import QuestionBanks

/// What entries are replaced together: those of one file of one bank.
struct EntryGroup: Hashable, Comparable {
  /// The bank's name, a zero byte, the file: in bytewise order the canonical one of entries.
  let name: String

  /// Names the group of a bank's file.
  init(bank: String, file: String) { name = bank + "\0" + file }

  /// A group of that name.
  init(named name: String) { self.name = name }

  /// The group of an entry.
  init(of entry: Entry) { self.init(bank: entry.bank, file: entry.file) }

  /// The bank's name; nil where the name is none of ours.
  var bank: String? { parts?.bank }
  /// The file, relative to the index's base.
  var file: String? { parts?.file }

  /// As people see it.
  var description: String {
    guard let parts else { return name }
    return "\(parts.file) (bank \(parts.bank))"
  }

  private var parts: (bank: String, file: String)? {
    guard let zero = name.utf8.firstIndex(of: 0) else { return nil }
    return (String(name[..<zero]), String(name[name.utf8.index(after: zero)...]))
  }

  /// Whether two groups are of one bank.
  func hasBank(of other: EntryGroup) -> Bool {
    name.utf8.prefix { $0 != 0 }.elementsEqual(other.name.utf8.prefix { $0 != 0 })
  }

  /// By bytes: strings that only look alike are different names.
  static func == (left: EntryGroup, right: EntryGroup) -> Bool {
    left.name.utf8.elementsEqual(right.name.utf8)
  }

  static func < (left: EntryGroup, right: EntryGroup) -> Bool {
    left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var name = name
    name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
