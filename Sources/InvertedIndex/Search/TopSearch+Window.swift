import IndexStorage

/// The loops over postings.
extension TopSearch {
  /// Takes documents of the only essential term as candidates, at least so many if there are.
  mutating func takeOnly(atLeast wanted: Int) throws(StorageError) -> Int {
    let bounds = bounds + rowLength
    let scoring = scoring
    let floor = floor
    let weight = weights[0]
    var count = 0
    while count < wanted, walks[0].document != PostingsWalk.end {
      try loadFrequencies(0)
      let walk = walks[0]
      if let lengths = scoring.byteLengths, let table = scoring.table?.values {
        for place in walk.index..<walk.count {
          let document = walk.documents[place]
          let length = Int(lengths[Int(document)])
          let frequency = walk.isOnes ? 1 : walk.frequencies[place]
          let factor =
            frequency <= PartTable.frequencyLimit
            ? table[Int(frequency) &* PartTable.rowLength &+ length] : scoring.factor(walk, place)
          let score = weight * factor
          candidates[count] = document
          candidateScores[count] = score
          if score + bounds[length] > floor { count &+= 1 }
        }
      } else {
        for place in walk.index..<walk.count {
          let document = walk.documents[place]
          let score = weight * scoring.factor(walk, place)
          candidates[count] = document
          candidateScores[count] = score
          if score + bounds[scoring.lengthIndex(document)] > floor { count &+= 1 }
        }
      }
      try load(0)
    }
    return count
  }

  /// Adds up the essential terms' parts of documents from `base` to below `end` and takes those as
  /// candidates that can reach the floor with the parts of the others.
  ///
  /// - Parameter addedCount: how many terms' parts are added up; those behind the essential ones
  ///   make no candidates.
  mutating func takeEssential(
    _ base: UInt32, _ end: UInt32, _ addedCount: Int
  ) throws(StorageError) -> Int {
    for index in 0..<addedCount {
      let isEssential = index < essentialCount
      if !isEssential, walks[index].document < base {
        if walks[index].lastDocument < base { try seek(index, base) }
        if walks[index].document < base { walks[index].index = walks[index].lowerBound(base) }
      }
      while walks[index].document < end {
        let isWhole = walks[index].lastDocument < end
        let upper = isWhole ? walks[index].count : walks[index].lowerBound(end)
        try loadFrequencies(index)
        accumulate(walks[index], upper, weights[index], base, isEssential)
        if isWhole {
          try load(index)
        } else {
          walks[index].index = upper
        }
      }
    }
    return gather(base, end, addedCount)
  }

  @inline(__always)
  private func accumulate(
    _ walk: PostingsWalk, _ upper: Int, _ weight: Double, _ base: UInt32, _ isEssential: Bool
  ) {
    let scores = scores
    let marks = marks
    let documents = walk.documents
    let mark: UInt64 = isEssential ? 1 : 0
    if let lengths = scoring.byteLengths, let table = scoring.table?.values {
      if walk.isOnes {
        let factors = table + PartTable.rowLength
        guard isEssential else {
          for place in walk.index..<upper {
            let document = documents[place]
            scores[Int(document &- base)] += weight * factors[Int(lengths[Int(document)])]
          }
          return
        }
        for place in walk.index..<upper {
          let document = documents[place]
          let offset = Int(document &- base)
          scores[offset] += weight * factors[Int(lengths[Int(document)])]
          marks[offset >> 6] |= mark << UInt64(offset & 63)
        }
        return
      }
      let frequencies = walk.frequencies
      for place in walk.index..<upper {
        let document = documents[place]
        let offset = Int(document &- base)
        let frequency = frequencies[place]
        let factor =
          frequency <= PartTable.frequencyLimit
          ? table[Int(frequency) &* PartTable.rowLength &+ Int(lengths[Int(document)])]
          : scoring.factor(walk, place)
        scores[offset] += weight * factor
        marks[offset >> 6] |= mark << UInt64(offset & 63)
      }
      return
    }
    for place in walk.index..<upper {
      let offset = Int(documents[place] &- base)
      scores[offset] += weight * scoring.factor(walk, place)
      marks[offset >> 6] |= mark << UInt64(offset & 63)
    }
  }

  /// Empties the window; its documents that can reach the floor become candidates.
  private func gather(_ base: UInt32, _ end: UInt32, _ addedCount: Int) -> Int {
    let bounds = bounds + addedCount * rowLength
    let scoring = scoring
    let floor = floor
    let scores = scores
    let hasRest = addedCount < termCount
    var count = 0
    let length = Int(end &- base)
    for word in 0..<length.dividedRoundingUp(by: 64) where marks[word] != 0 {
      var bits = marks[word]
      marks[word] = 0
      while bits != 0 {
        let offset = word &* 64 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        let document = base &+ UInt32(offset)
        let score = scores[offset]
        scores[offset] = 0
        let bound = hasRest ? score + bounds[scoring.lengthIndex(document)] : score
        candidates[count] = document
        candidateScores[count] = score
        if bound > floor { count &+= 1 }
      }
    }
    if addedCount > essentialCount { scores.update(repeating: 0, count: length) }
    return count
  }

  /// Adds a term's part to candidates; drops those that cannot reach the floor any more, and those
  /// that lack the term if it is required. Gives how many are left.
  mutating func look(
    up index: Int, _ number: Int, isRequired: Bool
  ) throws(StorageError) -> Int {
    let bounds = bounds + (index + 1) * rowLength
    let hasRest = index + 1 < termCount
    let scoring = scoring
    let floor = floor
    let weight = weights[index]
    let (candidates, candidateScores) = (candidates, candidateScores)
    let walk = walks + index
    let documents = walk.pointee.documents
    var place = walk.pointee.index
    var last = walk.pointee.lastDocument
    defer { walk.pointee.index = place }
    var count = 0
    for number in 0..<number {
      let document = candidates[number]
      if documents[place] < document {
        if last < document {
          try seek(index, document)
          place = walk.pointee.index
          last = walk.pointee.lastDocument
        }
        if documents[place] < document {
          place = PostingsWalk.lowerBound(document, in: documents, behind: place)
        }
      }
      var score = candidateScores[number]
      if documents[place] == document {
        if !walk.pointee.loadFrequencies() { throw lists[index].damaged }
        score += weight * factor(walk, place)
      } else if isRequired {
        continue
      }
      candidates[count] = document
      candidateScores[count] = score
      let bound = hasRest ? score + bounds[scoring.lengthIndex(document)] : score
      if bound > floor { count &+= 1 }
    }
    return count
  }

  /// The factor of the posting at a place of a walk whose frequencies are loaded.
  @inline(__always)
  func factor(_ walk: UnsafePointer<PostingsWalk>, _ place: Int) -> Double {
    if let lengths = scoring.byteLengths, let table = scoring.table?.values {
      let frequency = walk.pointee.isOnes ? 1 : walk.pointee.frequencies[place]
      if frequency <= PartTable.frequencyLimit {
        let length = Int(lengths[Int(walk.pointee.documents[place])])
        return table[Int(frequency) &* PartTable.rowLength &+ length]
      }
    }
    return scoring.factor(walk.pointee, place)
  }

  /// Decodes the documents among which `target` is if the term has it.
  @inline(never)
  mutating func seek(_ index: Int, _ target: UInt32) throws(StorageError) {
    walks[index].skipBlocks(below: target)
    repeat { try load(index) } while walks[index].lastDocument < target
  }
}
