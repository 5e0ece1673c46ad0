#!/usr/bin/env python3
"""Time and memory of merging two large made banks.

    python3 Eval/merge/large.py --qsearch .build/release/qsearch --questions 50000

Two banks of so many questions, of which one in three is in both; then two in which all are one question in two spellings. Each pair
is merged, and the outcome once more. Prints seconds and peak megabytes, and fails where the second merge changes a byte."""
import argparse, os, random, subprocess, sys, tempfile, time

PARTS = [a + b + c for a in ("bar", "fen", "gil", "hol", "kam", "lur", "mos", "nep", "rad", "sil", "tov", "wex")
         for b in ("a", "e", "i", "o", "u") for c in ("dor", "fin", "lat", "mer", "nok", "pal", "rus", "ten")]


def question(number):
    draw = random.Random(number)
    return f"What does the {draw.choice(PARTS)} {draw.choice(PARTS)} of a {draw.choice(PARTS)} {draw.choice(PARTS)} hold?"


def run(binary, folder, words):
    start = time.time()
    # /usr/bin/time is not everywhere: the child's peak is asked of the system.
    process = subprocess.Popen([binary, "merge", *words, "--output", "out.md", "--write", "-q"], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"merge {words} ends with {status}")
    with open(os.path.join(folder, "out.md"), encoding="utf-8") as file:
        kept = sum(line.startswith("### ") for line in file)
    return f"{kept} | {time.time() - start:.1f} | {usage.ru_maxrss / 1024:.0f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--questions", type=int, default=50_000)
    options = parser.parse_args()
    binary, count = os.path.abspath(options.qsearch), options.questions
    print("| banks | kept | seconds | peak MB |\n|---|---|---|---|")
    for title, first, second in (
            ("one in three is in both", question, lambda n: question(n if n % 3 == 0 else n + count)),
            ("all are one question", lambda n: "What is a heap?", lambda n: "what is a heap")):
        with tempfile.TemporaryDirectory() as folder:
            for name, make in (("a", first), ("b", second)):
                with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as file:
                    file.write(f"# Bank {name}\n\n")
                    file.writelines(f"## {make(number)}\n\nIt is known.\n\n" for number in range(count))
            print(f"| {title} | {run(binary, folder, ['a.md', 'b.md'])} |", flush=True)
            before = open(os.path.join(folder, "out.md"), "rb").read()
            print(f"| that outcome again | {run(binary, folder, ['out.md'])} |", flush=True)
            if open(os.path.join(folder, "out.md"), "rb").read() != before:
                sys.exit("merging the outcome again changes it")


if __name__ == "__main__":
    main()
