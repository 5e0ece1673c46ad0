#!/usr/bin/env python3
"""Measures of `qsearch eval` beside trec_eval's code (pytrec_eval) and ir_measures: agreement, speed.

  measures.py --binary PATH [--runs 200] [--seed 1]         agreement on random runs
  measures.py --binary PATH --time [--rounds 15]            time with reading both files, in turn

Random runs have ties (also by scores that differ only beyond 32 bits), missing, empty and unjudged
queries, unjudged documents, negative grades, names of other bytes than ASCII, and lines out of
order. Every value of a query and every mean is printed with the digits that the peer prints (4; gdeval 5)
and compared as text; the greatest difference of the numbers themselves is printed too.

Needs: pip install pytrec_eval_terrier ir_measures cwl-eval, and perl for gdeval. (The package
pytrec_eval fetches trec_eval's source when it is built; pytrec_eval_terrier is the same with the code
inside, and is imported by the same name.)"""
import argparse, json, os, random, signal, statistics, subprocess, sys, tempfile, time

# Our name, and how pytrec_eval asks for it and names it in its answer.
TREC = {
    "AP": "map", "AP@5": "map_cut.5", "AP@100": "map_cut.100", "RR": "recip_rank", "Rprec": "Rprec",
    "Bpref": "bpref", "nDCG": "ndcg", "nDCG@3": "ndcg_cut.3", "nDCG@10": "ndcg_cut.10",
    "nDCG@1000": "ndcg_cut.1000", "P@1": "P.1", "P@5": "P.5", "P@100": "P.100", "R@5": "recall.5",
    "R@100": "recall.100", "Success@1": "success.1", "Success@5": "success.5",
}
LEVELS = (1, 2, 3)
WITHOUT_LEVEL = ("nDCG",)
# What only ir_measures has; it breaks ties in its own ways, so these are compared on runs without.
OTHER = ("Judged@5", "Judged@100", "Judged", "RR@3", "RR@10", "RBP(rel=1)", "RBP(rel=2)",
         "RBP(rel=1,p=0.5)", "RBP(rel=1,p=0.95)")
GDEVAL = ("ERR@5", "ERR@20", "nDCG(dcg='exp-log2')@5", "nDCG(dcg='exp-log2')@20")
ALPHABET = "abz019-_.:é文"


def with_level(name, level, judged_only=False):
    inside = ",".join((["rel=%d" % level] if level != 1 and not name.startswith(WITHOUT_LEVEL) else [])
                      + (["judged_only=True"] if judged_only else []))
    if not inside: return name
    stem, at, cutoff = name.partition("@")
    return "%s(%s)%s%s" % (stem, inside, at, cutoff)


def make(rng, ties):
    """Judgments and a run as dictionaries. Grades reach 4, gdeval's highest."""
    names = ["".join(rng.choice(ALPHABET) for _ in range(rng.randint(1, 9))) for _ in range(80)]
    names = sorted(set(names) | {"d%d" % i for i in range(60)})
    qrels, run = {}, {}
    for q in map(str, range(1, rng.randint(3, 13))):
        depth = rng.choice((0, 1, 2, 5, 12, 40, 90))
        if rng.random() < .9:
            grades = rng.choice(((0,), (0, 1), (-1, 0, 1), (-1, 0, 0, 1, 2, 3), (-2, 0, 1, 4), (0, 0, 0, 2), (-1,)))
            qrels[q] = {d: rng.choice(grades) for d in rng.sample(names, rng.choice((1, 3, 10, 50)))}
            if rng.random() < .1: qrels[q] = {d: min(g, 0) for d, g in qrels[q].items()}
            # Where all grades are negative trec_eval counts in memory that it has not set.
            if max(qrels[q].values()) < 0: qrels[q][next(iter(qrels[q]))] = 0
        if rng.random() < .1 or depth == 0: continue
        scale = rng.choice((1, 1e-7, 1e6))
        found = rng.sample(names, depth)
        if ties:
            levels = [rng.choice((rng.uniform(-5, 30), rng.randint(0, 9), 1 + rng.random() * 1e-8)) for _ in range(rng.randint(1, 30))]
            run[q] = {d: rng.choice(levels) * scale for d in found}
        else:
            run[q] = {d: float(s) for d, s in zip(found, rng.sample(range(1, 10 ** 6), depth))}
    if not set(run) & set(qrels):
        qrels["0"], run["0"] = {"a": 1}, {"b": 2.0, "a": 1.0}
    return qrels, run


