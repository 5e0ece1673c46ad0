#!/usr/bin/env python3
"""Fits the model of duplicate pairs and writes Sources/NearDuplicates/Pairs/PairModel.generated.swift.

usage: fit.py --bench .build/release/qsearch-bench --data ../shared/data [--check] [--work DIR] [--write]
              [--other-half FILE]

Needs numpy and scipy. Evidence comes from `qsearch-bench evidence`; sets and their weights are below. Logistic
regression with a ridge penalty, where evidence for sameness may have no negative weight and evidence against it no
positive one. Banks are candidates as a search finds them, with few duplicates; pairs that people wrote down are half
duplicates: a column says which, so that the model's own bias is that of banks. Rules that keep questions apart and
texts that are the same after normalization are not fitted on; their probabilities are their shares, one added.

--check prints what cross-validation gives: each bank judged by a model of the other banks and all pairs.
"""
import argparse
import gzip
import hashlib
import json
import pathlib
import subprocess

import numpy as np
from scipy.optimize import minimize

ROOT = pathlib.Path(__file__).resolve().parents[2]
SETS = ROOT / "Eval/collections"
OUTPUT = ROOT / "Sources/NearDuplicates/Pairs/PairModel.generated.swift"
BANKS = ["ml", "web", "science"]
PAIRS = "pairs"
FAQ = "stackfaq"
SHARED = "shared"
QUORA = "quora"
# A bank counts with its answers and without, so that a bank without any is judged as well.
WEIGHTS = {PAIRS: 0.5, FAQ: 0.1, SHARED: 0.3, QUORA: 0.003, "with answers": 0.6, "without": 0.4}
RIDGE = 1.0
LARGEST_LEAD = 4.0
STANDING = ["standingLeast", "standingMost"]
FOR = set("""overlap leastCoverage mostCoverage sharedTopic
sameWords scopeAdded acronym answerCosine documentCosine answerCoverage aspectOverlap comparison""".split()) | set(STANDING)
FREE = {"synonymShare", "answers", "oneAnswer", "isPairs"}
OF_ANSWERS = ["answers", "oneAnswer", "answerCosine", "answerCoverage"]


class Pairs:
    """Evidence of labelled pairs, as the bench prints it."""

    def __init__(self, text):
        rows = [line.split("\t") for line in text.splitlines()]
        head, rows = rows[0], rows[1:]
        start = head.index("apart") + 1
        self.names = head[start:]
        self.values = np.array([[float(v) for v in row[start:]] for row in rows])
        # What nobody labelled is a rival of what somebody did.
        known = np.array([row[0] != "u" for row in rows])
        self.labels = np.array([float(row[0] != "u" and float(row[0]) > 0) for row in rows])
        self.classes = np.array([row[1] for row in rows])
        self.texts = [(row[3], row[4]) for row in rows]
        self.exact = np.array([row[start - 2] == "1" for row in rows])
        self.apart = np.array([row[start - 1] == "1" for row in rows])
        self.known = known
        self.is_fitted = known & ~self.exact & ~self.apart
        self.mask = known

    def without_answers(self):
        other = Pairs.__new__(Pairs)
        other.__dict__.update(self.__dict__)
        other.values = self.values.copy()
        for name in OF_ANSWERS:
            other.values[:, self.names.index(name)] = 0
        return other


def evidence(bench, *arguments):
    return Pairs(subprocess.run([bench, "evidence", *map(str, arguments)], check=True, text=True,
                                capture_output=True).stdout)


