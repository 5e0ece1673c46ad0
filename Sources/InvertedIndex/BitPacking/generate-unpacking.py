#!/usr/bin/env python3
"""Writes BitUnpacking.generated.swift, beside this script: one unrolled function for each width.

python3 Sources/InvertedIndex/BitPacking/generate-unpacking.py

A block is 128 integers as 32 vectors of four; each of the four lanes is a stream of bits of its own,
so that four integers are unpacked by the same shifts. A loop over a width that is a variable is
several times slower than these functions, whose shifts are constants.
"""
import pathlib

HEAD = """\
// Written by generate-unpacking.py; change that instead.

extension BitPacking {
  /// Unpacks the 128 integers of a block of `width` bits, 0 to 32.
  ///
  /// Reads `16 * width` bytes at `source`.
  @inline(__always)
  static func unpack(
    _ width: UInt8, _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>
  ) {
    switch width {
    case 0: target.update(repeating: Vector(), count: 32)
"""


def function(width):
    lines = [
        "",
        "  private static func unpack%d(" % width,
        "    _ source: UnsafeRawPointer, _ target: UnsafeMutablePointer<Vector>",
        "  ) {",
    ]
    if width < 32:
        lines.append("    let mask = Vector(repeating: 0x%X)" % ((1 << width) - 1))
    for index in range(width):
        lines.append(
            "    let word%d = source.loadUnaligned(fromByteOffset: %d, as: Vector.self)"
            % (index, 16 * index)
        )
    for index in range(32):
        word, shift = divmod(index * width, 32)
        value = "word%d" % word
        if shift:
            value = "(word%d &>> %d)" % (word, shift)
        if shift + width > 32:
            value = "(%s | (word%d &<< %d))" % (value, word + 1, 32 - shift)
        if width < 32 and shift + width != 32:
            value += " & mask"
        elif value.startswith("("):
            value = value[1:-1]
        lines.append("    target[%d] = %s" % (index, value))
    lines.append("  }")
    return lines


def main():
    cases = ["    case %d: unpack%d(source, target)" % (width, width) for width in range(1, 32)]
    lines = HEAD.splitlines() + cases + ["    default: unpack32(source, target)", "    }", "  }"]
    for width in range(1, 33):
        lines += function(width)
    lines.append("}")
    here = pathlib.Path(__file__).parent
    (here / "BitUnpacking.generated.swift").write_text("\n".join(lines) + "\n")


main()
