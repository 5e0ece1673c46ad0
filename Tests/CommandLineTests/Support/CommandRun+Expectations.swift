import Testing

extension CommandRun {
  /// Expects an exit code, and shows all output where it is another one.
  @discardableResult
  func expect(_ code: Int, sourceLocation: SourceLocation = #_sourceLocation) -> CommandRun {
    #expect(
      self.code == code, "stdout: \(output.prefix(500)) stderr: \(errors.prefix(500))",
      sourceLocation: sourceLocation)
    return self
  }

  /// Expects an error: exit code 2, nothing on standard output, one line on standard error that has
  /// each of `words`.
  @discardableResult
  func expectError(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) -> CommandRun {
    expect(2, sourceLocation: sourceLocation)
    #expect(output.isEmpty, sourceLocation: sourceLocation)
    #expect(errorLines.count == 1, "stderr: \(errors.prefix(500))", sourceLocation: sourceLocation)
    #expect(errors.hasPrefix("qsearch: "), sourceLocation: sourceLocation)
    for word in words {
      #expect(errors.contains(word), "stderr: \(errors)", sourceLocation: sourceLocation)
    }
    return self
  }

  /// Control characters and direction overrides in what was written: none should be there.
  var rawControls: Set<String> {
    var found: Set<String> = []
    for scalar in (output + errors).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: continue
      case 0..<0x20, 0x7F..<0xA0: found.insert(String(scalar.value, radix: 16))
      default: continue
      }
    }
    return found
  }

  /// Characters in what was written that turn the direction of the text after them.
  var rawOverrides: Set<String> {
    var found: Set<String> = []
    for scalar in (output + errors).unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069: found.insert(String(scalar.value, radix: 16))
      default: continue
      }
    }
    return found
  }
}
