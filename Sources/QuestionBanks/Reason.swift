/// Why lines are no item, or what they are instead; people see `text`.
enum Reason: UInt8, Sendable {
  case none, prose, code, notes, contents, structure, container, boilerplate, label, leadIn, table
  case reference, frontMatter, html, list, option, emptyCell, header, image, conversation, noBank

  var text: String {
    switch self {
    case .none: ""
    case .prose: "prose"
    case .code: "code"
    case .notes: "explanatory notes in a fence"
    case .contents: "table of contents: a link to a heading"
    case .structure: "a heading that structures answers"
    case .container: "a heading over items"
    case .boilerplate: "repeated between the questions"
    case .label: "a label that gives context"
    case .leadIn: "a lead-in that gives context"
    case .table: "a table without a column of questions"
    case .reference: "a link or reference"
    case .frontMatter: "front matter"
    case .html: "HTML without a question"
    case .list: "a list without questions"
    case .option: "an option"
    case .emptyCell: "a row without a question"
    case .header: "a table's header"
    case .image: "an image or a rule"
    case .conversation: "conversation"
    case .noBank: "too little evidence of a question"
    }
  }
}