def make_faq_banks(data, work):
    """A bank of StackFAQ's threads, one of two rewordings of each, and which are the same."""
    flat = lambda text: " ".join((text or "").split())
    folder = data / FAQ
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf-8") as file:
        threads = {item["id"]: item for item in map(json.loads, file)}
    queries = dict(line.split("\t", 1) for line in (folder / "queries.tsv").read_text("utf-8").splitlines())
    asked = {}
    for line in (folder / "qrels.txt").read_text().splitlines():
        query, _, thread, _ = line.split()
        asked.setdefault(thread, []).append(query)
    a, b, labels = ["text\tanswer"], ["text\tanswer"], ["label\tclass\ttext_a\ttext_b"]
    for name, thread in threads.items():
        a.append(flat(thread["text"]) + "\t" + flat(thread.get("answer"))[:3000])
        chosen = sorted(asked.get(name, []), key=lambda q: hashlib.md5(q.encode()).hexdigest())[:2]
        texts = [flat(queries[query]) for query in chosen]
        b += [text + "\t" for text in texts]
        labels += [f"1\tsame\t{flat(thread['text'])}\t{text}" for text in texts]
        if len(texts) == 2:
            labels.append(f"1\tsame\t{texts[0]}\t{texts[1]}")
    paths = [work / f"faq-{part}.tsv" for part in ("a", "b", "labels")]
    for path, lines in zip(paths, (a, b, labels)):
        path.write_text("\n".join(lines) + "\n", "utf-8")
    return paths


def load(bench, data, work):
    sets = {PAIRS: evidence(bench, "--pairs", SETS / "development-pairs/pairs.tsv")}
    folder = SETS / "development-banks"
    for name in BANKS:
        sets[name] = evidence(bench, "--banks", f"{folder / name}-a.md,{folder / name}-b.md",
                              "--labels", f"{folder / name}-pairs.tsv")
    a, b, labels = make_faq_banks(data, work)
    sets[FAQ] = evidence(bench, "--banks", f"{a},{b}", "--labels", labels)
    shared = data.parent
    sets[SHARED] = evidence(bench, "--banks", f"{shared / 'seeds'},{shared / 'banks'}",
                            "--labels", SETS / "shared-pairs/development.tsv")
    sets[QUORA] = quora(bench, data, work)
    return sets


def quora(bench, data, work):
    """Half of the pairs, by their first text; the other half is for figures (--other-half writes it)."""
    path = work / "quora-fit.tsv"
    write_half(data, path, 0)
    return evidence(bench, "--pairs", path)


def write_half(data, path, half):
    with gzip.open(data / "quora/pairs.tsv.gz", "rt", encoding="utf-8") as file:
        head, *lines = file.read().splitlines()
    column = head.split("\t").index("text_a")
    number = lambda line: int(hashlib.md5(line.split("\t")[column].encode()).hexdigest(), 16) % 2
    path.write_text("\n".join([head] + [line for line in lines if number(line) == half]) + "\n", "utf-8")


def bounds(name):
    return (0, None) if name in FOR else (None, None) if name in FREE else (None, 0)


def regress(values, labels, weights, names):
    """Coefficients and bias of the regression on plain values; the ridge is on standardized ones."""
    mean, spread = values.mean(0), values.std(0)
    spread[spread < 1e-6] = 1
    z = (values - mean) / spread

    def loss(t):
        p = 1 / (1 + np.exp(-np.clip(z @ t[:-1] + t[-1], -30, 30)))
        value = -(weights * (labels * np.log(p + 1e-12) + (1 - labels) * np.log(1 - p + 1e-12))).sum()
        error = weights * (p - labels)
        slope = np.concatenate([z.T @ error + RIDGE * t[:-1], [error.sum()]])
        return value + RIDGE / 2 * (t[:-1] ** 2).sum(), slope

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B",
                     bounds=[bounds(name) for name in names] + [(None, None)], options={"maxiter": 3000}).x
    slopes = found[:-1] / spread
    return slopes, found[-1] - (slopes * mean).sum()


