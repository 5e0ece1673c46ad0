import QuestionSearch

/// A few made-up questions.
enum SampleIndex {
  static func builder() -> QuestionIndexBuilder {
    var builder = QuestionIndexBuilder()
    builder.add(
      question: "Why do bees dance?",
      answer: "The waggle dance tells the hive where flowers are. Its angle gives the direction.",
      bank: "bees", tags: ["behavior"])
    builder.add(
      question: "What does the angle of the waggle dance mean?",
      answer: "The direction of the flowers relative to the sun.", bank: "bees")
    builder.add(question: "How is honey kept from spoiling?", bank: "bees")
    builder.add(
      question: "Explain k-means and C++ templates.", answer: "Two things at once.", bank: "odd")
    return builder
  }
}
