#!/usr/bin/env python3
"""Which values of the ranking's parameters collections would choose, one parameter at a time, and what each value comes to by their size.

    python3 Eval/collections/convert.py S/data OUT
    python3 Eval/ranking/weights.py --qsearch .build/release/qsearch OUT/scifact OUT/cranfield …

AP by the reference analysis. "Held out" is the mean of what each collection has by the value that the others choose together (by the mean of AP's
ratios to the first value, so that no collection counts for more because its queries are easier)."""
import argparse, json, pathlib, shutil, subprocess, tempfile

BASE = {"title": 3, "k1": 1.2, "b": 0.75, "function": 0.3, "latent": 0.55, "feedback": 1, "proximity": 0.1, "forms": 0.1}
GRID = {"title": [3, 1, 2, 4, 6], "k1": [1.2, 0.8, 1.6, 2.0], "b": [0.75, 0.4, 0.6, 0.9], "function": [0.3, 0.1, 0.5, 1],
        "latent": [0.55, 0.35, 0.45, 0.65], "feedback": [1, 0, 0.5], "proximity": [0.1, 0, 0.05, 0.2, 0.3], "forms": [0.1, 0, 0.05, 0.2, 0.3, 0.5]}
SIZES = [("up to 2,000 documents", 0, 2_000), ("to 10,000", 2_000, 10_000), ("more", 10_000, 10**9)]


def model(parameter, value):
    own = dict(BASE, **{parameter: value})
    b = own.pop("b")
    return "bm25f:" + ",".join(f"{key}={one}" for key, one in own.items()) + f",title.b={b},text.b={b}"


def evaluate(qsearch, folder, systems):
    with tempfile.TemporaryDirectory() as name:
        copy = pathlib.Path(name) / folder.name
        shutil.copytree(folder, copy)
        description = json.loads((copy / "collection.json").read_text())
        description.update(systems=[{"name": f"s{number}", "model": text} for number, text in enumerate(systems)], baseline="s0", measures=["AP"])
        (copy / "collection.json").write_text(json.dumps(description))
        run = subprocess.run([qsearch, "eval", str(copy), "-q", "--correction", "none"], capture_output=True, text=True)
        figures = {}
        for line in run.stdout.splitlines():
            words = line.split()
            if words and words[0].startswith("s") and words[0][1:].isdigit():
                figures.setdefault(int(words[0][1:]), words[1])
        if not figures:
            raise SystemExit(f"{folder.name}: {run.stderr}")
        documents = sum(1 for _ in open(folder / description["documents"]))
        return documents, [float(figures[number]) for number in range(len(systems))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("collections", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    cells = [(parameter, value) for parameter, values in GRID.items() for value in values]
    found = [evaluate(options.qsearch, folder, [model(*cell) for cell in cells]) for folder in options.collections]
    print("| parameter | mean AP by value | as it is | held out | chosen by the others | " + " | ".join(f"best: {title}" for title, _, _ in SIZES) + " |")
    print("|---" * (5 + len(SIZES)) + "|")
    for parameter, values in GRID.items():
        places = [cells.index((parameter, value)) for value in values]
        table = [[figures[place] for place in places] for _, figures in found]

        def best(rows):
            return max(range(len(values)), key=lambda column: (sum(row[column] / row[0] for row in rows), -column)) if rows else None

        chosen = [best(table[:place] + table[place + 1:]) for place in range(len(table))]
        means = [sum(row[column] for row in table) / len(table) for column in range(len(values))]
        held = sum(row[column] for row, column in zip(table, chosen)) / len(table)
        sizes = []
        for _, low, high in SIZES:
            rows = [row for (documents, _), row in zip(found, table) if low < documents <= high]
            column = best(rows)
            if column is None:
                sizes.append("–")
                continue
            gain = sum(row[column] / row[0] for row in rows) / len(rows) - 1
            sizes.append(f"{values[column]} ({100 * gain:+.1f} %)")
        order = sorted(range(len(values)), key=lambda column: values[column])
        print(f"| {parameter} | " + ", ".join(f"{values[column]}: {means[column]:.4f}" for column in order) + f" | {values[0]}: {means[0]:.4f} | {held:.4f} | "
              + ", ".join(f"{values[column]} ({chosen.count(column)})" for column in order if column in chosen) + " | " + " | ".join(sizes) + " |", flush=True)


if __name__ == "__main__":
    main()
