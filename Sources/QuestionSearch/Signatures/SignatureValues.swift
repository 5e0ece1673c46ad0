import IndexStorage
import InvertedIndex
import NearDuplicates

/// The signatures of one segment: mapped from the file beside it, or computed and in memory.
final class SignatureValues: @unchecked Sendable {
  /// All values, little-endian, at any address; valid while this lives.
  let bytes: UnsafeRawBufferPointer
  /// What has the bytes of a file.
  private let file: SectionedFile?

  /// Those of a file.
  init(_ reader: SignatureReader) throws(StorageError) {
    file = reader.file
    bytes = try reader.bytes()
  }

  /// Those that `fill` puts, chunk by chunk, into memory of that many bytes.
  init(
    byteCount: Int,
    _ fill: ((UnsafeRawBufferPointer) -> Void) throws(QuestionSearchError) -> Void
  ) throws(QuestionSearchError) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: byteCount, alignment: 64)
    file = nil
    var filled = 0
    do throws(QuestionSearchError) {
      try fill { chunk in
        UnsafeMutableRawBufferPointer(rebasing: memory[filled...]).copyMemory(from: chunk)
        filled += chunk.count
      }
    } catch {
      memory.deallocate()
      throw error
    }
    bytes = UnsafeRawBufferPointer(memory)
  }

  deinit { if file == nil { bytes.deallocate() } }

  /// Whether they are mapped from a file.
  var isMapped: Bool { file != nil }
}
