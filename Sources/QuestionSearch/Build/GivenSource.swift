import QuestionBanks

/// A file or folder that the caller of an update names.
struct GivenSource {
  let path: String
  let bank: String?
  let found: (files: [BankFile], notes: [BankNote])

  /// Looks below the path. That nothing is there is an error.
  init(path: String, bank: String?) throws(BankError) {
    self.path = path
    self.bank = bank
    found = try BankFinder.find(path, bank: bank)
  }

  /// Whether the path is a file, not a folder.
  var isFile: Bool { found.files.count == 1 && found.files.first?.path == path }

  /// The source that it is from now on. A file's bank is kept: by another path to it, as after a
  /// link was followed, it would have another name.
  func source(base: String?) -> IndexAttachment.Source {
    IndexAttachment.Source(
      path: base.map { FilePath.relative(path, to: $0) } ?? path,
      bank: bank ?? (isFile ? found.files.first?.bank : nil))
  }
}
