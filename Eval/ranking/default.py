#!/usr/bin/env python3
"""What each step of the default ranking brings on the default collection, and how it takes slips of the pen.

    python3 Eval/ranking/default.py --qsearch .build/release/qsearch [--runs DIR of minilm.py]

Prints the tables of both parts, with all systems beside BM25 and `questions` beside embeddings, then the queries of the types
typo and spelling as they are and as `other-spellings.tsv` has them."""
import argparse, json, pathlib, shutil, subprocess, tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent / "collections" / "default"
FIELDS = "bm25f:question=3,context=2"
SYSTEMS = [("bm25", "bm25"), ("lnc.ltc", "tfidf:lnc.ltc"), ("lucene-tfidf", "tfidf:lucene"), ("bm25f", FIELDS), ("+function", FIELDS + ",function=0.3"),
           ("+latent", FIELDS + ",function=0.3,latent=0.55"), ("+feedback", FIELDS + ",function=0.3,latent=0.55,feedback=1"), ("+proximity", FIELDS + ",function=0.3,latent=0.55,feedback=1,proximity=0.1"), ("questions", "questions")]


def evaluate(binary, root, name, systems, part, queries=None, runs=()):
    folder = root / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE, folder)
    description = json.loads((HERE / "collection.json").read_text())
    description["documents"] = str((HERE / description["documents"]).resolve())
    description["systems"] = [{"name": title, "model": model} for title, model in systems]
    description["systems"] += [{"name": path.stem, "run": path.name} for path in runs]
    for path in runs:
        shutil.copy(path, folder)
    if systems[0][0] == "bm25":
        description["systems"].insert(0, {"name": "reference", "model": "bm25", "analyzer": "reference"})
    description["baseline"] = systems[0][0]
    (folder / "collection.json").write_text(json.dumps(description))
    if queries is not None:
        (folder / "queries.tsv").write_text("".join("\t".join(query) + "\n" for query in queries))
        names = {query[0] for query in queries}
        for file in ("qrels.txt", "split.tsv"):
            lines = (HERE / file).read_text().splitlines(keepends=True)
            (folder / file).write_text("".join(line for line in lines if line.split()[0] in names))
    print(f"\n== {name}, {part}", flush=True)
    subprocess.run([binary, "eval", str(folder), "--part", part, "-q"], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--runs", type=pathlib.Path)
    options = parser.parse_args()
    runs = sorted(options.runs.glob("*minilm.run")) + sorted(options.runs.glob("fused.run")) if options.runs else []
    queries = [line.split("\t") for line in (HERE / "queries.tsv").read_text().splitlines()]
    other = dict(line.split("\t") for line in (HERE / "other-spellings.tsv").read_text().splitlines())
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        for part in ("development", "test"):
            evaluate(options.qsearch, root, "steps", SYSTEMS, part, runs=runs)
            if runs:
                evaluate(options.qsearch, root, "embeddings", SYSTEMS[-1:], part, runs=runs)
            pair = [SYSTEMS[0], SYSTEMS[-1]]
            evaluate(options.qsearch, root, "as they are", pair, part, [query for query in queries if query[0] in other])
            evaluate(options.qsearch, root, "other spellings", pair, part, [[q, other[q], *rest] for q, _, *rest in queries if q in other])


if __name__ == "__main__":
    main()
