#!/usr/bin/env python3
"""Whether it pays to prefer questions that have the query's words in their very form.

    python3 Eval/ranking/forms.py --qsearch .build/release/qsearch

Takes the first hundred of `questions` for the development queries of the default collection and lowers, by a share of the best score, those whose question
has a word of the query in another form alone (the same first five letters, which is what most stems come to). Prints nDCG@10 for some shares."""
import argparse, collections, json, math, pathlib, re, subprocess, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERE = ROOT / "Eval/collections/default"
FUNCTION = set("a an the is are was what how why when which do does did in of for to and or with on it can you would by be from as at that".split())


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def ndcg(grades, order):
    gain = sum(grades.get(name, 0) / math.log2(place + 2) for place, name in enumerate(order[:10]))
    best = sum(grade / math.log2(place + 2) for place, grade in enumerate(sorted(grades.values(), reverse=True)[:10]))
    return gain / best if best else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    qsearch = parser.parse_args().qsearch
    output = lambda *command: subprocess.run([qsearch, *command, "-q"], check=True, capture_output=True, text=True).stdout.splitlines()
    texts = {entry["id"]: set(words(entry["text"])) for entry in map(json.loads, output("read", str(ROOT / "Index/banks"), "--jsonl"))}
    part = dict(line.split("\t")[:2] for line in (HERE / "split.tsv").read_text().splitlines())
    queries = {line.split("\t")[0]: line.split("\t")[1] for line in (HERE / "queries.tsv").read_text().splitlines()}
    grades, hits = collections.defaultdict(dict), collections.defaultdict(list)
    for line in (HERE / "qrels.txt").read_text().splitlines():
        query, _, name, grade = line.split()[:4]
        grades[query][name] = int(grade)
    with tempfile.TemporaryDirectory() as folder:
        output("index", "--index", folder + "/index", str(ROOT / "Index/banks"))
        for line in output("run", "--index", folder + "/index", "--queries", str(HERE / "queries.tsv"), "--output", "-", "--depth", "100"):
            query, _, name, _, score, _ = line.split()
            hits[query].append((float(score), name))
    print("| share of the best score | nDCG@10 |\n|---|---|")
    for share in (0, 0.02, 0.05, 0.1, 0.2, 0.3):
        values = []
        for query in (query for query in queries if part[query] == "development"):
            asked = [word for word in words(queries[query]) if word not in FUNCTION]
            ranked = []
            for place, (score, name) in enumerate(hits[query]):
                others = {word[:5] for word in texts[name]}
                inexact = sum(word not in texts[name] and word[:5] in others for word in asked)
                ranked.append((-(score - share * hits[query][0][0] * inexact / max(len(asked), 1)), place, name))
            values.append(ndcg(grades[query], [name for _, _, name in sorted(ranked)]))
        print(f"| {share} | {sum(values) / len(values):.4f} |")


if __name__ == "__main__":
    main()
