#!/usr/bin/env python3
"""Figures of scipy, scikit-learn and statsmodels that the tests of `Evaluation` are held to.

  paired_statistics.py            recompute, compare with paired_statistics.json; exit 1 if one differs
  paired_statistics.py --write    write paired_statistics.json

Inputs are seeded and stored with the figures, so the Swift tests need no Python. Random choices of
signs and resamples are drawn by the project's own generator, written here a second time, so that
p-values and intervals agree to the last choice; scipy's own bootstrap is compared loosely.
Needs: pip install scipy scikit-learn statsmodels (figures are from 1.17.1, 1.9.1, 0.15.0). Not named
`statistics.py`, which would hide Python's own module from its neighbors."""
import argparse, json, math, os, random, sys, warnings

import numpy as np
from scipy import stats
from sklearn import metrics
from sklearn.calibration import calibration_curve
from statsmodels.stats.multitest import multipletests

STORE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "paired_statistics.json")
MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        value = self.state
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
        return value ^ (value >> 31)

    def below(self, bound):
        unfair = (-bound) % (1 << 64) % bound
        while True:
            product = self.next() * bound
            if product & MASK >= unfair:
                return product >> 64


def scores(rng, count, step):
    """Figures of two systems; rounded to `step` so that ties and zeros occur (0: not rounded)."""
    before = [rng.random() for _ in range(count)]
    after = [min(1.0, max(0.0, x + rng.gauss(0.05, 0.15))) for x in before]
    if step:
        before, after = ([round(x / step) * step for x in side] for side in (before, after))
    return before, after


def random_signs(differences, trials, seed):
    """The Monte Carlo p-value: bit i of a trial's words keeps the sign of difference i."""
    values = [x for x in differences if x != 0]
    generator, tolerance = SplitMix64(seed), 1e-11 * sum(map(abs, values))
    threshold, count = abs(math.fsum(values)) - tolerance, 0
    for _ in range(trials):
        kept = []
        for start in range(0, len(values), 64):
            bits = generator.next()
            kept += [bits >> place & 1 for place in range(len(values[start:start + 64]))]
        total = math.fsum(x if keep else -x for x, keep in zip(values, kept))
        count += abs(total) >= threshold
    return (count + 1) / (trials + 1)


def interval(observed, replicates, jackknife, method):
    levels = [0.025, 0.975]
    if method == "bca":
        scale = max(map(abs, [observed, *replicates]))
        below = sum(x < observed - 1e-12 * scale for x in replicates)
        reached = sum(x <= observed + 1e-12 * scale for x in replicates)
        bias = stats.norm.ppf((below + reached) / (2 * len(replicates)))
        deviations = np.mean(jackknife) - np.array(jackknife)
        acceleration = np.sum(deviations**3) / (6 * np.sum(deviations**2) ** 1.5)
        shifted = bias + stats.norm.ppf(levels)
        levels = stats.norm.cdf(bias + shifted / (1 - acceleration * shifted))
    return [float(x) for x in np.quantile(replicates, levels)]


def bootstrap(differences, resamples, seed):
    values, generator = np.array(differences), SplitMix64(seed)
    statistics = {"mean": np.mean, "standardized": lambda x: np.mean(x) / np.std(x, ddof=1)}
    samples = [values[[generator.below(len(values)) for _ in values]] for _ in range(resamples)]
    result = {}
    for name, statistic in statistics.items():
        replicates = [float(statistic(sample)) for sample in samples]
        left_out = [float(statistic(np.delete(values, place))) for place in range(len(values))]
        for method in ("percentile", "bca"):
            found = interval(float(statistic(values)), replicates, left_out, method)
            other = stats.bootstrap((values,), statistic, method=method, vectorized=False,
                                    n_resamples=2000, rng=np.random.default_rng(5)).confidence_interval
            spread = found[1] - found[0]
            for mine, theirs in zip(found, other):
                assert abs(mine - theirs) < 0.15 * spread, (name, method, found, other)
            result[f"{name} {method}"] = found
        result[name] = float(statistic(values))
    return result


def comparisons(rng):
    cases = []
    for count, step in [(2, 0), (5, 0.25), (8, 0), (12, 0.1), (12, 0), (25, 0), (40, 0.05), (150, 0)]:
        before, after = scores(rng, count, step)
        # As the project does: what rounding can explain is 0.
        differences = [0.0 if math.isclose(a, b, rel_tol=1e-12) else b - a for a, b in zip(before, after)]
        test = stats.ttest_1samp(differences, 0)
        case = {"baseline": before, "system": after, "t": float(test.statistic), "t p": float(test.pvalue)}
        if count <= 12:
            exact = stats.permutation_test((differences, [0.0] * count), lambda a, b: np.mean(a - b),
                                           permutation_type="samples", vectorized=False, n_resamples=np.inf)
            case["exact p"] = float(exact.pvalue)
        if sum(x != 0 for x in differences) > 20:
            case["random p"] = random_signs(differences, 2000, 7)
        if count > 5:
            case["bootstrap"] = bootstrap(differences, 500, 3)
        cases.append(case)
    return cases


