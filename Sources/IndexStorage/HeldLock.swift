/// A writer's lock that lives as long as this object, for owners that are classes themselves.
package final class HeldLock {
  private let lock: WriterLock

  /// Takes the lock, or throws `StorageError.locked` at once.
  package init(_ folder: IndexFolder) throws(StorageError) { lock = try WriterLock(folder) }
}