def write(rng, folder, qrels, run):
    lines = ["%s 0 %s %d" % (q, d, g) for q, v in qrels.items() for d, g in v.items()]
    if rng.random() < .3: rng.shuffle(lines)
    with open(os.path.join(folder, "qrels"), "w", newline="") as file:
        file.write("\n".join(lines) + ("\n" if rng.random() < .7 else ""))
    lines = ["%s Q0 %s %d %r tag" % (q, d, rng.randint(0, 99), s) for q, v in run.items() for d, s in v.items()]
    if rng.random() < .3: rng.shuffle(lines)
    with open(os.path.join(folder, "run"), "w", newline="") as file:
        file.write(rng.choice(("\n", "\r\n")).join(lines) + "\n")


def ours(binary, folder, measures, *options):
    argv = [binary, "eval", "--run", os.path.join(folder, "run"), "--qrels", os.path.join(folder, "qrels"),
            "--jsonl", "--per-query", "--quiet", *options]
    for name in measures: argv += ["--measure", name]
    out = subprocess.run(argv, capture_output=True, check=True)
    values = {}
    for line in out.stdout.splitlines():
        figure = json.loads(line)
        values[figure["query"], figure["measure"]] = figure["value"]
    return values


class Comparison:
    def __init__(self):
        self.count, self.wrong, self.greatest, self.same_bits = 0, [], 0.0, 0

    def add(self, where, mine, theirs, digits=4):
        self.count += 1
        self.same_bits += mine == theirs
        self.greatest = max(self.greatest, abs(mine - theirs))
        if "%.*f" % (digits, mine) != "%.*f" % (digits, theirs): self.wrong.append((where, mine, theirs))

    def report(self, name):
        print("%-34s %8d comparisons, %d differ, %d equal in every bit, greatest difference %.1e"
              % (name, self.count, len(self.wrong), self.same_bits, self.greatest))
        for wrong in self.wrong[:5]: print("   ", wrong)
        return not self.wrong


def compare_trec(args, folder, comparison, seed):
    import pytrec_eval
    rng = random.Random(seed)
    qrels, run = make(rng, ties=True)
    write(rng, folder, qrels, run)
    # One call for each choice that trec_eval takes as an option of the whole run.
    for level in LEVELS:
        for judged_only in (False, True):
            names = {with_level(n, level): t for n, t in TREC.items() if level == 1 or not n.startswith(WITHOUT_LEVEL)}
            mine = ours(args.binary, folder, names, *(["--unjudged", "removed"] if judged_only else []))
            peer = pytrec_eval.RelevanceEvaluator(qrels, set(names.values()), relevance_level=level,
                                                  judged_docs_only_flag=int(judged_only)).evaluate(run)
            for name, asked in names.items():
                key = asked.replace(".", "_")
                total = 0.0
                for q in qrels:
                    theirs = peer.get(q, {}).get(key, 0.0)
                    total += theirs
                    comparison.add((seed, q, name, judged_only), mine[q, name], theirs)
                comparison.add((seed, "all", name, judged_only), mine["all", name], total / len(qrels))
    answered = ours(args.binary, folder, ["AP", "nDCG@10"], "--missing", "skip")
    peer = pytrec_eval.RelevanceEvaluator(qrels, {"map", "ndcg_cut.10"}).evaluate(run)
    for name, key in (("AP", "map"), ("nDCG@10", "ndcg_cut_10")):
        values = [peer[q][key] for q in qrels if q in run]
        comparison.add((seed, "answered", name), answered["all", name], sum(values) / len(values))


def compare_ir_measures(args, folder, comparisons, seed):
    import ir_measures
    rng = random.Random(seed)
    qrels, run = make(rng, ties=False)
    write(rng, folder, qrels, run)
    some = ["AP", "AP(rel=2)@10", "nDCG@10", "P(rel=2,judged_only=True)@5", "R@10", "Bpref(rel=2)", "Rprec(rel=2)"]
    for names, comparison, digits in ((some + list(OTHER), comparisons[0], 4), (GDEVAL, comparisons[1], 5)):
        mine = ours(args.binary, folder, names)
        theirs = {}
        for figure in ir_measures.iter_calc([ir_measures.parse_measure(n) for n in names], qrels, run):
            theirs[figure.query_id, str(figure.measure)] = figure.value
        for name in names:
            asked = str(ir_measures.parse_measure(name))
            for q in qrels:
                value = theirs.get((q, asked), 0.0)
                # gdeval's value has been rounded to five digits; ours is rounded for the comparison.
                comparison.add((seed, q, name), round(mine[q, name], 5) if digits == 5 else mine[q, name], value, digits)


