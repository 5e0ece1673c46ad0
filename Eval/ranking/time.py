#!/usr/bin/env python3
"""How long a query takes by each step of the ranking, beside BM25: on the default collection, and on others that are given.

    python3 Eval/ranking/time.py --bench .build/release/qsearch-bench --qsearch .build/release/qsearch [OUT/scifact …]

The models take turns, so that a slow minute of the machine hits all; of the rounds the third fastest counts. What spelling takes by itself is measured by
`qsearch run` (less what a run takes without), over all queries of the default collection and over one query many times."""
import argparse, json, pathlib, re, resource, subprocess, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIELDS = "bm25f:question=3,context=2"
STEPS = [("bm25f", ""), ("+function", ",function=0.3"), ("+latent, +feedback", ",latent=0.55,feedback=1"), ("+proximity", ",proximity=0.1"), ("+forms", ",forms=0.1"),
         ("+same text = questions without spelling", ",exact=1"), ("+spelling = questions", ",spelling=1")]
MODELS = [("bm25", "bm25")] + [(title, FIELDS + "".join(text for _, text in STEPS[:place + 1])) for place, (title, _) in enumerate(STEPS)]


class Timer:
    def __init__(self, options, folder):
        self.options, self.index, self.queries = options, folder / "index", folder / "queries.tsv"

    def build(self, documents):
        subprocess.run([self.options.qsearch, "index", "--index", self.index, "--replace", documents, "-q"], check=True)

    def write(self, texts):
        self.queries.write_text("".join(f"q{number}\t{text}\n" for number, text in enumerate(texts)))

    def models(self, models):
        """Of each model the mean and the 99th of a hundred, in microseconds."""
        times = {title: [] for title, _ in models}
        for _ in range(self.options.rounds):
            for title, model in models:
                output = subprocess.run([self.options.bench, "query", "--index", self.index, "--queries", self.queries, "--model", model, "--repeat", "10"],
                                        check=True, capture_output=True, text=True).stdout
                each = sorted(json.loads(line)["us"] for line in output.splitlines())
                times[title].append((sum(each) / len(each), each[int(0.99 * len(each))]))
        return {title: [sorted(column)[min(2, len(rounds) - 1)] for column in zip(*rounds)] for title, rounds in times.items()}

    def run(self, texts, models=("questions:spelling=0", "questions"), rounds=5):
        """Microseconds of processor time a query, reading and writing included: the least of some runs that take turns."""
        self.write(texts)
        least = [float("inf")] * len(models)
        for _ in range(rounds):
            for place, model in enumerate(models):
                before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
                subprocess.run([self.options.qsearch, "run", "--index", self.index, "--queries", self.queries, "--output", "/dev/null", "--depth", "10",
                                "-q", "--model", model], check=True, capture_output=True)
                spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
                least[place] = min(least[place], spent / len(texts) * 1e6)
        return least


def queries(folder):
    return [line.split("\t")[1] for line in (folder / "queries.tsv").read_text().splitlines()]


def corrected(qsearch, index, text):
    """A query with the words that are looked for in place of those that no question has."""
    notes = subprocess.run([qsearch, "search", "--index", index, "--limit", "1", "--", text], capture_output=True, text=True).stderr
    for word, other in re.findall("no question has '(.*?)'; searched for '(.*?)'", notes):
        text = text.replace(word, other)
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--bench", required=True)
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("collections", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        timer = Timer(options, pathlib.Path(name))
        timer.build(ROOT / "Index/banks")
        texts = queries(ROOT / "Eval/collections/default")
        timer.write(texts)
        table = timer.models(MODELS)
        base = table["bm25"]
        print("| model | mean, µs | p99, µs | of bm25's mean | of its p99 |\n|---|---|---|---|---|")
        for title, (mean, last) in table.items():
            print(f"| {title} | {mean:.1f} | {last:.0f} | {mean / base[0]:.2f} | {last / base[1]:.2f} |", flush=True)
        print("\n| µs by `qsearch run` | without spelling | with | spelling |\n|---|---|---|---|")
        for title, each in [("all queries of the default collection", texts * 100)] + [(text, [text] * 10_000) for text in (
                "positional encoding", "positinal encoding", "normlization", "transfromer", "zookeeper")]:
            without, whole = timer.run(each)
            print(f"| {title} | {without:.1f} | {whole:.1f} | {whole - without:+.1f} |", flush=True)
        found = [corrected(options.qsearch, timer.index, text) for text in texts]
        as_written, as_found = timer.run(texts * 100, ("bm25",))[0], timer.run(found * 100, ("bm25",))[0]
        print(f"\nbm25 by `qsearch run`: {as_written:.1f} µs a query as written, {as_found:.1f} with the words that `questions` looks for in place of others")
        each = [[], []]
        for text in texts:
            for place, spent in enumerate(timer.run([text] * 1_000, ("bm25", "questions"), 2)):
                each[place].append(spent)
        means, lasts = [sum(one) / len(one) for one in each], [sorted(one)[int(0.99 * len(one))] for one in each]
        print(f"\nEach query of the default collection by `qsearch run`, bm25 and questions: mean {means[0]:.0f} and {means[1]:.0f} µs "
              f"({means[1] / means[0]:.2f}), p99 {lasts[0]:.0f} and {lasts[1]:.0f} ({lasts[1] / lasts[0]:.2f})", flush=True)
        if options.collections:
            print("\n| collection | documents | bm25's mean, µs | questions | of its mean | of its p99 |\n|---|---|---|---|---|---|")
        for folder in options.collections:
            timer.build(folder / "docs.jsonl")
            timer.write(queries(folder)[:500])
            (mean, last), (own, own_last) = timer.models([MODELS[0], MODELS[-1]]).values()
            count = sum(1 for _ in open(folder / "docs.jsonl"))
            print(f"| {folder.name} | {count:,} | {mean:.0f} | {own:.0f} | {own / mean:.2f} | {own_last / last:.2f} |", flush=True)


if __name__ == "__main__":
    main()
