import Foundation
import TestSupport
import Testing

/// A folder with a home, a cache and a current folder of its own, in which the program runs.
///
/// Nothing of the user's environment reaches the program but the search path of libraries.
struct Sandbox: Sendable {
  private static let patience = 60.0
  private let root: TemporaryFolder
  /// The current folder of the calls.
  let work: String
  /// What `XDG_CACHE_HOME` names.
  let cache: String

  /// An empty one.
  init() throws {
    root = try TemporaryFolder()
    work = root.path("work")
    cache = root.path("cache")
    for folder in [work, cache, root.path("home"), root.path("streams")] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
  }

  /// One with the banks of the golden tests in `banks`, indexed on demand.
  static func withBanks(isIndexed: Bool = true) throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.writeBanks(to: "banks")
    if isIndexed { try sandbox.run(["index", "banks"]).expect(0) }
    return sandbox
  }

  /// The environment that the program sees.
  var environment: [String: String] {
    var variables = [
      "PATH": "/usr/bin:/bin", "HOME": root.path("home"), "XDG_CACHE_HOME": cache,
      "LC_ALL": "C", "TZ": "UTC", "TERM": "xterm-256color",
      // A crash report takes seconds to write; the exit code says enough.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let inherited = ProcessInfo.processInfo.environment
    for name in ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"] { variables[name] = inherited[name] }
    return variables
  }

  /// Calls the program.
  ///
  /// Its streams are files, so that no amount of output blocks it, and no child of another test that
  /// inherits a pipe keeps one open.
  ///
  /// - Parameters:
  ///   - arguments: the words behind the program's name.
  ///   - folder: the current folder, below `work`.
  ///   - variables: environment variables to set; nil removes one.
  ///   - input: bytes on standard input; otherwise it is `/dev/null`.
  ///   - output: a file to open for standard output instead; what it gets is not returned.
  func run(
    _ arguments: [String], in folder: String = "", variables: [String: String?] = [:],
    input: [UInt8]? = nil, output: FileHandle? = nil
  ) throws -> CommandRun {
    guard let program = CommandRun.program else { throw CocoaError(.fileNoSuchFile) }
    return try start(
      program, arguments, in: folder, variables: variables, input: input, output: output)
  }

  /// Runs a script of the shell in which `"$Q"` is the program. It must leave no child in the
  /// background: waiting for the shell would wait for that too.
  func shell(
    _ script: String, in folder: String = "", variables: [String: String?] = [:]
  ) throws -> CommandRun {
    var variables = variables
    variables["Q"] = CommandRun.program
    return try start(
      "/bin/sh", ["-c", script], in: folder, variables: variables, input: nil, output: nil)
  }

  private func start(
    _ program: String, _ arguments: [String], in folder: String, variables: [String: String?],
    input: [UInt8]?, output: FileHandle?
  ) throws -> CommandRun {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.isEmpty ? work : path(folder))
    process.environment = environment.merging(variables.compactMapValues { $0 }) { $1 }
      .filter { name, _ in variables[name].map { $0 != nil } ?? true }
    let stream = "streams/\(UUID().uuidString)"
    let streams = try ["out", "err"].map { suffix in
      let url = URL(fileURLWithPath: try root.write("", to: "\(stream).\(suffix)"))
      return try FileHandle(forWritingTo: url)
    }
    process.standardInput = FileHandle.nullDevice
    if let input {
      let url = URL(fileURLWithPath: try root.write(input, to: "\(stream).in"))
      process.standardInput = try FileHandle(forReadingFrom: url)
    }
    process.standardOutput = output ?? streams[0]
    process.standardError = streams[1]
    try process.run()
    let watchdog = DispatchWorkItem { [pid = process.processIdentifier] in kill(pid, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience, execute: watchdog)
    process.waitUntilExit()
    watchdog.cancel()
    let status = Int(process.terminationStatus)
    return CommandRun(
      code: process.terminationReason == .exit ? status : 128 + status,
      outputBytes: try root.read("\(stream).out"), errorBytes: try root.read("\(stream).err"))
  }

  /// The path of a file below the current folder.
  func path(_ name: String) -> String { work + "/" + name }

  /// Writes a file below the current folder.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try root.write(text, to: "work/" + name)
  }

  /// Writes a file below the current folder.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try root.write(bytes, to: "work/" + name)
  }

  /// Writes the banks of the golden tests into a folder.
  func writeBanks(to name: String, from source: String = "banks") throws {
    // Not as a copy of the folder: that would ask for its owner too, who may be somebody else.
    let banks = Snapshot.folder + "/" + source
    for file in try FileManager.default.contentsOfDirectory(atPath: banks) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: banks + "/" + file))
      try write(Array(bytes), to: name + "/" + file)
    }
  }

  /// The bytes of a file below the current folder.
  func read(_ name: String) throws -> [UInt8] { try root.read("work/" + name) }

  /// Whether there is something of that name below the current folder.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Makes a folder below the current folder.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true)
  }

  /// Names of what is in a folder below the current folder, sorted.
  func names(_ name: String = "") throws -> [String] { try root.names("work/" + name) }

  /// Each file below a folder with its bytes and the time of its last change.
  func contents(_ name: String) throws -> [String: FileState] {
    var files: [String: FileState] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: path(name)) {
      let attributes = try FileManager.default.attributesOfItem(atPath: path(name + "/" + file))
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      files[file] = FileState(
        bytes: try read(name + "/" + file), changed: attributes[.modificationDate] as? Date)
    }
    return files
  }
}

/// What a file holds and when it was changed.
struct FileState: Equatable {
  let bytes: [UInt8]
  let changed: Date?
}
