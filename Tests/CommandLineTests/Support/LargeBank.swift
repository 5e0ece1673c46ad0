/// A bank whose output is longer than any pipe holds.
enum LargeBank {
  /// Questions in it.
  static let count = 1000

  /// Writes it to `large.md`.
  static func write(to sandbox: Sandbox) throws {
    var text = "# Things\n\n"
    for number in 1...count {
      text += "## What is thing number \(number)?\n\nThing \(number) comes after the one before it"
      text += String(repeating: ", and so on", count: 20) + ".\n\n"
    }
    try sandbox.write(text, to: "large.md")
  }
}
