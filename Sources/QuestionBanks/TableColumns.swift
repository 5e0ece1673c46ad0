/// What the columns of a table hold, by their names and by their cells.
struct TableColumns {
  var question: Int
  /// Whether the header names it, so that single cells need no evidence.
  var isNamed: Bool
  var answer: Int?
  var difficulty: Int?
  var origin: Int?
  var hint: Int?
  var tags: [Int] = []

  private static let questionNames: Set<String> = [
    "question", "questions", "interview question", "interview questions", "prompt", "query",
    "frage", "fragen", "pregunta", "preguntas", "pergunta", "domanda", "问题", "題目", "質問",
    "вопрос", "วิธี", "q",
  ]
  private static let doubtfulNames: Set<String> = [
    "problem", "problems", "task", "exercise", "challenge", "topic", "title", "name", "item",
    "front", "text", "description", "aufgabe",
  ]
  private static let taskNames: Set<String> = [
    "problem", "problems", "task", "tasks", "exercise", "exercises", "challenge", "aufgabe",
  ]
  private static let answerNames: Set<String> = [
    "answer", "answers", "response", "responses", "solution", "solutions", "explanation",
    "model answer", "sample answer", "reply", "back", "a", "antwort", "respuesta", "réponse",
    "resposta", "答案", "回答", "ответ",
  ]
  private static let difficultyNames: Set<String> = [
    "difficulty", "level", "difficulty level", "schwierigkeit", "dificultad", "niveau",
    "difficulté",
    "nivel", "hardness", "grade", "stufe",
  ]
  private static let originNames: Set<String> = [
    "source", "sources", "origin", "reference", "references", "ref", "link", "links", "url",
    "from", "quelle", "fuente", "credit", "book",
  ]
  private static let tagNames: Set<String> = [
    "tag", "tags", "topic", "topics", "category", "categories", "area", "subject", "company",
    "companies", "section", "theme", "thema", "kategorie", "skill",
  ]
  private static let hintNames: Set<String> = ["hint", "hints", "tip", "note", "hinweis"]

  /// Reads a header's names; `nil` where no column can hold questions. `sample` has the cells of
  /// the first rows.
  init?(names: [String], sample: [[ItemText]]) {
    let lower = names.map { $0.lowercased() }
    let named = lower.firstIndex { TableColumns.isQuestionName($0) }
    let width = max(names.count, sample.map(\.count).max() ?? 0)
    guard width > 0, let column = named ?? TableColumns.likeliest(lower, sample) else { return nil }
    question = column
    isNamed = named != nil
    for (index, name) in lower.enumerated() where index != column {
      if answer == nil, TableColumns.answerNames.contains(name) || name.hasSuffix(" answer") {
        answer = index
      } else if difficulty == nil, TableColumns.difficultyNames.contains(name) {
        difficulty = index
      } else if origin == nil, TableColumns.originNames.contains(name) {
        origin = index
      } else if hint == nil, TableColumns.hintNames.contains(name) {
        hint = index
      } else if TableColumns.tagNames.contains(name) {
        tags.append(index)
      }
    }
    if difficulty == nil { difficulty = graded(sample, width) }
    if answer == nil { answer = longest(sample, width) ?? following(sample, width) }
  }

  private static func isQuestionName(_ name: String) -> Bool {
    questionNames.contains(name) || name.hasSuffix(" question") || name.hasSuffix(" questions")
  }

  /// The column in which most cells look like questions, if most do.
  private static func likeliest(_ names: [String], _ sample: [[ItemText]]) -> Int? {
    guard sample.count >= 2 else { return nil }
    let width = min(sample.map(\.count).max() ?? 0, 64)
    var best: (column: Int, share: Double)?
    for column in 0..<width {
      let cells = sample.compactMap { column < $0.count ? $0[column] : nil }
      let likely = cells.filter { $0.evidence.strength >= .medium && $0.evidence.wordCount >= 3 }
      let share = Double(likely.count) / Double(sample.count)
      let name = column < names.count ? names[column] : ""
      let isDoubtful = doubtfulNames.contains(name)
      // Descriptions of settings begin as orders do ("Print the reason"): only among marks, or
      // under the name of a task, is an order one.
      let asking = cells.lazy.filter { $0.evidence.hasQuestionMark }.count
      guard asking * 4 >= cells.count || taskNames.contains(name) else { continue }
      if share >= (isDoubtful ? 0.4 : 0.6), share > best?.share ?? 0 { best = (column, share) }
    }
    return best?.column
  }

  /// The column with the longest texts among those that hold nothing else: where no name says
  /// "answer" (a model's or a person's name stands there instead), length does.
  private func longest(_ sample: [[ItemText]], _ width: Int) -> Int? {
    let taken = Set([question, difficulty, origin, hint].compactMap { $0 } + tags)
    var best: (column: Int, average: Int)?
    for column in 0..<min(width, 64) where !taken.contains(column) {
      let total = sample.reduce(0) { $0 + (column < $1.count ? $1[column].text.count : 0) }
      let average = total / max(1, sample.count)
      if average >= 24, average > best?.average ?? 0 { best = (column, average) }
    }
    return best?.column
  }

  /// A column of nothing but levels, of at least two sorts, whatever its name.
  private func graded(_ sample: [[ItemText]], _ width: Int) -> Int? {
    let taken = Set([question, answer, origin, hint].compactMap { $0 } + tags)
    for column in 0..<min(width, 64) where !taken.contains(column) {
      var levels: Set<Difficulty> = []
      var filled = 0
      var graded = 0
      for row in sample where column < row.count {
        // Pictures and tags are taken off the text.
        let level =
          row[column].difficulty
          ?? (row[column].text.count <= 14 ? DifficultyMark.word(row[column].text) : nil)
        if level == nil, row[column].text.isEmpty { continue }
        filled += 1
        if let level {
          levels.insert(level)
          graded += 1
        }
      }
      if levels.count >= 2, graded * 10 >= filled * 9 { return column }
    }
    return nil
  }

  /// The first column behind the questions with short texts that differ: answers of a word or two.
  private func following(_ sample: [[ItemText]], _ width: Int) -> Int? {
    let taken = Set([question, difficulty, origin, hint].compactMap { $0 } + tags)
    for column in 0..<min(width, 64) where column > question && !taken.contains(column) {
      let texts = sample.compactMap { column < $0.count ? $0[column].text : nil }
        .filter { !$0.isEmpty }
      let total = texts.reduce(0) { $0 + $1.count }
      let isVaried = Set(texts).count * 10 >= texts.count * 7
      if texts.count >= 2, isVaried, total >= 6 * texts.count { return column }
    }
    return nil
  }
}
