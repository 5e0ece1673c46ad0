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
    let width = LatentSpace.dimensions
    var product = [Float](repeating: 0, count: count * width)
    product.withUnsafeMutableBufferPointer { product in
      dense.withUnsafeBufferPointer { dense in
        guard let product = product.baseAddress else { return }
        forEachRow { row, columns, values, count in
          ck_latent_gather(product + row * width, dense.baseAddress, columns, values, count)
        }
      }
    }
    return product
  }

  /// The product of this, its rows and columns exchanged, with a dense matrix of as many rows as
  /// this has.
  ///
  /// - Parameter columnCount: how many columns this has.
  func transposedTimes(_ dense: [Float], columnCount: Int) -> [Float] {
    let width = LatentSpace.dimensions
    var product = [Float](repeating: 0, count: columnCount * width)
    product.withUnsafeMutableBufferPointer { product in
      dense.withUnsafeBufferPointer { dense in
        guard let dense = dense.baseAddress else { return }
        forEachRow { row, columns, values, count in
          ck_latent_scatter(product.baseAddress, dense + row * width, columns, values, count)
        }
      }
    }
    return product
  }

  private func forEachRow(
    _ body: (Int, UnsafePointer<UInt32>, UnsafePointer<Float>, Int) -> Void
  ) {
    columns.withUnsafeBufferPointer { columns in
      values.withUnsafeBufferPointer { values in
        guard let columns = columns.baseAddress, let values = values.baseAddress else { return }
        for row in 0..<count {
          body(row, columns + starts[row], values + starts[row], starts[row + 1] - starts[row])
        }
      }
    }
  }
}
