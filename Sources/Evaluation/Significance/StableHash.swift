/// A hash of an id that is the same on every machine and in every release: FNV-1a of its bytes
/// (Fowler, Noll and Vo), mixed with the seed by SplitMix64's finalizer.
package enum StableHash {
  /// The hash of `id` under `seed`.
  package static func hash(_ id: String, seed: UInt64) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return SplitMix64.mixed(value ^ SplitMix64.mixed(seed &+ 0x9E37_79B9_7F4A_7C15))
  }

  /// `elements` in the order of the hashes of their keys, equal hashes by the keys' bytes.
  package static func shuffled<Element>(
    _ elements: [Element], seed: UInt64, key: (Element) -> String
  ) -> [Element] {
    let keyed = elements.map { element in
      let id = key(element)
      return (hash: hash(id, seed: seed), id: id, element: element)
    }
    return keyed.sorted {
      $0.hash == $1.hash ? ByteOrder.precedes($0.id, $1.id) : $0.hash < $1.hash
    }.map(\.element)
  }
}
