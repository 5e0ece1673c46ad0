#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Program {
  /// Tells builds of this program apart, by the size and time of its file where the system names
  /// it.
  static var buildStamp: String {
    var status = stat()
    #if canImport(Darwin)
      let path = CommandLine.arguments.first ?? ""
    #else
      let path = "/proc/self/exe"
    #endif
    guard stat(path, &status) == 0 else { return version }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(version) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }
}
