#!/usr/bin/env python3
"""How many contradictions between answers `merge` flags, and how many of its flags are false.

    python3 Eval/merge/conflicts.py --qsearch .build/release/qsearch BANK…

Takes the pairs that merging the banks joins and whose answers are the same in other words, and plants a contradiction into
one answer of each: another number, a "not" behind the verb, another name. Each pair, as it is and with a plant, is merged
by itself. Without a plant a flag is false (real contradictions among them are for eyes: print them with --show none)."""
import argparse, json, os, random, re, subprocess, tempfile

CODE = re.compile(r"[;={}`]|://")
VERB = re.compile(r"\b(is|are|can|will|should|must|does|was)\b(?! not|n't)")
NAMES = ["Lisbon", "Quokka", "Zephyr", "Marigold", "Tungsten"]


def run(binary, *words):
    return subprocess.run([binary, *words], capture_output=True, text=True).stdout


def is_prose(answer, place):
    """Whether a place is in a line of prose and not its list number."""
    start = answer.rfind("\n", 0, place) + 1
    line = answer[start:(answer.find("\n", place) + 1 or len(answer) + 1) - 1]
    return not CODE.search(line) and not re.fullmatch(r"[\s\-*]*", answer[start:place])


def number(answer, other, rng):
    found = [m for m in re.finditer(r"(?<![\w.])\d+(?![\w.]*\w)", answer) if m.group() in re.findall(r"\d+", other)
             and is_prose(answer, m.start())]
    if not found:
        return None
    place = rng.choice(found)
    return answer[:place.start()] + str(int(place.group()) + rng.choice([3, 7, 40])) + answer[place.end():]


def negation(answer, other, rng):
    shared = [m for m in VERB.finditer(answer) if answer[max(m.start() - 12, 0):m.end() + 12] in other
              and is_prose(answer, m.start())]
    if not shared:
        return None
    place = rng.choice(shared)
    return answer[:place.end()] + " not" + answer[place.end():]


def name(answer, other, rng):
    found = [m for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", answer) if m.group() in other
             and is_prose(answer, m.start())]
    if not found:
        return None
    word = rng.choice(found).group()
    return re.sub(rf"\b{word}\b", rng.choice(NAMES), answer)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--show", help="print the false flags (none), or the plants of a kind that are missed")
    parser.add_argument("banks", nargs="+")
    options = parser.parse_args()
    entries = {}
    for line in run(options.qsearch, "read", "--jsonl", "-q", *options.banks).splitlines():
        entry = json.loads(line)
        entries[entry["id"]] = entry
    pairs = []
    for line in run(options.qsearch, "merge", "--jsonl", "-q", *options.banks).splitlines():
        row = json.loads(line)
        one, other = entries.get(row.get("entry")), entries.get(row.get("keeper"))
        if row["action"] == "join" and one and other and one["answer"] and other["answer"]:
            pairs.append((one["answer"], other["answer"]))
    rng = random.Random(10)
    cases = [("none", one, other) for one, other in pairs]
    for title, plant in (("number", number), ("negation", negation), ("name", name)):
        for one, other in pairs:
            changed = plant(one, other, rng)
            if changed:
                cases.append((title, changed, other))
    with tempfile.TemporaryDirectory() as folder:
        for place, side in ((1, "a"), (2, "b")):
            with open(os.path.join(folder, side + ".jsonl"), "w", encoding="utf-8") as file:
                for count, case in enumerate(cases):
                    word = "".join(chr(97 + int(digit)) for digit in f"{count:05d}")
                    question = f"What does the term x{word}x mean to the people of {word[::-1]}z?"
                    print(json.dumps({"question": question, "answer": case[place]}), file=file)
        flagged = set()
        for line in run(options.qsearch, "merge", "--jsonl", "-q", os.path.join(folder, "a.jsonl"),
                        os.path.join(folder, "b.jsonl")).splitlines():
            row = json.loads(line)
            if row["action"] == "conflict":
                flagged.add(frozenset((row["kept_answer"].strip(), row["other_answer"].strip())))
    print("| planted | pairs | flagged |\n|---|---|---|")
    for title in ("number", "negation", "name", "none"):
        these = [case for case in cases if case[0] == title]
        hits = [case for case in these if frozenset((case[1].strip(), case[2].strip())) in flagged]
        print(f"| {title} | {len(these)} | {len(hits)} |")
        if options.show == title:
            for _, one, other in hits if title == "none" else [case for case in these if case not in hits]:
                print(json.dumps([one[:1500], other[:1500]]))


if __name__ == "__main__":
    main()
