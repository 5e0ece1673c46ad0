#!/usr/bin/env python3
"""Writes Sources/NearDuplicates/Lexicon/LexiconText.generated.swift from Scripts/lexicon/*.txt.

usage: generate_lexicon.py [OUTPUT]

The word lists go into the library as they stand, without comments and blank lines: a library has no
files beside it. `LexiconTests` holds the two together.
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
NAMES = ["aspects", "fields", "general", "opposites", "synonyms"]


def lines(name):
    text = (HERE / "lexicon" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def main():
    root = HERE.parent
    default = root / "Sources/NearDuplicates/Lexicon/LexiconText.generated.swift"
    output = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    parts = [
        "// Made by Scripts/generate_lexicon.py from Scripts/lexicon. Change those.\n",
        "/// The word lists by which questions are compared.\nenum LexiconText {\n",
    ]
    for name in NAMES:
        body = "".join(f"    {line}\n" for line in lines(name))
        parts.append(f'  static let {name}: StaticString = """\n{body}    """\n')
    parts.append("}\n")
    output.write_text("".join(parts), encoding="utf-8")


main()
