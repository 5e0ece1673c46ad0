import IndexStorage
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system's calls, of which one fails.
package final class FaultyCalls: FileCalls {
  /// How a call fails.
  package enum Fault: Sendable, Hashable {
    /// With this error; later calls succeed.
    case error(Int32)
    /// With this error, and so does every later call: as if the process had died, what it would
    /// tidy up stays.
    case death
    /// A write that takes only half of the bytes, then a disk that is full.
    case shortWrite
  }

  private struct State {
    var count = 0
    var isDead = false
    var isFull = false
    var hasWrittenHalf = false
  }

  private let place: Int
  private let fault: Fault
  private let state = Mutex(State())
  private let system = SystemCalls()

  /// Lets the call of that number fail, counted from 0.
  package init(failing place: Int, _ fault: Fault) {
    self.place = place
    self.fault = fault
  }

  /// Calls so far.
  package var count: Int { state.withLock { $0.count } }

  /// The error of this call, or nil. Closing and writing short are the callers' matter.
  private func error() -> Int32? {
    state.withLock { state in
      defer { state.count += 1 }
      if state.isDead { return EIO }
      guard state.count == place else { return nil }
      switch fault {
      case .error(let number): return number
      case .death:
        state.isDead = true
        return EIO
      case .shortWrite:
        state.isFull = true
        return nil
      }
    }
  }

  private func run<R>(_ failed: R, _ call: () -> R) -> R {
    guard let error = error() else { return call() }
    errno = error
    return failed
  }

  package func open(_ path: String, _ flags: Int32) -> Int32 {
    run(-1) { system.open(path, flags) }
  }

  package func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) -> Int {
    run(-1) {
      let (isFull, isSecond) = state.withLock { state in
        defer { if state.isFull { state.hasWrittenHalf = true } }
        return (state.isFull, state.hasWrittenHalf)
      }
      guard isFull else { return system.write(descriptor, bytes, at: offset) }
      guard bytes.count > 1, !isSecond else {
        errno = ENOSPC
        return -1
      }
      return system.write(
        descriptor, UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]), at: offset)
    }
  }

  package func sync(_ descriptor: Int32) -> Int32 { run(-1) { system.sync(descriptor) } }

  package func close(_ descriptor: Int32) -> Int32 {
    // A descriptor is let go even where closing it fails.
    let result = system.close(descriptor)
    return run(-1) { result }
  }

  package func rename(_ path: String, to target: String) -> Int32 {
    run(-1) { system.rename(path, to: target) }
  }

  package func unlink(_ path: String) -> Int32 { run(-1) { system.unlink(path) } }

  package func makeFolder(_ path: String) -> Int32 { run(-1) { system.makeFolder(path) } }

  package func map(_ descriptor: Int32, length: Int) -> UnsafeMutableRawPointer? {
    run(nil) { system.map(descriptor, length: length) }
  }
}
