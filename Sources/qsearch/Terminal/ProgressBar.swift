#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A bar on standard error that shows how far reading has come: on a terminal only, and only once
/// it has taken half a second.
struct ProgressBar {
  private static let patience = 0.5
  private let isShown: Bool
  private let start = Clock.seconds
  private var lastDrawn = 0.0

  init(isQuiet: Bool) { isShown = !isQuiet && Terminal.showsProgress }

  /// Draws the bar anew, at most twenty times a second.
  mutating func update(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let now = Clock.seconds
    guard now - start > Self.patience, now - lastDrawn > 0.05 else { return }
    lastDrawn = now
    let filled = 30 * done / total
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: 30 - filled)
    Messages.raw("\r[\(bar)] \(done) of \(total) files")
  }

  /// Removes the bar.
  mutating func finish() {
    guard lastDrawn > 0 else { return }
    Messages.raw("\r\u{1B}[K")
    lastDrawn = 0
  }
}

/// The time since some moment, which never runs backwards.
enum Clock {
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
