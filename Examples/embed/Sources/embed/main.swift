import QuestionSearch

// Three questions of our own and one bank file, indexed in memory.
var builder = QuestionIndexBuilder()
builder.add(
  question: "How is milk frothed?", answer: "Steam draws air into it in fine bubbles.",
  bank: "coffee")
builder.add(
  question: "Why does coffee taste bitter?",
  answer: "It was extracted too long, too hot or ground too finely.", bank: "coffee")
builder.add(
  question: "What is a ristretto?", answer: "An espresso made with less water.", bank: "coffee")

// An error ends the program with its description.
try builder.addBank(at: CommandLine.arguments.dropFirst().first ?? "bank.md")
let index = try builder.index()
print("\(index.entryCount) questions")
for query in ["bitter coffee", "resting the dough"] {
  for hit in try index.search(query, options: SearchOptions(limit: 1)).hits {
    print("\(query): \(hit.entry.text) (\(hit.entry.file):\(hit.entry.line))")
  }
}
