import QuestionBanks

/// Gives ids to the entries of a bank, file by file in canonical order: equal content gets `-2`,
/// `-3` … over the whole bank, as `EntryIdentifier.assign` does it over a list.
struct EntryNumbering {
  private var bank: [UInt8] = []
  private var uses: [String: Int] = [:]

  /// Begins with a file of a bank; files of a bank come one behind the other.
  mutating func begin(bank name: String) {
    guard !bank.elementsEqual(name.utf8) else { return }
    bank = Array(name.utf8)
    uses.removeAll(keepingCapacity: true)
  }

  /// The id of the next entry with that content.
  mutating func id(of entry: Entry) -> String {
    id(
      base: EntryIdentifier.identifier(
        bank: entry.bank, text: entry.text, context: entry.context))
  }

  /// The id of the next entry whose content had that id.
  mutating func id(renewing id: String) -> String {
    self.id(base: String(id.prefix { $0 != "-" }))
  }

  private mutating func id(base: String) -> String {
    let count = uses[base, default: 0] + 1
    uses[base] = count
    return count == 1 ? base : "\(base)-\(count)"
  }
}
