import Foundation

/// A terminal that a test holds the other end of.
final class PseudoTerminal {
  /// The program's end.
  let slave: FileHandle
  private let master: Int32

  /// A terminal of so many columns; nil where the system gives none.
  init?(columns: UInt16) {
    var (holder, program): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&holder, &program, nil, nil, &size) == 0 else { return nil }
    master = holder
    slave = FileHandle(fileDescriptor: program, closeOnDealloc: true)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit { close(master) }

  /// What was written so far, line ends as the program wrote them.
  func text() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}
