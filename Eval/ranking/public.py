#!/usr/bin/env python3
"""The table of ranking systems over public collections.

    python3 Eval/collections/convert.py S/data OUT
    python3 Eval/ranking/public.py --qsearch .build/release/qsearch OUT/scifact OUT/cranfield …

Gives each collection the same systems (the reference analysis, so that BM25 is what is published), evaluates it, and prints a
row: AP of each, and how the last one is to BM25 by a paired randomization test (p before correction, then Holm over the collections)."""
import argparse, json, pathlib, re, subprocess, tempfile, shutil

SYSTEMS = [("lnc.ltc", "tfidf:lnc.ltc"), ("lucene-tfidf", "tfidf:lucene"), ("bm25", "bm25"), ("bm25f", "bm25f"), ("+function", "bm25:function=0.3"),
           ("+latent", "bm25:function=0.3,latent=0.55"), ("+feedback", "bm25:function=0.3,latent=0.55,feedback=1")]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--measure", default="AP")
    parser.add_argument("collections", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    rows, tests = [], []
    for folder in options.collections:
        with tempfile.TemporaryDirectory() as name:
            copy = pathlib.Path(name) / folder.name
            shutil.copytree(folder, copy)
            description = json.loads((copy / "collection.json").read_text())
            description["systems"] = [{"name": title, "model": model} for title, model in SYSTEMS]
            description["baseline"] = "bm25"
            description["measures"] = [options.measure]
            (copy / "collection.json").write_text(json.dumps(description))
            lines = subprocess.run([options.qsearch, "eval", str(copy), "-q", "--correction", "none"], capture_output=True, text=True).stdout.splitlines()
        figures = {}
        for line in lines:
            words = line.split()
            if words and words[0] in dict(SYSTEMS) and words[0] not in figures:
                figures[words[0]] = words[1]
            if words and words[0] == SYSTEMS[-1][0] and len(words) > 5 and words[3] == "to":
                tests.append((folder.name, words[1], words[2], words[4], float(words[5])))
        rows.append((folder.name, [figures.get(title, "?") for title, _ in SYSTEMS]))
    print("| collection | " + " | ".join(title for title, _ in SYSTEMS) + " |")
    print("|---" * (len(SYSTEMS) + 1) + "|")
    for name, figures in rows:
        print(f"| {name} | " + " | ".join(figures) + " |")
    # Holm: the smallest p times the number of tests, and so on, never falling.
    print(f"\n| collection | {SYSTEMS[-1][0]} beside bm25 | 95 % | p | p (Holm) |\n|---|---|---|---|---|")
    previous = 0.0
    for place, (name, difference, low, high, p) in enumerate(sorted(tests, key=lambda test: test[4])):
        previous = max(previous, min(1.0, p * (len(tests) - place)))
        print(f"| {name} | {difference} | {low} to {high} | {p:.4f} | {previous:.4f} |")


if __name__ == "__main__":
    main()
