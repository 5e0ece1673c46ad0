#!/usr/bin/env python3
"""Writes Sources/TextAnalysis/Folding.generated.swift from the Unicode character database.

usage: generate_folding.py [OUTPUT]

The database is that of the package `unicodedata2` where it is installed, else the one that comes with
Python; its version is written into the file. Three tables, all in ASCII so that the file reads the
same everywhere; an integer is three digits of base 64, most significant first, the digit being the
character code minus 48:

classes   ranges, sorted: first code point (3), class (1); a range ends where the next begins
folds     sorted: code point (3), offset in `pool` (3), number of code points (1), to which 32 is
          added where NFKC and lower case alone give the same
pool      code points (3 each)
lowers    sorted: code point (3), its simple lower-case mapping (3)
"""
import os
import sys

try:
    import unicodedata2 as ud
except ImportError:
    import unicodedata as ud

REMOVED_MARKS = [
    (0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F),
    (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7),
    (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E4),
    (0x06E7, 0x06E8), (0x06EA, 0x06ED), (0x0640, 0x0640), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),
]
BIGRAM_NAMES = ("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH", "HIRAGANA", "KATAKANA",
                "HALFWIDTH KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "IDEOGRAPHIC ITERATION",
                "IDEOGRAPHIC NUMBER ZERO", "VERTICAL IDEOGRAPHIC")
HYPHENS = {0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFE63}
APOSTROPHES = {0x2019, 0x02BC, 0x2018, 0x02B9, 0x2032}
# Letters that Unicode does not decompose and that are typed without their stroke or ligature.
EXTRA = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
    "ŋ": "n", "ŧ": "t", "ƀ": "b", "ɓ": "b", "ƈ": "c", "ɗ": "d", "ƒ": "f", "ɠ": "g", "ɨ": "i",
    "ƙ": "k", "ƚ": "l", "ɲ": "n", "ƥ": "p", "ʈ": "t", "ƭ": "t", "ʋ": "v", "ƴ": "y", "ƶ": "z",
    "ȥ": "z", "ǥ": "g", "ꭓ": "x", "ĸ": "q", "ſ": "s", "ẜ": "s", "ẝ": "s",
}


def removed(cp):
    return any(a <= cp <= b for a, b in REMOVED_MARKS)


def klass(cp):
    """s separator, l letter, u capital letter, d digit, m mark, i ignored, b bigram, h hyphen,
    a apostrophe"""
    c = chr(cp)
    cat = ud.category(c)
    if cp in HYPHENS:
        return "h"
    if cp in APOSTROPHES:
        return "a"
    if removed(cp):
        return "i"
    if cat == "Cf":
        return "i"
    if cat in ("Mn", "Mc", "Me"):
        return "m"
    if cat.startswith("L") or cat == "Nl":
        if ud.name(c, "").startswith(BIGRAM_NAMES) or cp == 0x3005:
            return "b"
        return "u" if cat in ("Lu", "Lt") else "l"
    if cat in ("Nd", "No"):
        return "d"
    return "s"


def is_word(cp):
    return klass(cp) in "ludbmi" if cp >= 0x80 else chr(cp).isalnum()


def strip(s):
    return ud.normalize("NFC", "".join(c for c in ud.normalize("NFD", s) if not removed(ord(c))))


def fold(cp):
    c = chr(cp)
    s = ud.normalize("NFKC", c).casefold()
    s = strip(ud.normalize("NFKC", s))
    s = "".join(EXTRA.get(x, x) for x in s)
    s = "".join(str(ud.decimal(x)) if ud.category(x) == "Nd" else x for x in s)
    if not s or not all(is_word(ord(x)) for x in s):
        s = strip(c.casefold())
        s = "".join(EXTRA.get(x, x) for x in s)
    if not s or not all(is_word(ord(x)) for x in s) or len(s) > 20:
        return c
    # A circled Han digit must not bring a character of which bigrams are made into a word.
    if klass(cp) != "b" and any(ord(x) >= 0x80 and klass(ord(x)) == "b" for x in s):
        return c
    return s


def digits(n):
    return chr(48 + (n >> 12)) + chr(48 + (n >> 6 & 63)) + chr(48 + (n & 63))


def literal(name, doc, text):
    out = [f"  /// {doc}", f'  static let {name}: StaticString = #"""']
    out += ["    " + text[i:i + 92] + r"\#" for i in range(0, len(text), 92)]
    # The last line must not be continued.
    out[-1] = out[-1][:-2]
    return out + ['    """#', ""]


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    default = os.path.join(here, "..", "Sources", "TextAnalysis", "Folding.generated.swift")
    output = sys.argv[1] if len(sys.argv) > 1 else default
    classes, folds, lowers, pool, seen = [], [], [], [], {}
    last = None
    for cp in range(0x80, 0x110000):
        if 0xD800 <= cp <= 0xDFFF or 0xE000 <= cp <= 0xF8FF or cp >= 0xF0000:
            k = "s"
        else:
            k = klass(cp)
        # Three digits hold 18 bits; above them are only tags, selectors and private use.
        if cp < 0x40000 and k != last:
            classes.append(digits(cp) + k)
            last = k
        if k in "ludb" and cp < 0x40000:
            f = fold(cp)
            if f != chr(cp):
                if f not in seen:
                    seen[f] = sum(len(x) for x in pool)
                    pool.append(f)
                c = chr(cp)
                is_compatible = ud.normalize("NFKC", c) != c and ud.normalize("NFKC", c).lower() == f
                folds.append(digits(cp) + digits(seen[f]) + chr(48 + len(f) + 32 * is_compatible))
            low = chr(cp).lower()
            if len(low) == 1 and low != chr(cp):
                lowers.append(digits(cp) + digits(ord(low)))
    lines = [
        "// Generated by Scripts/generate_folding.py; do not edit.",
        "",
        "// swift-format-ignore-file",
        "",
        "/// Character classes, foldings and lower-case mappings of Unicode "
        + ud.unidata_version + ".",
        "///",
        "/// The generator describes the format; `Folding` reads it.",
        "enum FoldingTables {",
        "  /// The version of the Unicode character database that the tables were made from.",
        f'  static let unicodeVersion = "{ud.unidata_version}"',
        "",
    ]
    lines += literal("classes", "Ranges of code points from U+0080 with their class.",
                     "".join(classes))
    lines += literal("folds", "What code points fold to: offset and length in `pool`.",
                     "".join(folds))
    lines += literal("pool", "The code points that folded characters consist of.",
                     "".join(digits(ord(c)) for s in pool for c in s))
    lines += literal("lowers", "Simple lower-case mappings.", "".join(lowers))
    lines[-1] = "}"
    with open(output, "w", encoding="ascii", newline="\n") as file:
        file.write("\n".join(lines) + "\n")
    print(f"Unicode {ud.unidata_version}: {len(classes)} ranges, {len(folds)} folds, "
          f"{len(lowers)} lower-case mappings")


if __name__ == "__main__":
    main()
