#!/usr/bin/env python3
"""Times the building of an index: qsearch beside tantivy, bm25s and SQLite FTS5.

    python3 Eval/peers/index_build.py --bench .build/release/qsearch-bench --docs docs.tsv [--rounds 5]
    python3 Eval/peers/index_build.py --bench .build/release/qsearch-bench --scale 10000,100000,1000000

docs.tsv has a document a line, `id TAB text`; every engine splits at blanks and keeps positions (bm25s
has none). Rounds are interleaved: each engine once, in turn; the fastest of the rounds counts. Seconds
are in-process, from opening the file to the complete index on disk; peak memory is that of the process.
--scale makes questions with a seeded generator, builds an index of each number of them with qsearch,
and draws the times as an SVG with the exponent of the fitted power law. Peers that are not installed
(`pip install tantivy bm25s`) are left out, visibly. A report goes to --report FILE.md."""
import argparse, functools, itertools, json, math, os, random, resource, shutil, subprocess, sys, tempfile, time


def documents(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t", 1)


def build_tantivy(path, index, threads, finds_ids=False):
    """Ids are stored as numbers, which is least work for tantivy, or as they are and to be found."""
    import tantivy
    schema = tantivy.SchemaBuilder()
    if finds_ids:
        schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    else:
        schema.add_unsigned_field("id", stored=True, indexed=False)
    schema.add_text_field("text", stored=False, tokenizer_name="whitespace", index_option="position")
    start = time.perf_counter()
    writer = tantivy.Index(schema.build(), path=index).writer(heap_size=1_500_000_000, num_threads=threads)
    for number, (name, text) in enumerate(documents(path)):
        document = tantivy.Document()
        if finds_ids:
            document.add_text("id", name)
        else:
            document.add_unsigned("id", number)
        document.add_text("text", text)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    return time.perf_counter() - start


def build_bm25s(path, index, threads):
    import bm25s
    start = time.perf_counter()
    tokens = bm25s.tokenize([text for _, text in documents(path)], lower=False, token_pattern=r"\S+",
                            stopwords=[], show_progress=False)
    engine = bm25s.BM25()
    engine.index(tokens, show_progress=False)
    engine.save(index)
    return time.perf_counter() - start


def build_fts5(path, index, threads):
    import sqlite3
    start = time.perf_counter()
    base = sqlite3.connect(os.path.join(index, "fts.db"), isolation_level=None)
    base.execute("pragma journal_mode=off")
    base.execute("create virtual table t using fts5(id unindexed, text, content='', tokenize='ascii')")
    base.execute("begin")
    base.executemany("insert into t(rowid, id, text) values (?, ?, ?)",
                     ((n, name, text) for n, (name, text) in enumerate(documents(path))))
    base.execute("insert into t(t) values ('optimize')")
    base.execute("commit")
    base.close()
    return time.perf_counter() - start


PEERS = {"tantivy": (build_tantivy, (1, 2)),
         "tantivy, ids indexed": (functools.partial(build_tantivy, finds_ids=True), (1, 2)),
         "bm25s": (build_bm25s, (1,)), "SQLite FTS5": (build_fts5, (1,))}


def folder_bytes(folder):
    return sum(os.path.getsize(os.path.join(d, f)) for d, _, files in os.walk(folder) for f in files)


def run(command, folder):
    """Runs a build in a fresh folder; gives seconds, bytes of the index, peak MB; None where it fails."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    done = subprocess.run(command, capture_output=True, text=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        print("left out:", " ".join(command[-4:]), done.stderr.strip().splitlines()[-1:], file=sys.stderr)
        return None
    result = json.loads(lines[-1])
    return result["build_s"], folder_bytes(folder), result["peak_memory_bytes"] / 1e6


def worker(engine, path, index, threads):
    seconds = PEERS[engine][0](path, index, threads)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(json.dumps({"build_s": seconds, "peak_memory_bytes": peak}))


def compare(options, temporary):
    count = sum(1 for _ in documents(options.docs))
    jobs = [("qsearch", threads) for threads in (1, 2)]
    jobs += [(name, threads) for name, (_, counts) in PEERS.items() for threads in counts]
    best = {}
    folder = os.path.join(temporary, "index")
    for _ in range(options.rounds):
        for name, threads in list(jobs):
            if name == "qsearch":
                command = [options.bench, "build", "--docs", options.docs, "--index", folder, "--threads", str(threads)]
            else:
                command = [sys.executable, __file__, "--worker", name, options.docs, folder, str(threads)]
            result = run(command, folder)
            if result is None:
                jobs.remove((name, threads))
            elif (name, threads) not in best or result[0] < best[name, threads][0]:
                best[name, threads] = result
    lines = [f"{count:,} documents of `{os.path.basename(options.docs)}`, fastest of {options.rounds} interleaved rounds.", "",
             "| engine | threads | seconds | qsearch / engine | bytes a document | peak MB |", "|---|---|---|---|---|---|"]
    for (name, threads), (seconds, size, peak) in best.items():
        ratio = best["qsearch", threads][0] / seconds
        lines.append(f"| {name} | {threads} | {seconds:.2f} | {ratio:.2f} | {size / count:.1f} | {peak:.0f} |")
    return lines


def vocabulary(generator, size):
    starts, middles = "b d f g h k l m n p r s t v w z br dr st pl".split(), "a e i o u ai ou".split()
    syllables = [a + b + c for a, b, c in itertools.product(starts, middles, ["", "n", "r", "s", "l"])]
    words = set()
    while len(words) < size:
        words.add("".join(generator.choice(syllables) for _ in range(generator.choice((1, 2, 2, 3)))))
    return sorted(words, key=lambda word: (len(word), generator.random()))


def make_questions(path, count, seed=6):
    """Words by Zipf's law, six to eighteen a question."""
    generator = random.Random(seed)
    words = vocabulary(generator, 100_000)
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    with open(path, "w", encoding="ascii") as output:
        for first in range(0, count, 10_000):
            lengths = [generator.randint(6, 18) for _ in range(min(10_000, count - first))]
            drawn = iter(generator.choices(words, cum_weights=weights, k=sum(lengths)))
            output.writelines(f"q{first + n}\t{' '.join(itertools.islice(drawn, length))}\n"
                              for n, length in enumerate(lengths))


def plot(points, exponent, path):
    width, height, left, bottom = 640, 420, 70, 50
    xs, ys = [math.log10(n) for n, _, _ in points], [math.log10(s) for _, s, _ in points]
    low, high = math.floor(min(ys)), math.ceil(max(ys))

    def place(x, y):
        return (left + (x - xs[0]) / (xs[-1] - xs[0]) * (width - left - 30),
                height - bottom - (y - low) / (high - low) * (height - bottom - 40))

    dots = [place(x, y) for x, y in zip(xs, ys)]
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="12">',
             f'<rect width="{width}" height="{height}" fill="white"/>',
             f'<text x="{width / 2}" y="20" text-anchor="middle">Time to build an index: documents to the power of {exponent:.2f}</text>']
    for decade in range(low, high + 1):
        _, y = place(xs[0], decade)
        parts.append(f'<line x1="{left}" x2="{width - 30}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
                     f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{10 ** decade:g} s</text>')
    for (x, y), (count, seconds, _) in zip(dots, points):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#06c"/>'
                     f'<text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle">{seconds:.2f} s</text>'
                     f'<text x="{x:.1f}" y="{height - 25}" text-anchor="middle">{count:,}</text>')
    parts.append('<polyline fill="none" stroke="#06c" points="' + " ".join(f"{x:.1f},{y:.1f}" for x, y in dots) + '"/></svg>')
    with open(path, "w") as output:
        output.write("\n".join(parts) + "\n")


