import CResources
import QuestionSearch

/// The default bank: the files of `Index/banks`, which travel inside the binary.
enum DefaultBanks {
  /// Opens their index.
  static func open() throws -> QuestionIndex {
    try DefaultIndex(banks: banks, stamp: Program.buildStamp).open()
  }

  private static var banks: [DefaultIndex.Bank] {
    (0..<qs_bank_count()).map { number in
      let bank = qs_bank(number)
      let name = String(cString: bank.name)
      return DefaultIndex.Bank(
        file: "Index/banks/\(name).md", name: name,
        bytes: UnsafeRawBufferPointer(start: bank.bytes, count: bank.length))
    }
  }
}
