#!/usr/bin/env python3
"""Whether acronyms that are mined from documents pay: searches with their other form added beside searches as they are.

    python3 Eval/ranking/acronyms.py --qsearch .build/release/qsearch [COLLECTION…]

"Support Vector Machine (SVM)" in a document gives a pair where the letters begin the words before the parenthesis. A query with "svm" gets the words, one
with the words gets "svm". COLLECTION is a folder of convert.py; the default collection's development part is always measured."""
import argparse, collections, json, pathlib, re, shutil, subprocess, tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent / "collections" / "default"
RANKING = "bm25:function=0.3,latent=0.55,feedback=1"


def mine(text):
    """Pairs of an acronym and its words."""
    pairs = set()
    for words, letters in re.findall(r"((?:[A-Za-z]+[ -]){2,8})\(([A-Z][A-Za-z]{1,5}?)s?\)", text):
        letters = letters.lower()
        last = [word for word in re.split("[ -]", words.lower()) if word][-len(letters):]
        if [word[0] for word in last] == list(letters):
            pairs.add((letters, " ".join(last)))
    return pairs


def expanded(query, pairs):
    words = re.findall("[a-z0-9]+", query.lower())
    plain = " ".join(words)
    more = [long for short, long in sorted(pairs) if short in words and long not in plain]
    more += [short for short, long in sorted(pairs) if f" {long} " in f" {plain} " and short not in words]
    return " ".join([query, *more])


def measure(qsearch, folder, model, part):
    description = json.loads((folder / "collection.json").read_text())
    description["systems"], description["baseline"] = [{"name": "ranking", "model": model}], "ranking"
    (folder / "collection.json").write_text(json.dumps(description))
    command = [qsearch, "eval", str(folder), "-q", "--measure", "nDCG@10", "--measure", "AP"] + (["--part", part] if part else [])
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return [float(value) for value in next(line for line in lines if line.startswith("ranking")).split()[1:3]]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("collections", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    print("| collection | pairs | queries touched | nDCG@10, AP as they are | with the other form |\n|---|---|---|---|---|")
    for source in [HERE, *options.collections]:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name) / source.name
            shutil.copytree(source, folder)
            model, part = (RANKING, None)
            if source == HERE:
                model, part = ("questions", "development")
                description = json.loads((folder / "collection.json").read_text())
                banks = (HERE / description["documents"]).resolve()
                description["documents"] = str(banks)
                (folder / "collection.json").write_text(json.dumps(description))
                text = "\n".join(bank.read_text() for bank in sorted(banks.glob("*.md")))
            else:
                text = (folder / "docs.jsonl").read_text()
            pairs = mine(text)
            before = measure(options.qsearch, folder, model, part)
            touched, lines = 0, []
            for line in (folder / "queries.tsv").read_text().splitlines():
                query = line.split("\t")
                other = expanded(query[1], pairs)
                touched += other != query[1]
                lines.append("\t".join([query[0], other, *query[2:]]))
            (folder / "queries.tsv").write_text("\n".join(lines) + "\n")
            after = measure(options.qsearch, folder, model, part)
            print(f"| {source.name} | {len(pairs)} | {touched} | {before[0]:.4f}, {before[1]:.4f} | {after[0]:.4f}, {after[1]:.4f} |")


if __name__ == "__main__":
    main()