def agreement(args):
    signal.alarm(60 + 5 * args.runs)  # a peer that hangs must not hold the machine
    trec, measures, gdeval = Comparison(), Comparison(), Comparison()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(args.runs):
            compare_trec(args, folder, trec, args.seed + number)
            compare_ir_measures(args, folder, (measures, gdeval), args.seed + number)
    good = [trec.report("trec_eval (pytrec_eval)"), measures.report("ir_measures"),
            gdeval.report("gdeval (through ir_measures)")]
    print("%d comparisons on %d runs, seeds from %d" % (trec.count + measures.count + gdeval.count, 2 * args.runs, args.seed))
    return 0 if all(good) else 1


def large(folder, queries=1000, depth=1000, judged=40):
    rng = random.Random(3)
    with open(os.path.join(folder, "qrels"), "w") as qrels, open(os.path.join(folder, "run"), "w") as run:
        for q in range(queries):
            found = rng.sample(range(200_000), depth)
            pool = {found[min(depth - 1, int(rng.paretovariate(.5)) - 1)] if rng.random() < .8
                    else 200_000 + rng.randrange(1000) for _ in range(judged)}
            for d in sorted(pool): qrels.write("q%d 0 d%d %d\n" % (q, d, rng.choice((0, 0, 1, 1, 2, 3))))
            score = 30.0
            for rank, d in enumerate(found, 1):
                score -= rng.choice((0, .01, .02, .05))
                run.write("q%d Q0 d%d %d %.4f tag\n" % (q, d, rank, score))


PEER = """
import sys, time, pytrec_eval
pytrec_eval.RelevanceEvaluator({'1': {'a': 1}}, {'map'}).evaluate({'1': {'a': 1.0}})
start = time.perf_counter()
qrels, run = {}, {}
for line in open(sys.argv[1]):
    q, _, d, g = line.split(); qrels.setdefault(q, {})[d] = int(g)
for line in open(sys.argv[2]):
    q, _, d, _, s, _ = line.split(); run.setdefault(q, {})[d] = float(s)
read = time.perf_counter()
per = pytrec_eval.RelevanceEvaluator(qrels, {'map', 'ndcg_cut.10', 'recall.100', 'P.10', 'recip_rank'}).evaluate(run)
end = time.perf_counter()
print(end - start, end - read, *(sum(v[m] for v in per.values()) / len(qrels)
      for m in ('map', 'ndcg_cut_10', 'recall_100', 'P_10', 'recip_rank')))
"""


def timing(args):
    names = ("AP", "nDCG@10", "R@100", "P@10", "RR")
    mine, theirs, scoring = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        large(folder)
        argv = [args.binary, "eval", "--run", os.path.join(folder, "run"), "--qrels",
                os.path.join(folder, "qrels"), "--jsonl"] + [x for n in names for x in ("--measure", n)]
        for _ in range(args.rounds):
            start = time.perf_counter()
            out = subprocess.run(argv, capture_output=True, check=True).stdout
            mine.append(time.perf_counter() - start)
            values = {x["measure"]: x["value"] for x in map(json.loads, out.splitlines())}
            peer = subprocess.run([sys.executable, "-c", PEER, os.path.join(folder, "qrels"), os.path.join(folder, "run")],
                                  capture_output=True, check=True).stdout.split()
            theirs.append(float(peer[0])); scoring.append(float(peer[1]))
            for name, value in zip(names, peer[2:]):
                if "%.4f" % values[name] != "%.4f" % float(value): sys.exit("%s differs: %s, %s" % (name, values[name], value))
    show = lambda name, times: print("%-52s min %.3f, median %.3f, max %.3f s" % (name, min(times), statistics.median(times), max(times)))
    print("1,000 queries x 1,000 results, both files read; %d rounds in turn, equal values" % args.rounds)
    show("qsearch eval, whole process", mine)
    show("pytrec_eval, without start of Python", theirs)
    show("  of that scoring from dictionaries", scoring)
    print("ratio of medians %.3f, of minima %.3f" % (statistics.median(mine) / statistics.median(theirs), min(mine) / min(theirs)))
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--time", action="store_true")
    parser.add_argument("--rounds", type=int, default=15)
    args = parser.parse_args()
    return timing(args) if args.time else agreement(args)


if __name__ == "__main__":
    sys.exit(main())
