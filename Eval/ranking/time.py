#!/usr/bin/env python3
"""How long a query of the default collection takes by each step of the ranking, beside BM25.

    python3 Eval/ranking/time.py --bench .build/release/qsearch-bench --qsearch .build/release/qsearch

The models take turns, so that a slow minute of the machine hits all; of the rounds the third fastest counts. Spelling is a matter of whole queries:
it is measured by `qsearch run` over one query many times, with words that are known and with one that is not."""
import argparse, json, pathlib, resource, subprocess, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIELDS = "bm25f:question=3,context=2"
MODELS = [("bm25", "bm25"), ("bm25f", FIELDS), ("+function", FIELDS + ",function=0.3"), ("+latent, +feedback", FIELDS + ",function=0.3,latent=0.55,feedback=1"),
          ("+proximity", FIELDS + ",function=0.3,latent=0.55,feedback=1,proximity=0.1"),
          ("+same text = questions without spelling", FIELDS + ",function=0.3,latent=0.55,feedback=1,proximity=0.1,exact=1")]


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, check=True, capture_output=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--bench", required=True)
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--count", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        index, queries = folder / "index", folder / "queries.tsv"
        subprocess.run([options.qsearch, "index", "--index", index, ROOT / "Index/banks", "-q"], check=True)
        lines = (ROOT / "Eval/collections/default/queries.tsv").read_text().splitlines()
        queries.write_text("".join("\t".join(line.split("\t")[:2]) + "\n" for line in lines))
        times = {title: [] for title, _ in MODELS}
        for _ in range(options.rounds):
            for title, model in MODELS:
                output = subprocess.run([options.bench, "query", "--index", index, "--queries", queries, "--model", model, "--repeat", "10"],
                                        check=True, capture_output=True, text=True).stdout
                each = sorted(json.loads(line)["us"] for line in output.splitlines())
                times[title].append((sum(each) / len(each), each[int(0.99 * len(each))]))
        print("| model | mean, µs | p99, µs | of bm25's mean | of its p99 |\n|---|---|---|---|---|")
        base = None
        for title, rounds in times.items():
            mean, last = (sorted(column)[min(2, len(rounds) - 1)] for column in zip(*rounds))
            base = base or (mean, last)
            print(f"| {title} | {mean:.1f} | {last:.0f} | {mean / base[0]:.2f} | {last / base[1]:.2f} |")
        print("\n| one query, µs by `qsearch run` | without spelling | with |\n|---|---|---|")
        for text in ("positional encoding in transformers", "positinal encoding in transformers"):
            queries.write_text("".join(f"q{number}\t{text}\n" for number in range(options.count)))
            run = [options.qsearch, "run", "--index", index, "--queries", queries, "--output", "/dev/null", "--depth", "10", "-q", "--model"]
            each = [min(seconds([*run, model]) for _ in range(3)) / options.count * 1e6 for model in ("questions:spelling=0", "questions")]
            print(f"| {text} | {each[0]:.1f} | {each[1]:.1f} |")


if __name__ == "__main__":
    main()
