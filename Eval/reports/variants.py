#!/usr/bin/env python3
"""The table of scoring variants over public collections, from `qsearch eval --jsonl`.

usage: variants.py BINARY COLLECTIONS

COLLECTIONS is what `Eval/collections/convert.py DATA COLLECTIONS` made. Prints two tables in Markdown:
mean AP and nDCG@10 (queries without relevant documents left out, as the reference figures have it).
Standard library only.
"""
import json
import os
import subprocess
import sys


def figures(binary, folder):
    command = [binary, "eval", folder, "--jsonl", "--no-relevant", "skip", "--absent", "count"]
    command += ["--measure", "nDCG@10", "--measure", "AP", "--quiet"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return [json.loads(line) for line in lines]


def main():
    binary, root = sys.argv[1:]
    names = [n for n in sorted(os.listdir(root)) if os.path.exists(os.path.join(root, n, "docs.jsonl"))]
    systems, values = [], {}
    for name in names:
        for figure in figures(binary, os.path.join(root, name)):
            if figure["query"] != "all":
                continue
            if figure["system"] not in systems:
                systems.append(figure["system"])
            values[name, figure["system"], figure["measure"]] = figure["value"]
    for measure in ("AP", "nDCG@10"):
        print("\n| %s | queries | %s |" % (measure, " | ".join(systems)))
        print("|" + "---|" * (len(systems) + 2))
        for name in names:
            row = ["%.4f" % values[name, system, measure] for system in systems]
            best = max(row)
            row = ["**%s**" % value if value == best else value for value in row]
            count = values[name, systems[0], "NumQ"]
            print("| %s | %d | %s |" % (name, count, " | ".join(row)))


main()