def scale(options, temporary):
    points, lines = [], ["| documents | seconds | microseconds a document | bytes a document | peak MB |", "|---|---|---|---|---|"]
    for count in map(int, options.scale.split(",")):
        path, folder = os.path.join(temporary, "docs.tsv"), os.path.join(temporary, "index")
        make_questions(path, count)
        command = [options.bench, "build", "--docs", path, "--index", folder, "--threads", str(options.threads)]
        results = [result for result in (run(command, folder) for _ in range(3 if count <= 1_000_000 else 1)) if result]
        seconds, size, peak = min(results)
        points.append((count, seconds, peak))
        lines.append(f"| {count:,} | {seconds:.2f} | {1e6 * seconds / count:.2f} | {size / count:.1f} | {peak:.0f} |")
        print(lines[-1], flush=True)
    xs, ys = [math.log(n) for n, _, _ in points], [math.log(s) for _, s, _ in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    exponent = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)
    lines = [f"Made questions of 12 words (seed 6), {options.threads} thread: time grows with documents to the power of "
             f"{exponent:.2f}.", ""] + lines
    if options.svg:
        plot(points, exponent, options.svg)
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", default=".build/release/qsearch-bench")
    parser.add_argument("--docs")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scale", help="numbers of documents, with commas")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--svg")
    parser.add_argument("--report", help="a file to append the tables to")
    parser.add_argument("--worker", nargs=4)
    options = parser.parse_args()
    if options.worker:
        return worker(options.worker[0], options.worker[1], options.worker[2], int(options.worker[3]))
    with tempfile.TemporaryDirectory() as temporary:
        lines = []
        if options.docs:
            lines += compare(options, temporary) + [""]
        if options.scale:
            lines += scale(options, temporary) + [""]
    print("\n".join(lines))
    if options.report:
        with open(options.report, "a") as output:
            output.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
