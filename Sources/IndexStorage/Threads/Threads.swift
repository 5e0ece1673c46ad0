#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work on several threads at the same time.
package enum Threads {
  /// How many threads this machine runs at once, at most 64.
  package static var processorCount: Int {
    min(max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 64)
  }

  /// Calls `body` with 0, 1, … on a thread each, and gives what came of it in that order.
  package static func run<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> T) -> [T]
  {
    let slots = ThreadSlots<T>(count)
    let threads = (1..<max(count, 1)).compactMap { number in
      startThread { slots.set(number, body(number)) }
    }
    if count > 0 { slots.set(0, body(0)) }
    for thread in threads { pthread_join(thread, nil) }
    // What no thread could be had for is done now.
    return (0..<count).map { slots[$0] ?? body($0) }
  }
}

/// A place for each thread's result; each thread writes to its own alone.
private final class ThreadSlots<T>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<T?>
  private let count: Int

  init(_ count: Int) {
    self.count = count
    base = .allocate(capacity: count)
    base.initialize(repeating: nil, count: count)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  func set(_ number: Int, _ value: T) { base[number] = value }

  subscript(number: Int) -> T? { base[number] }
}

private final class ThreadBody {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}

private func startThread(_ run: @escaping () -> Void) -> pthread_t? {
  let body = Unmanaged.passRetained(ThreadBody(run))
  #if canImport(Darwin)
    var thread: pthread_t?
    let result = pthread_create(
      &thread, nil,
      { context in
        Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
  #else
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
  #endif
  guard result == 0 else {
    body.release()
    return nil
  }
  return thread
}
