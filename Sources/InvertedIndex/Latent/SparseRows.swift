import CKernels

/// A sparse matrix by rows, of which each takes part in products with dense matrices of as many
/// columns as a latent space has dimensions, row behind row.
struct SparseRows {
  /// Where the values of each row begin, and where the last one's end.
  private(set) var starts: [Int] = [0]
  /// The columns of values, and the values.
  var columns: [UInt32] = []
  var values: [Float] = []

  /// How many rows there are.
  var count: Int { starts.count - 1 }

  /// Ends a row: what was added to `columns` and `values` since the last one.
  mutating func endRow() { starts.append(columns.count) }

  /// The product with a dense matrix of as many rows as this has columns. Cost: 48 products for
  /// each value.
  func times(_ dense: [Float]) -> [Float] {
    product(of: dense, rowCount: count) { product, dense, row, columns, values, count in
      ck_latent_gather(product + row * LatentSpace.dimensions, dense, columns, values, count)
    }
  }

  /// The product of this, its rows and columns exchanged, with a dense matrix of as many rows as
  /// this has.
  ///
  /// - Parameter columnCount: how many columns this has.
  func transposedTimes(_ dense: [Float], columnCount: Int) -> [Float] {
    product(of: dense, rowCount: columnCount) { product, dense, row, columns, values, count in
      ck_latent_scatter(product, dense + row * LatentSpace.dimensions, columns, values, count)
    }
  }

  /// A matrix of `rowCount` rows to which `add` has added its part for each row of this: by the
  /// number of the row, its columns, its values and how many there are.
  private func product(
    of dense: [Float], rowCount: Int,
    _ add: (
      UnsafeMutablePointer<Float>, UnsafePointer<Float>, Int, UnsafePointer<UInt32>,
      UnsafePointer<Float>, Int
    ) -> Void
  ) -> [Float] {
    var product = [Float](repeating: 0, count: rowCount * LatentSpace.dimensions)
    product.withUnsafeMutableBufferPointer { product in
      dense.withUnsafeBufferPointer { dense in
        columns.withUnsafeBufferPointer { columns in
          values.withUnsafeBufferPointer { values in
            guard let product = product.baseAddress, let dense = dense.baseAddress,
              let columns = columns.baseAddress, let values = values.baseAddress
            else { return }
            for row in 0..<count {
              let start = starts[row]
              add(product, dense, row, columns + start, values + start, starts[row + 1] - start)
            }
          }
        }
      }
    }
    return product
  }
}
