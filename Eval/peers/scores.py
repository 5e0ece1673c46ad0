#!/usr/bin/env python3
"""Scores of a few tiny documents under every scoring model, worked out from the formulas alone.

usage: scores.py [--check]

Standard library only and nothing shared with the engine: the figures that the tests of
`Tests/InvertedIndexTests/VariantExampleTests.swift` compare with come from here. Documents are
words with blanks between them; every query term counts as often as it stands there. Logarithms
are natural unless a formula says log2. bm25-adpt's k1 is found with 60 digits by trisection of
the squared error, not by its derivative, so that a mistake there would show.

Prints one line a model: its name, then document and score, best first. With --check it also
compares BM25L and BM25+ without the parts of absent terms, and exits 1 where the order of the
full formula is not that of the shifted one.
"""
import math
import sys
from collections import Counter
from decimal import Decimal, getcontext

getcontext().prec = 60

DOCUMENTS = {
    "D1": "kite kite wind",
    "D2": "wind cloud",
    "D3": "kite string string wind",
    "D4": "cloud cloud cloud",
    "D5": "string wind kite cloud",
    "D6": "kite kite kite kite kite string rope rope sky sky sky hill",
    "D7": "rope hill",
}
QUERY = "kite string kite rope"
# Two hundred documents; the word mostly stands there once, or else often: a curve worth fitting.
OWLS = [14, 12, 11, 9, 8, 7, 5, 2] + [1] * 12 + [0] * 180
OWL_DOCUMENTS = {
    f"O{i}": " ".join(["owl"] * owls + ["sky"] * (5 + i % 4)) for i, owls in enumerate(OWLS)
}
K1, B = 1.2, 0.75


def use(documents, query):
    """Makes these the collection and the query that everything below is about."""
    global N, VECTORS, LENGTH, MEAN, QUERY
    N, QUERY = len(documents), query
    VECTORS = {name: Counter(text.split()) for name, text in documents.items()}
    LENGTH = {name: sum(vector.values()) for name, vector in VECTORS.items()}
    MEAN = sum(LENGTH.values()) / N


use(DOCUMENTS, QUERY)


def df(term):
    return sum(term in vector for vector in VECTORS.values())


def norm(name, b=B):
    return 1 - b + b * LENGTH[name] / MEAN


def total(part, absent=None):
    """Sums part(term, tf, name) over the query's terms; absent(term) where tf is 0."""
    scores = {}
    for name, vector in VECTORS.items():
        score = 0.0
        matches = False
        for term, count in Counter(QUERY.split()).items():
            tf = vector[term]
            if tf:
                matches = True
                score += count * part(term, tf, name)
            elif absent:
                score += count * absent(term)
        if matches:
            scores[name] = score
    return scores


def saturated(tf, name):
    return tf / (tf + K1 * norm(name))


def lucene():
    return total(lambda t, tf, d: math.log(1 + (N - df(t) + 0.5) / (df(t) + 0.5)) * saturated(tf, d))


def robertson():
    return total(lambda t, tf, d: math.log((N - df(t) + 0.5) / (df(t) + 0.5)) * saturated(tf, d))


def atire():
    return total(lambda t, tf, d: math.log(N / df(t)) * (K1 + 1) * saturated(tf, d))


def bm25l(absent=True, delta=0.5):
    def value(t, c):
        return math.log((N + 1) / (df(t) + 0.5)) * (K1 + 1) * (c + delta) / (K1 + c + delta)

    return total(lambda t, tf, d: value(t, tf / norm(d)), (lambda t: value(t, 0)) if absent else None)


def bm25plus(absent=True, delta=1.0):
    def idf(t):
        return math.log((N + 1) / df(t))

    return total(
        lambda t, tf, d: idf(t) * ((K1 + 1) * saturated(tf, d) + delta),
        (lambda t: idf(t) * delta) if absent else None)


def gain_curve(term):
    normalized = [VECTORS[d][term] / norm(d) for d in VECTORS]

    def count(r):
        return N if r == 0 else df(term) if r == 1 else sum(c >= r - 0.5 for c in normalized)

    def gain(r):
        return math.log2((count(r + 1) + 0.5) / (count(r) + 1)) - math.log2((df(term) + 0.5) / (N + 1))

    last = 1
    while last < 254 and count(last + 1) > 0 and (last < 3 or gain(last) <= gain(last + 1)):
        last += 1
    return [gain(r) for r in range(last + 1)]


