#!/usr/bin/env python3
"""The table of ranking systems over public collections.

    python3 Eval/collections/convert.py S/data OUT
    python3 Eval/ranking/public.py --qsearch .build/release/qsearch OUT/scifact OUT/cranfield …

Gives each collection the same systems (the reference analysis, so that BM25 is what is published), evaluates it, and prints a
row: AP of each, and how the last one is to BM25, and to the best of the word models, by a paired randomization test (p before correction, then
Holm over the collections)."""
import argparse, json, pathlib, re, subprocess, tempfile, shutil

TITLE = "bm25f:title=3"
SYSTEMS = [("lnc.ltc", "tfidf:lnc.ltc"), ("lucene-tfidf", "tfidf:lucene"), ("bm25", "bm25"), ("bm25f", "bm25f"), ("+title", TITLE),
           ("+function", TITLE + ",function=0.3"), ("+latent", TITLE + ",function=0.3,latent=0.55"),
           ("+feedback", TITLE + ",function=0.3,latent=0.55,feedback=1"),
           ("+proximity", TITLE + ",function=0.3,latent=0.55,feedback=1,proximity=0.1"),
           ("+forms", TITLE + ",function=0.3,latent=0.55,feedback=1,proximity=0.1,forms=0.1")]


WORDS = [title for title, _ in SYSTEMS[:4]]


def evaluate(qsearch, folder, measure, baseline):
    """The figures of all systems, and how the last one is to the baseline: difference, interval, p."""
    with tempfile.TemporaryDirectory() as name:
        copy = pathlib.Path(name) / folder.name
        shutil.copytree(folder, copy)
        description = json.loads((copy / "collection.json").read_text())
        description["systems"] = [{"name": title, "model": model} for title, model in SYSTEMS]
        description["baseline"] = baseline
        description["measures"] = [measure]
        (copy / "collection.json").write_text(json.dumps(description))
        lines = subprocess.run([qsearch, "eval", str(copy), "-q", "--correction", "none"], capture_output=True, text=True).stdout.splitlines()
    figures, test = {}, None
    for line in lines:
        words = line.split()
        if words and words[0] in dict(SYSTEMS) and words[0] not in figures:
            figures[words[0]] = words[1]
        if words and words[0] == SYSTEMS[-1][0] and len(words) > 5 and words[3] == "to":
            test = (words[1], words[2], words[4], float(words[5]))
    return figures, test


def table(title, tests):
    # Holm: the smallest p times the number of tests, and so on, never falling.
    print(f"\n| collection | {SYSTEMS[-1][0]} beside {title} | 95 % | p | p (Holm) |\n|---|---|---|---|---|")
    previous = 0.0
    for place, (name, (difference, low, high, p)) in enumerate(sorted(tests, key=lambda test: test[1][3])):
        previous = max(previous, min(1.0, p * (len(tests) - place)))
        print(f"| {name} | {difference} | {low} to {high} | {p:.4f} | {previous:.4f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--measure", default="AP")
    parser.add_argument("collections", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    plain, best = [], []
    print("| collection | " + " | ".join(title for title, _ in SYSTEMS) + " |")
    print("|---" * (len(SYSTEMS) + 1) + "|")
    for folder in options.collections:
        figures, test = evaluate(options.qsearch, folder, options.measure, "bm25")
        print(f"| {folder.name} | " + " | ".join(figures.get(title, "?") for title, _ in SYSTEMS) + " |", flush=True)
        plain.append((folder.name, test))
        strongest = max(WORDS, key=lambda title: float(figures[title]))
        if strongest != "bm25":
            test = evaluate(options.qsearch, folder, options.measure, strongest)[1]
        best.append((f"{folder.name} ({strongest})", test))
    table("bm25", plain)
    table("the best word model", best)


if __name__ == "__main__":
    main()
