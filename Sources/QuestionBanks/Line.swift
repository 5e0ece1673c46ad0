/// What a line is by its marks.
enum LineKind: UInt8, Sendable {
  case blank
  /// An ATX, setext or one-line HTML heading; `level` is 1…6.
  case heading
  /// The `===` or `---` below a setext heading.
  case underline
  case tableRow
  case tableDelimiter
  /// The first line of a list item; the content begins after its marker.
  case listItem
  /// Anything without a mark of its own.
  case text
  case fenceOpen
  case fenceBody
  case fenceClose
  /// Indented by four or more after a blank line, outside lists.
  case indentedCode
  /// Begins with `>`; the content begins after all of them, and `level` counts them.
  case quote
  case html
  case rule
  case frontMatter

  /// Whether the line lies in a fence or is one of its ends.
  var isFence: Bool { self == .fenceOpen || self == .fenceBody || self == .fenceClose }
  /// Whether the line is code and no prose.
  var isCode: Bool { isFence || self == .indentedCode }
}

/// How a list item begins.
enum ListMarker: UInt8, Sendable {
  case none
  case bullet
  /// `1.` or `1)`; `number` has the value.
  case ordered
  /// `a)`, `(iv)`, or in a list `a.`.
  case letter
  /// A bullet with an empty box, `- [ ]`.
  case unchecked
  /// A bullet with a ticked box, `- [x]`.
  case checked
}

/// One line of the text with what its marks say. 24 bytes, so that the table of a file's lines
/// stays smaller than the file.
struct Line: Sendable {
  var kind: LineKind
  var marker: ListMarker = .none
  /// Heading level, or number of quote marks.
  var level: UInt8 = 0
  /// How many list items the line lies in; a list item counts itself. At most 255.
  var depth: UInt8 = 0
  /// Columns before the first mark or text, tabs at every fourth. At most 65,535.
  var indent: UInt16 = 0
  /// The text goes on a list item's paragraph without being indented for it.
  var isLazy = false
  /// The number of an ordered list item.
  var number: UInt32 = 0
  /// The content in the bytes of the text: without marks, blanks trimmed.
  var content: LineSpan

  init(_ kind: LineKind, _ content: LineSpan) {
    self.kind = kind
    self.content = content
  }
}