def adaptive_k1(gains):
    if gains[1] <= 0 or len(gains) < 3:
        return 0.001
    ratios = [Decimal(g) / Decimal(gains[1]) for g in gains]

    def error(k):
        return sum((g - (k + 1) * r / (k + r)) ** 2 for r, g in enumerate(ratios) if r > 1)

    points = [Decimal("0.001") + Decimal("9.999") * i / 4000 for i in range(4001)]
    best = min(range(4001), key=lambda i: error(points[i]))
    low, high = points[max(best - 1, 0)], points[min(best + 1, 4000)]
    for _ in range(140):
        third = (high - low) / 3
        if error(low + third) <= error(high - third):
            high -= third
        else:
            low += third
    return float((low + high) / 2)


def adaptive():
    curves = {t: gain_curve(t) for t in set(QUERY.split())}
    k1 = {t: adaptive_k1(curve) for t, curve in curves.items()}
    return total(
        lambda t, tf, d: curves[t][1] * (k1[t] + 1) * tf / (tf + k1[t] * norm(d)))


def tfidf_lucene():
    def idf(t):
        return 1 + math.log((N + 1) / (df(t) + 1))

    return total(lambda t, tf, d: math.sqrt(tf) * idf(t) ** 2 / math.sqrt(LENGTH[d]))


def weigh(vector, triple, slope=0.2, alpha=0.375):
    """A vector's weights by three SMART letters."""
    mean = sum(vector.values()) / len(vector)
    first = {
        "n": lambda tf: tf,
        "l": lambda tf: 1 + math.log(tf),
        "a": lambda tf: 0.5 + 0.5 * tf / max(vector.values()),
        "b": lambda tf: 1.0,
        "L": lambda tf: (1 + math.log(tf)) / (1 + math.log(mean)),
        "d": lambda tf: 1 + math.log(1 + math.log(tf)),
    }[triple[0]]
    second = {
        "n": lambda t: 1.0,
        "t": lambda t: math.log(N / df(t)),
        "p": lambda t: max(0.0, math.log((N - df(t)) / df(t))) if df(t) < N else 0.0,
    }[triple[1]]
    weights = {t: first(tf) * second(t) for t, tf in vector.items()}
    pivot = sum(len(v) for v in VECTORS.values()) / N
    divisor = {
        "n": lambda: 1.0,
        "c": lambda: math.sqrt(sum(w * w for w in weights.values())),
        "u": lambda: (1 - slope) * pivot + slope * len(vector),
        "b": lambda: sum(tf * len(t.encode()) for t, tf in vector.items()) ** alpha,
    }[triple[2]]()
    return {t: w / divisor if divisor else 0.0 for t, w in weights.items()}


def smart(pair):
    document, query = pair.split(".")
    wanted = weigh(Counter(QUERY.split()), query)
    scores = {}
    for name, vector in VECTORS.items():
        if wanted.keys() & vector.keys():
            weights = weigh(vector, document)
            scores[name] = sum(w * weights.get(t, 0.0) for t, w in wanted.items())
    return scores


MODELS = {
    "bm25:lucene": lucene,
    "bm25:robertson": robertson,
    "bm25:atire": atire,
    "bm25:bm25l": bm25l,
    "bm25:bm25l,absent=0": lambda: bm25l(absent=False),
    "bm25:bm25+": bm25plus,
    "bm25:bm25+,absent=0": lambda: bm25plus(absent=False),
    "bm25:bm25-adpt": adaptive,
    "tfidf:lucene": tfidf_lucene,
}
for pair in ("lnc.ltc", "nnn.nnn", "ltc.ltc", "atc.atn", "bpb.bpn", "Lnu.ltu", "dtc.dpc", "npu.Lnb"):
    MODELS["tfidf:" + pair] = lambda pair=pair: smart(pair)


def main():
    for name, model in MODELS.items():
        ranking = sorted(model().items(), key=lambda item: (-item[1], item[0]))
        print(name, " ".join(f"{document} {score:.12f}" for document, score in ranking))
    use(OWL_DOCUMENTS, "owl sky")
    ranking = sorted(adaptive().items(), key=lambda item: (-item[1], item[0]))[:5]
    print("bm25:bm25-adpt, owls: k1", f"{adaptive_k1(gain_curve('owl')):.12f};",
          " ".join(f"{document} {score:.12f}" for document, score in ranking))
    use(DOCUMENTS, "kite string kite rope")
    if "--check" in sys.argv[1:]:
        # idf · δ is the same for every document, so δ must move no ranking of BM25+.
        plain = sorted(bm25plus(delta=0).items(), key=lambda item: (-item[1], item[0]))
        full = sorted(bm25plus(delta=1).items(), key=lambda item: (-item[1], item[0]))
        if [d for d, _ in plain] != [d for d, _ in full]:
            print("BM25+: delta moves the ranking", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
