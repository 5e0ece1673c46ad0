#!/usr/bin/env python3
"""How many slips of the pen are put right, and how many words that no question has are taken for others though they are none.

    python3 Eval/ranking/slips.py --qsearch .build/release/qsearch [OUT/cs_se OUT/scifact OUT/cacm]

Slips are made at random in words of the default bank: two letters exchanged, one left out, put in or changed, the first one kept.
Words of other subjects are those of the queries of collections that are given."""
import argparse, collections, pathlib, random, re, subprocess, tempfile

BANKS = pathlib.Path(__file__).resolve().parent.parent.parent / "Index/banks"
FREQUENT = "etaoinsr"


def slip(word):
    place = random.randrange(1, len(word))
    kind = random.randrange(4)
    if kind == 0 and place + 1 < len(word) and word[place] != word[place + 1]:
        return word[:place] + word[place + 1] + word[place] + word[place + 2:]
    if kind == 1:
        return word[:place] + word[place + 1:]
    if kind == 2:
        return word[:place] + random.choice(FREQUENT + word[place] * 8) + word[place:]
    return word[:place] + random.choice(FREQUENT) + word[place + 1:]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("collections", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    random.seed(options.seed)
    times = collections.Counter(word.lower() for path in sorted(BANKS.glob("*.md")) for word in re.findall(r"\b[A-Za-z][a-z]{4,}\b", path.read_text()))
    with tempfile.TemporaryDirectory() as index:
        subprocess.run([options.qsearch, "index", "--index", index, BANKS, "-q"], check=True)

        def found(word):
            """What is looked for in place of a word; the word itself where questions have it or its stem; None where there is nothing."""
            run = subprocess.run([options.qsearch, "search", "--index", index, "--limit", "1", "--", word], capture_output=True, text=True)
            if run.returncode > 1:
                raise SystemExit(run.stderr)
            match = re.search("searched for '(.*?)'", run.stderr)
            return match[1] if match else None if run.returncode else word

        print("| slips in words that stand there | put right | another word | nothing | a word of the bank itself |\n|---|---|---|---|---|")
        for title, words in [("three times and more", [word for word in times if times[word] > 2]), ("once", [word for word in times if times[word] == 1])]:
            counts = collections.Counter()
            for word in random.sample(sorted(words), options.count):
                while (wrong := slip(word)) == word:
                    pass
                other = found(wrong)
                counts["right" if other == word else "itself" if other == wrong else "other" if other else "nothing"] += 1
            print(f"| {title} | {counts['right']} | {counts['other']} | {counts['nothing']} | {counts['itself']} |", flush=True)
        foreign = {word for folder in options.collections for word in re.findall(r"\b[a-z]{5,}\b", (folder / "queries.tsv").read_text())} - set(times)
        if foreign:
            words = [(word, found(word)) for word in random.sample(sorted(foreign), options.count)]
            taken = [(word, other) for word, other in words if other and other != word]
            print(f"\nOf {options.count} words of other subjects {len(taken)} are taken for others: " + ", ".join(f"{word} for {other}" for word, other in taken))


if __name__ == "__main__":
    main()
