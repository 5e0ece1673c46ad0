/// The values of a latent space as they are kept: little-endian, behind each other.
struct LatentBytes {
  private(set) var hashes: [UInt8]
  private(set) var steps: [UInt8]
  private(set) var terms: [UInt8]
  private(set) var documents: [UInt8]

  init(termCount: Int, documentLimit: Int) {
    hashes = [UInt8](repeating: 0, count: 8 * termCount)
    steps = [UInt8](repeating: 0, count: 4 * termCount)
    terms = [UInt8](repeating: 0, count: LatentSpace.dimensions * termCount)
    documents = [UInt8](repeating: 0, count: LatentSpace.dimensions * documentLimit)
  }

  /// A term's row; queries take it times the idf.
  mutating func setTerm(_ place: Int, hash: UInt64, idf: Float, _ row: ArraySlice<Float>) {
    let step = row.reduce(0) { max($0, abs($1)) } / 127
    let kept = (step * idf).bitPattern
    for byte in 0..<8 { hashes[8 * place + byte] = UInt8(truncatingIfNeeded: hash >> (8 * byte)) }
    for byte in 0..<4 {
      steps[4 * place + byte] = UInt8(truncatingIfNeeded: kept >> (8 * UInt32(byte)))
    }
    guard step > 0 else { return }
    for (column, value) in row.enumerated() {
      terms[place * LatentSpace.dimensions + column] = Self.byte(value / step)
    }
  }

  mutating func setDocument(_ document: Int, _ row: ArraySlice<Float>) {
    let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return }
    for (column, value) in row.enumerated() {
      documents[document * LatentSpace.dimensions + column] = Self.byte(value / length * 127)
    }
  }

  private static func byte(_ value: Float) -> UInt8 {
    UInt8(bitPattern: Int8(max(-127, min(127, value.rounded()))))
  }
}
