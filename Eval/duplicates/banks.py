#!/usr/bin/env python3
"""Figures of `qsearch dedup` over labelled banks.

usage: banks.py --qsearch .build/release/qsearch FOLDER NAME…        banks NAME-a.md, NAME-b.md, labels NAME-pairs.tsv
       banks.py --qsearch .build/release/qsearch --ids LABELS PATH…  labels by ids of the entries of PATH…

Of labelled banks every pair that is not listed as the same is another question. A pair that `dedup --all-classes` gives
as contrast or related has at most the probability 0.49; one that it does not give has 0. Of labels by ids only the
listed pairs count, those labelled `u` not.
"""
import argparse
import collections
import json
import subprocess

DUPLICATES = ("exact", "near", "same")


def run(qsearch, paths):
    """The pairs of a run: texts, ids, whether they count as duplicates, probability."""
    output = subprocess.run([qsearch, "dedup", *paths, "--all-classes", "--jsonl", "--quiet"], text=True,
                            capture_output=True).stdout
    for line in output.splitlines():
        pair = json.loads(line)
        score = pair["probability"]
        yield pair, score if pair["class"] in DUPLICATES else min(score, 0.49)


def key(a, b):
    return tuple(sorted((" ".join(a.split()), " ".join(b.split()))))


def rows(path):
    lines = open(path, encoding="utf-8").read().split("\n")
    head = lines[0].split("\t")
    return [dict(zip(head, line.split("\t"))) for line in lines[1:] if line]


def judge_banks(qsearch, folder, name):
    """(score, label, class) of every pair that is listed or found."""
    labels = {key(row["text_a"], row["text_b"]): row for row in rows(f"{folder}/{name}-pairs.tsv")}
    scores = {}
    for pair, score in run(qsearch, [f"{folder}/{name}-a.md", f"{folder}/{name}-b.md"]):
        place = key(pair["text_a"], pair["text_b"])
        scores[place] = max(scores.get(place, 0), score)
    for place, row in labels.items():
        yield scores.pop(place, 0), int(row["label"]), row["class"]
    for score in scores.values():
        yield score, 0, "other"


def judge_ids(qsearch, path, paths):
    scores = {key(pair["a"], pair["b"]): score for pair, score in run(qsearch, paths)}
    for row in rows(path):
        if row["label"] != "u":
            yield scores.get(key(row["id_a"], row["id_b"]), 0), int(row["label"]), row["class"]


def report(judged):
    judged = sorted(judged, key=lambda item: -item[0])
    count = collections.Counter(name for _, _, name in judged)
    right = [sum(label for _, label, _ in judged[:end + 1]) / (end + 1) for end in range(len(judged))]
    positives = sum(label for _, label, _ in judged)
    average = sum(p for p, (_, label, _) in zip(right, judged) if label) / positives
    print(f"{len(judged)} pairs, {positives} duplicates, average precision {average:.3f}")

    def shares(title, found):
        precision = sum(label for _, label, _ in found) / max(len(found), 1)
        per_class = collections.Counter(name for _, _, name in found)
        parts = [f"{name} {per_class[name]}/{count[name]} ({per_class[name] / count[name]:.3f})" for name in sorted(count)]
        print(f"  {title}: precision {precision:.3f}; {', '.join(parts)}")

    shares("at 0.5", [item for item in judged if item[0] >= 0.5])
    for least in (0.98, 0.9, 0.5):
        # Pairs of one score are taken together.
        ends = [end for end in range(len(judged)) if right[end] >= least and judged[end][0] > 0
                and (end + 1 == len(judged) or judged[end + 1][0] < judged[end][0])]
        shares(f"at precision {least}", judged[:ends[-1] + 1] if ends else [])
    error = 0
    for place in range(10):
        part = [(s, label) for s, label, _ in judged if (s > place / 10 or not place) and s <= (place + 1) / 10]
        error += abs(sum(label for _, label in part) - sum(s for s, _ in part)) / len(judged)
    print(f"  calibration error {error:.4f} over the pairs that are listed or shown")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--ids", metavar="LABELS")
    parser.add_argument("--scores", metavar="OUT.tsv", help="write the pairs for 'qsearch eval --pairs'")
    parser.add_argument("words", nargs="+")
    options = parser.parse_args()
    if options.ids:
        judged = list(judge_ids(options.qsearch, options.ids, options.words))
    else:
        folder, *names = options.words
        judged = [item for name in names for item in judge_banks(options.qsearch, folder, name)]
    report(judged)
    if options.scores:
        with open(options.scores, "w", encoding="utf-8") as file:
            print("id_a", "id_b", "label", "class", "score", sep="\t", file=file)
            for number, (score, label, name) in enumerate(judged):
                print(f"a{number}", f"b{number}", label, name, score, sep="\t", file=file)


main()