def clusterings(rng):
    cases = []
    for count, clusters in [(1, 1), (6, 2), (30, 8), (200, 60)]:
        predicted = [rng.randrange(clusters) for _ in range(count)]
        actual = [p if rng.random() < 0.7 else rng.randrange(clusters) for p in predicted]
        def cubed(a, b):  # by definition, item by item
            return sum(sum(a[j] == a[i] and b[j] == b[i] for j in range(count)) / a.count(a[i])
                       for i in range(count)) / count
        matrix = metrics.cluster.pair_confusion_matrix(actual, predicted)  # ordered pairs
        groups = [{frozenset(i for i in range(count) if side[i] == c) for c in set(side)}
                  for side in (predicted, actual)]
        cases.append({"predicted": predicted, "actual": actual,
                      "b-cubed": [cubed(predicted, actual), cubed(actual, predicted)],
                      "tn fp fn tp": [int(x) // 2 for x in matrix.ravel()],
                      "exact clusters": [len(groups[0] & groups[1]) / len(g) for g in groups]})
    return cases


def detections(rng):
    cases = []
    for count, decimals in [(1, 2), (10, 1), (100, 2), (500, 6)]:
        labels = [1] + [int(rng.random() < 0.4) for _ in range(count - 1)]
        given = [round(min(1, max(0, 0.3 + 0.4 * y + rng.gauss(0, 0.2))), decimals) for y in labels]
        precision, recall, thresholds = metrics.precision_recall_curve(labels, given)
        shares, means = calibration_curve(labels, given, n_bins=10)
        counts = np.bincount(np.searchsorted(np.linspace(0, 1, 11)[1:-1], given), minlength=10)
        error = float(np.sum(counts[counts > 0] * np.abs(shares - means)) / count)
        cases.append({"labels": labels, "scores": given,
                      "average precision": float(metrics.average_precision_score(labels, given)),
                      "brier": float(np.mean((np.array(given) - np.array(labels)) ** 2)), "ece": error,
                      "thresholds": [float(x) for x in thresholds],
                      "precision": [float(x) for x in precision[:-1]],
                      "recall": [float(x) for x in recall[:-1]]})
        if count > 1:
            assert abs(metrics.brier_score_loss(labels, given) - cases[-1]["brier"]) < 1e-12
    return cases


def corrections(rng):
    cases = []
    for values in [[0.03], [0.01, 0.04, 0.03, 0.005], [0.02, 0.02, 0.9, 1.0, 0.0],
                   [round(rng.random() ** 3, 4) for _ in range(20)]]:
        cases.append({"p": values, "holm": multipletests(values, method="holm")[1].tolist(),
                      "benjamini-hochberg": multipletests(values, method="fdr_bh")[1].tolist()})
    return cases


def distributions():
    student = [[t, df, float(2 * stats.t.sf(t, df))]
               for df in (1, 2, 3, 4, 7, 19, 50, 399, 2000, 10000)
               for t in (0.001, 0.01, 0.5, 1.0, 1.96, 2.5, 4.0, 10.0, 30.0)]
    xs = [-8, -5, -3, -1.96, -0.5, -1e-9, 0, 0.1, 1, 1.6449, 2.5, 4, 7]
    ps = [1e-6, 0.001, 0.025, 0.2, 0.5, 0.7, 0.975, 0.9999]
    return {"student": student, "normal": [[x, float(stats.norm.cdf(x))] for x in xs],
            "normal quantile": [[p, float(stats.norm.ppf(p))] for p in ps]}


def same(a, b):
    if isinstance(a, dict):
        return isinstance(b, dict) and a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list):
        return isinstance(b, list) and len(a) == len(b) and all(map(same, a, b))
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-13)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--write", action="store_true")
    write = options.parse_args().write
    warnings.simplefilter("error")
    figures = {"comparisons": comparisons(random.Random(1)), "clusterings": clusterings(random.Random(2)),
               "detections": detections(random.Random(3)), "corrections": corrections(random.Random(4)),
               "distributions": distributions()}
    if write:
        with open(STORE, "w") as file:
            json.dump(figures, file, indent=0)
            file.write("\n")
        return
    with open(STORE) as file:
        stored = json.load(file)
    wrong = [key for key in figures if not same(figures[key], stored.get(key))]
    print(f"differ: {', '.join(wrong)}" if wrong else "all figures agree")
    sys.exit(bool(wrong))


main()