def standing(pairs, scores):
    """How far each pair is ahead of the best other one of each text; a rival that is as near to the partner is
    none: it is the same question once more."""
    score, others = {}, {}
    for (a, b), value in zip(pairs.texts, scores):
        score[a, b] = score[b, a] = value
        others.setdefault(a, []).append((value, b))
        others.setdefault(b, []).append((value, a))
    result = np.zeros((len(scores), 2))
    for row, ((a, b), value) in enumerate(zip(pairs.texts, scores)):
        leads = []
        for one, other in ((a, b), (b, a)):
            rivals = [q for q, third in others[one]
                      if third != other and score.get((other, third), -np.inf) < min(value, q)]
            # Where there is no rival, one that is as good as none.
            rival = max(max(rivals, default=-LARGEST_LEAD), -LARGEST_LEAD)
            leads.append(np.clip(value - rival, -LARGEST_LEAD, LARGEST_LEAD))
        result[row] = sorted(leads)
    return result


class Model:
    """Both steps, fitted."""

    def __init__(self, sets):
        self.names = next(iter(sets.values())).names
        parts = list(blocks(sets))
        columns = lambda pairs, is_pairs, more: np.hstack(
            [pairs.values] + more + [np.full((len(pairs.labels), 1), is_pairs)])
        keep = lambda pairs: pairs.is_fitted & pairs.mask
        labels = np.concatenate([p.labels[keep(p)] for p, _, _ in parts])
        weights = np.concatenate([np.full(keep(p).sum(), w) for p, w, _ in parts])
        self.first = regress(np.vstack([columns(p, s, [])[keep(p)] for p, _, s in parts]), labels, weights,
                             self.names + ["isPairs"])
        # Pairs that people wrote down have no rivals.
        more = [np.zeros((len(p.labels), 2)) if s else standing(p, self.first_scores(p)) for p, _, s in parts]
        self.second = regress(
            np.vstack([columns(p, s, [m])[keep(p)] for (p, _, s), m in zip(parts, more)]), labels, weights,
            self.names + STANDING + ["isPairs"])
        # Quora's labels join what differs in a name or a number.
        every = [sets[name] for name in sets if name != QUORA]
        share = lambda rows: (sum(p.labels[rows(p)].sum() for p in every) + 1, sum(rows(p).sum() for p in every) + 2)
        good, all_exact = share(lambda p: p.exact & ~p.apart & p.mask)
        self.exact = good / all_exact
        bad, all_apart = share(lambda p: p.apart & p.mask)
        self.kept_apart = bad / all_apart

    def first_scores(self, pairs):
        slopes, bias = self.first
        scores = pairs.values @ slopes[:-1] + bias
        return np.where(pairs.apart, np.minimum(scores, -LARGEST_LEAD), scores)

    def probabilities(self, pairs, is_pairs=0):
        slopes, bias = self.second
        leads = np.zeros((len(pairs.labels), 2)) if is_pairs else standing(pairs, self.first_scores(pairs))
        scores = pairs.values @ slopes[:-3] + leads @ slopes[-3:-1] + slopes[-1] * is_pairs + bias
        p = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        p = np.where(pairs.exact, self.exact, p)
        return np.where(pairs.apart, p * self.kept_apart, p)


def blocks(sets):
    """Evidence, the weight of each pair, and whether people wrote the pairs down."""
    for name, pairs in sets.items():
        if name in BANKS:
            yield pairs, WEIGHTS["with answers"], 0
            yield pairs.without_answers(), WEIGHTS["without"], 0
        else:
            yield pairs, WEIGHTS[name], int(name in (PAIRS, QUORA))


def calibration_error(labels, p, bins=10):
    place = np.clip(np.ceil(p * bins).astype(int) - 1, 0, bins - 1)
    return sum(abs(labels[place == b].mean() - p[place == b].mean()) * (place == b).mean()
               for b in range(bins) if (place == b).any())


