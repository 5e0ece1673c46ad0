/// One walk through a folder: what was found and what was passed over.
struct FolderSearch {
  let root: String
  let bank: String?
  var files: [BankFile] = []
  var notes: [BankNote] = []
  /// Folders by device and number: a link back to one of them would go round for ever, and a second
  /// way to one would read its files twice.
  private var visited: Set<[UInt64]> = []

  init(root: String, bank: String?) {
    self.root = root
    self.bank = bank
  }

  /// Collects the files of a folder; `component` is the first component below the root, if any.
  mutating func visit(
    _ folder: String, component: String?, status: FileSystem.Status, depth: Int
  ) {
    guard visited.insert([status.device, status.inode]).inserted else {
      note(folder, "a link to a folder that is read already (a loop); skipped")
      return
    }
    guard depth < BankFinder.depthLimit else {
      note(folder, "more than \(BankFinder.depthLimit) folders deep; skipped")
      return
    }
    switch FileSystem.names(in: folder) {
    case .failure(let error):
      note(folder, "the folder cannot be listed (\(error.reason)); skipped")
    case .success(let names):
      for name in names where !name.hasPrefix(".") {
        visit(name: name, in: folder, component: component, depth: depth)
      }
    }
  }

  private mutating func visit(name: String, in folder: String, component: String?, depth: Int) {
    let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
    if name.unicodeScalars.contains("\u{FFFD}"), case .failure = FileSystem.status(path) {
      note(path, "the file's name is not UTF-8; rename it; skipped")
      return
    }
    switch FileSystem.status(path) {
    case .failure(let error) where error.isLoop:
      note(path, "a link that leads back to itself (a loop); skipped")
    case .failure(let error) where error.isMissing:
      note(path, "a link to nothing; skipped")
    case .failure(let error):
      note(path, "cannot be read (\(error.reason)); skipped")
    case .success(let status):
      switch status.kind {
      case .folder:
        visit(path, component: component ?? name, status: status, depth: depth + 1)
      case .file where BankFinder.hasKnownSuffix(name):
        let bankName = bank ?? component ?? bankName(ofFileInRoot: name)
        files.append(
          BankFile(path: path, displayPath: BankFinder.display(path), bank: bankName))
      case .other where BankFinder.hasKnownSuffix(name):
        note(path, "no regular file; skipped")
      default:
        break
      }
    }
  }

  private func bankName(ofFileInRoot name: String) -> String {
    let stem = BankFinder.stem(name)
    return BankFinder.isIndexName(stem) ? BankFinder.nameOfFolder(root) ?? stem : stem
  }

  private mutating func note(_ path: String, _ message: String) {
    notes.append(BankNote(file: BankFinder.display(path), message: message))
  }
}
