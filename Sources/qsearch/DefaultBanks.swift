import CResources
import QuestionSearch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The default bank: the files of `Index/banks`, which travel inside the binary.
enum DefaultBanks {
  /// Opens their index.
  static func open() throws -> QuestionIndex {
    try DefaultIndex(banks: banks, stamp: stamp).open()
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

  /// Tells builds of this program apart, by the size and time of its file where the system names
  /// it.
  private static var stamp: String {
    var status = stat()
    #if canImport(Darwin)
      let path = CommandLine.arguments.first ?? ""
    #else
      let path = "/proc/self/exe"
    #endif
    guard stat(path, &status) == 0 else { return Program.version }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(Program.version) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }
}
