import QuestionSearch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Command {
  /// `qsearch merge-driver`.
  static let mergeDriver = Command(
    name: "merge-driver", summary: "merge two versions of a bank for git, question by question",
    usage: ["qsearch merge-driver BASE OURS THEIRS [NAME]"],
    details: """
      For git: what both sides did to different questions is united, what they did to the same one
      is merged by lines where it can be, and left with git's markers where it cannot. The outcome
      takes the place of OURS. To use it for all Markdown:

        git config merge.qsearch.driver 'qsearch merge-driver %O %A %B %P'
        echo '*.md merge=qsearch' >> .gitattributes
      """,
    flags: [],
    exitCodes: [(0, "merged"), (1, "merged with conflicts"), (2, "an error; OURS is as it was")],
    run: { context in
      let words = context.arguments.words
      guard words.count == 3 || words.count == 4 else {
        throw UsageError(
          "write: qsearch merge-driver %O %A %B %P, as 'qsearch merge-driver --help' says")
      }
      let merged = try BankThreeWayMerge(
        ours: try BankFinder.load(words[1]), base: try BankFinder.load(words[0]),
        theirs: try BankFinder.load(words[2]), name: words.count == 4 ? words[3] : words[1],
        merge: GitMergeFile.merge)
      try UserFile.write(merged.bytes, to: words[1])
      return merged.hasConflict ? 1 : 0
    })
}

/// `git merge-file`: merges lines.
private enum GitMergeFile {
  static func merge(
    _ ours: [UInt8], _ base: [UInt8], _ theirs: [UInt8]
  ) throws -> (bytes: [UInt8], hasConflict: Bool) {
    let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((root + "/qsearch-merge-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw UsageError("\(root): no folder can be made there; set TMPDIR")
    }
    let folder = String(cString: made)
    let names = ["ours", "base", "theirs", "merged"].map { folder + "/" + $0 }
    defer {
      for name in names { unlink(name) }
      rmdir(folder)
    }
    for (name, bytes) in zip(names, [ours, base, theirs]) { try UserFile.write(bytes, to: name) }
    let status = try run(
      ["git", "merge-file", "-p", "-L", "ours", "-L", "base", "-L", "theirs"] + names.prefix(3),
      output: names[3])
    // The number of conflicts, at most 127; above, an error.
    guard (0...127).contains(status) else {
      throw UsageError("git merge-file fails (\(status)); is git installed?")
    }
    return (try BankFinder.load(names[3]), status > 0)
  }

  /// Runs a program to its end with its output in a file; gives its exit code.
  private static func run(_ words: [String], output: String) throws -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawnp(&process, words[0], &actions, nil, arguments, environ) == 0 else {
      throw UsageError("git is not found; it is needed to merge lines")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 255
  }
}