def report(title, labels, p, classes):
    order = np.argsort(-p, kind="stable")
    precision = np.cumsum(labels[order]) / np.arange(1, len(order) + 1)
    average = (precision * labels[order]).sum() / labels.sum()
    print(f"{title}: {len(labels)} pairs, {int(labels.sum())} duplicates, average precision {average:.3f}, "
          f"calibration error {calibration_error(labels, p):.4f}")
    for least in (0.98, 0.95, 0.9, 0.8):
        # Pairs of one probability are taken together.
        ends = [k for k in range(len(order)) if k + 1 == len(order) or p[order[k]] > p[order[k + 1]]]
        good = [k for k in ends if precision[k] >= least]
        limit = p[order[good[-1]]] if good else 2
        shares(f"  precision {least} at {limit:.3f}", labels, p >= limit, classes)
    shares("  at 0.5", labels, p >= 0.5, classes)


def shares(title, labels, found, classes):
    right = labels[found].mean() if found.any() else 0
    parts = [f"{name} {found[classes == name].mean():.3f}" for name in sorted(set(classes))]
    print(f"{title}: precision {right:.3f}; found of {', '.join(parts)}")


def cross_validate(sets):
    held = [name for name in BANKS]
    results = []
    for name in held:
        model = Model({key: value for key, value in sets.items() if key != name})
        bank = sets[name]
        results.append((bank, model.probabilities(bank), model.probabilities(bank.without_answers())))
    labels = np.concatenate([bank.labels for bank, _, _ in results])
    classes = np.concatenate([bank.classes for bank, _, _ in results])
    report("banks, each by the others", labels, np.concatenate([p for _, p, _ in results]), classes)
    report("the same without answers", labels, np.concatenate([p for _, _, p in results]), classes)
    model = Model({key: value for key, value in sets.items() if key != SHARED})
    shared, p = sets[SHARED], model.probabilities(sets[SHARED])
    report("shared banks, by the others", shared.labels[shared.known], p[shared.known],
           shared.classes[shared.known])
    p = np.zeros(len(shared.labels))
    fold = np.array([int(hashlib.md5(a.encode()).hexdigest(), 16) % 4 for a, _ in shared.texts])
    for number in range(4):
        shared.mask = shared.known & (fold != number)
        p[fold == number] = Model(sets).probabilities(shared)[fold == number]
    shared.mask = shared.known
    report("shared banks, four folds", shared.labels[shared.known], p[shared.known],
           shared.classes[shared.known])
    pairs, p = sets[PAIRS], np.zeros(len(sets[PAIRS].labels))
    fold = np.arange(len(p)) % 5
    for number in range(5):
        pairs.mask = fold != number
        p[fold == number] = Model(sets).probabilities(pairs, is_pairs=1)[fold == number]
    pairs.mask = pairs.known
    report("pairs, five folds", pairs.labels, p, pairs.classes)


def swift(model):
    (first, first_bias), (second, second_bias) = model.first, model.second
    # One number to every feature, in the order of the cases.
    numbers = lambda values: "".join(
        f"    {value:.6f},  // {name}\n" for name, value in zip(model.names, values))
    return f"""// Made by Eval/duplicates/fit.py --write. Change that.

/// The coefficients of ``PairModel``, in the order of ``PairFeature``.
enum PairCoefficients {{
  static let firstBias = {first_bias:.6f}
  static let secondBias = {second_bias:.6f}
  /// Of the smaller and of the larger lead over other pairs.
  static let standing = ({second[-3]:.6f}, {second[-2]:.6f})
  /// The share of duplicates among pairs that are the same after normalization.
  static let exact = {model.exact:.6f}
  /// The share of duplicates among pairs that a rule keeps apart.
  static let keptApart = {model.kept_apart:.6f}
  static let first: [Double] = [
{numbers(first)}  ]
  static let second: [Double] = [
{numbers(second)}  ]
}}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--bench", required=True)
    parser.add_argument("--data", required=True, type=pathlib.Path)
    parser.add_argument("--work", default="/tmp", type=pathlib.Path)
    parser.add_argument("--other-half", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.other_half:
        write_half(options.data, options.other_half, 1)
    sets = load(options.bench, options.data, options.work)
    if options.check:
        cross_validate(sets)
    if options.write:
        OUTPUT.write_text(swift(Model(sets)), "utf-8")


main()
