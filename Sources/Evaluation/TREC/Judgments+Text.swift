extension Judgments {
  /// The judgments as lines of a TREC file, `qid 0 document grade`, queries together and in order.
  /// Blanks and control characters in names become `_`.
  public func trecText() -> [UInt8] {
    var output: [UInt8] = []
    for (place, id) in documents.ids.enumerated() {
      let query = RunFormatter.column(id)
      for entry in documents.documents(at: place) {
        let document = RunFormatter.column(documents.bytes.text(entry.column))
        output += "\(query) 0 \(document) \(entry.grade)\n".utf8
      }
    }
    return output
  }
}
