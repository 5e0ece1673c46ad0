#!/usr/bin/env python3
"""Merges real banks and checks the outcome: nothing lost, read again as written, again without a change.

usage: measure.py --qsearch BINARY ROUNDTRIP… [--pair A B]… [--sample FILE.tsv]

Each ROUNDTRIP is merged by itself into each format; the outcome is merged with itself, and with the bank, and must not
change. Each pair is merged; the table has entries in, kept, joined, united, conflicts, pairs left apart, seconds. --sample
writes joins and conflicts for reading, without the program's reasons."""
import argparse, filecmp, json, os, shutil, subprocess, tempfile, time


def run(binary, *words):
    return subprocess.run([binary, *words], capture_output=True, text=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--pair", nargs=2, action="append", default=[])
    parser.add_argument("--sample")
    parser.add_argument("banks", nargs="*")
    options = parser.parse_args()
    good = bad = entries = 0
    with tempfile.TemporaryDirectory() as folder:
        for bank in options.banks:
            for suffix in ("md", "csv", "jsonl"):
                out = os.path.join(folder, f"out.{suffix}")
                first = run(options.qsearch, "merge", bank, "--output", out, "--write", "--threshold", "1", "-q")
                if first.returncode == 2 and "no questions" in first.stderr:
                    continue
                problems = [] if first.returncode == 0 else [first.stderr.strip()[:200]]
                if not problems:
                    shutil.copy(out, out + ".old")
                    for words in ([out], [out, bank]):
                        again = run(options.qsearch, "merge", *words, "--output", out, "--write", "--threshold", "1", "-q")
                        if again.returncode or not filecmp.cmp(out, out + ".old", shallow=False):
                            problems.append(f"changed by merging {len(words)}: {again.stderr.strip()[:100]}")
                    entries += int(first.stdout.split("\n")[1].split()[1])
                    os.remove(out)
                shutil.rmtree(os.path.join(folder, ".qsearch-undo"), ignore_errors=True)
                good, bad = good + (not problems), bad + bool(problems)
                for problem in problems:
                    print(f"{bank} as {suffix}: {problem}")
        print(f"\nround trips: {good} right, {bad} wrong, {entries} questions written")
        print("\n| banks | in | kept | joined | united | conflicts | left apart | seconds |\n|---|---|---|---|---|---|---|---|")
        rows = []
        for a, b in options.pair:
            start = time.time()
            plan = run(options.qsearch, "merge", a, b, "-q")
            seconds = time.time() - start
            numbers = dict(line.rsplit(None, 1) if not line.startswith("unite") else ("unite", line.split()[1])
                           for line in plan.stdout.split("\n")[:6])
            numbers = {key.strip(): value for key, value in numbers.items()}
            names = " + ".join(os.path.basename(p.rstrip("/")) for p in (a, b))
            print(f"| {names} | {numbers['in']} | {numbers['keep']} | {numbers['join']} | {numbers['unite']} | "
                  f"{numbers['conflict']} | {numbers['left apart']} | {seconds:.1f} |")
            check = run(options.qsearch, "merge", a, b, "--account", "-q")
            if check.returncode:
                print(f"ACCOUNT: {check.stderr[:300]}")
            out = os.path.join(folder, "merged.jsonl")
            run(options.qsearch, "merge", a, b, "--output", out, "--write", "-q")
            rows += sample(options.qsearch, out, a, b)
            os.remove(out)
            shutil.rmtree(os.path.join(folder, ".qsearch-undo"), ignore_errors=True)
        if options.sample:
            with open(options.sample, "w", encoding="utf-8") as file:
                for row in rows:
                    print(*(" ".join((cell or "").split())[:600] for cell in row), sep="\t", file=file)


def sample(binary, out, a, b):
    """Each join with both wordings and answers; each conflict with both answers."""
    texts = {}
    for line in run(binary, "read", "--jsonl", "-q", a, b).stdout.splitlines():
        entry = json.loads(line)
        texts[entry["id"]] = entry
    for line in run(binary, "merge", a, b, "--jsonl", "-q").stdout.splitlines():
        row = json.loads(line)
        if row["action"] == "join" and row["class"] != "exact":
            one, other = texts.get(row["entry"]), texts.get(row["keeper"])
            if one and other:
                yield ["join", row["class"], one["text"], other["text"], one["answer"], other["answer"]]
        elif row["action"] == "conflict":
            one = texts.get(row["kept"])
            yield ["conflict", "", one["text"] if one else "", "", row["kept_answer"], row["other_answer"]]


if __name__ == "__main__":
    main()
