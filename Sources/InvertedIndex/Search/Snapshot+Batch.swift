import IndexStorage

extension Snapshot {
  /// The best documents for many queries, in the order of the queries: each result is the one that
  /// `search` gives without counting matches, whatever the number of threads.
  ///
  /// - Parameters:
  ///   - limit: how many hits a query at the most.
  ///   - filter: which documents may be found; nil: all.
  ///   - threads: how many work at the same time; nil: as many as the machine runs.
  /// - Throws: the error of the first query in their order that has one.
  public func search(
    _ queries: [Query], model: ScoringModel, limit: Int = 10,
    matching filter: DocumentFilter? = nil, threads: Int? = nil
  ) throws(IndexError) -> [SearchResult] {
    try concurrentMap(queries, threads: threads) { searcher, query throws(IndexError) in
      try searcher.search(query, model: model, limit: limit, matching: filter)
    }
  }

  /// What comes of each input, in their order; every thread has a searcher of its own.
  package func concurrentMap<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], threads: Int?,
    _ body: @escaping @Sendable (Searcher, Input) throws(IndexError) -> Output
  ) throws(IndexError) -> [Output] {
    let threadCount = max(min(threads ?? Threads.processorCount, inputs.count), 1)
    // Queries that follow each other go to different threads: long ones often stand together.
    let parts = Threads.run(threadCount) { thread in
      let searcher = Searcher(self)
      var results: [Result<Output, IndexError>] = []
      for number in stride(from: thread, to: inputs.count, by: threadCount) {
        do throws(IndexError) {
          results.append(.success(try body(searcher, inputs[number])))
        } catch {
          results.append(.failure(error))
          break
        }
      }
      return results
    }
    var outputs: [Output] = []
    outputs.reserveCapacity(inputs.count)
    for number in inputs.indices {
      outputs.append(try parts[number % threadCount][number / threadCount].get())
    }
    return outputs
  }
}
