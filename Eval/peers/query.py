#!/usr/bin/env python3
"""Times top-10 searches: qsearch beside tantivy and bm25s, and checks qsearch's scores.

    python3 Eval/peers/query.py --bench .build/release/qsearch-bench --docs docs.tsv [--rounds 3]
    python3 Eval/peers/query.py --bench .build/release/qsearch-bench --scale 10000,100000,1000000 --svg query.svg

docs.tsv has a document a line, `id TAB text`; every engine splits at blanks, BM25 with k1 1.2, b 0.75
and Lucene's idf. Queries are drawn from the documents with a seed: two or three words of middle
frequency of one text (`keywords`), a text's first sixteen words (`questions`), words of the most
frequent hundred (`frequent`), two or three words of one text that all have to be there (`all words`),
two or three words in a row (`phrases`) and beginnings of words (`prefixes`). Microseconds are
in-process, from the text of the query to the ten best documents, the fastest of the passes; rounds
are interleaved and their median counts. tantivy and bm25s are called from Python, which costs them
some microseconds a query. A part of the queries is scored by a slow and obvious oracle as well.
Peers that are not installed (`pip install tantivy bm25s`) are left out, visibly."""
import argparse, collections, heapq, json, math, os, random, statistics, subprocess, sys, tempfile, time

from index_build import build_tantivy, documents, make_questions

SETS = {"keywords": "or", "questions": "or", "frequent": "or", "all words": "and", "phrases": "phrase",
        "prefixes": "prefix"}


def draw_queries(texts, folder, count, seed=7):
    """Writes a file of queries for each set."""
    generator = random.Random(seed)
    frequency = collections.Counter(word for text in texts for word in set(text))
    frequent = [word for word, _ in frequency.most_common(100)]
    high = max(len(texts) // 200, 10)

    def one(name):
        text = generator.choice(texts)
        wanted = generator.choice((2, 3))
        if name == "keywords":
            middle = sorted({word for word in text if 2 <= frequency[word] <= high})
            return generator.sample(middle, wanted) if len(middle) >= wanted else None
        if name == "questions":
            words = text + generator.choice(texts) + generator.choice(texts)
            return words[:16] if len(words) >= 16 else None
        if name == "frequent":
            return generator.sample(frequent, wanted)
        if name == "all words":
            words = sorted(set(text))
            return generator.sample(words, wanted) if len(words) >= wanted else None
        if name == "phrases":
            start = generator.randrange(max(len(text) - wanted, 1))
            return text[start:start + wanted] if len(text) > wanted else None
        word = generator.choice(text)
        return [word[:generator.choice((3, 4))]] if len(word) >= 4 else None

    for name in SETS:
        with open(os.path.join(folder, name + ".tsv"), "w") as output:
            for number in range(count):
                words = None
                while not words:
                    words = one(name)
                output.write(f"{name[0]}{number}\t{' '.join(words)}\n")


def run_qsearch(bench, index, queries, mode, repeat):
    done = subprocess.run([bench, "query", "--index", index, "--queries", queries, "--mode", mode, "--repeat", str(repeat)],
                          capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


class Tantivy:
    sets = ("keywords", "questions", "frequent", "all words", "phrases")

    def __init__(self, docs, folder):
        import tantivy
        self.tantivy = tantivy
        build_tantivy(docs, folder, 1)
        index = tantivy.Index.open(folder)
        index.reload()
        self.schema, self.searcher = index.schema, index.searcher()

    def search(self, words, mode):
        query = self.tantivy.Query
        if mode == "phrase":
            asked = query.phrase_query(self.schema, "text", words)
        else:
            occur = self.tantivy.Occur.Must if mode == "and" else self.tantivy.Occur.Should
            asked = query.boolean_query([(occur, query.term_query(self.schema, "text", word)) for word in words])
        found = self.searcher.search(asked, 10, count=False).hits
        return [(score, self.searcher.doc(address)) for score, address in found]


class BM25s:
    sets = ("keywords", "questions", "frequent")

    def __init__(self, docs, folder):
        import bm25s
        self.engine = bm25s.BM25(method="lucene", k1=1.2, b=0.75, backend="numba")
        tokens = bm25s.tokenize([text for _, text in documents(docs)], lower=False, token_pattern=r"\S+",
                                stopwords=None, show_progress=False)
        self.engine.index(tokens, show_progress=False)
        self.engine.activate_numba_scorer()
        self.search(["a", "b"], "or")

    def search(self, words, mode):
        return self.engine.retrieve([words], k=10, show_progress=False, n_threads=1)


PEERS = {"tantivy": Tantivy, "bm25s": BM25s}


def time_peer(engine, queries, mode, repeat):
    fastest = [math.inf] * len(queries)
    for _ in range(repeat + 1):
        for number, (_, text) in enumerate(queries):
            start = time.perf_counter()
            engine.search(text.split(), mode)
            fastest[number] = min(fastest[number], 1e6 * (time.perf_counter() - start))
    return fastest


def oracle(docs):
    """Scores every document for a query, and gives the ten best scores."""
    texts = [text.split() for _, text in documents(docs)]
    postings, lengths = collections.defaultdict(dict), [len(text) for text in texts]
    for number, text in enumerate(texts):
        for word, frequency in collections.Counter(text).items():
            postings[word][number] = frequency
    average = sum(lengths) / len(lengths)

    def idf(word):
        found = len(postings.get(word, ()))
        return math.log(1 + (len(texts) - found + 0.5) / (found + 0.5))

    def part(frequency, number):
        return frequency / (frequency + 1.2 * (0.25 + 0.75 * lengths[number] / average))

    def occurrences(words, number):
        text = texts[number]
        return sum(text[place:place + len(words)] == words for place in range(len(text) - len(words) + 1))

    def best(words, mode):
        scores = collections.defaultdict(float)
        if mode == "phrase":
            for number in set.intersection(*(set(postings.get(word, ())) for word in words)):
                if frequency := occurrences(words, number):
                    scores[number] = sum(map(idf, words)) * part(frequency, number)
        elif mode == "prefix":
            scores.update((number, 1) for word, found in postings.items() if word.startswith(words[0]) for number in found)
        else:
            for word, times in collections.Counter(words).items():
                for number, frequency in postings.get(word, {}).items():
                    scores[number] += times * idf(word) * part(frequency, number)
            if mode == "and":
                every = set.intersection(*(set(postings.get(word, ())) for word in words))
                scores = {number: score for number, score in scores.items() if number in every}
        return heapq.nlargest(10, scores.values())

    return best


def percentile(values, share):
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def compare(options, docs, folder):
    count = sum(1 for _ in documents(docs))
    index = os.path.join(folder, "ours")
    subprocess.run([options.bench, "build", "--docs", docs, "--index", index], check=True, stdout=subprocess.DEVNULL)
    draw_queries([text.split() for _, text in documents(docs)], folder, options.queries)
    engines = {}
    for name, engine in PEERS.items():
        try:
            os.makedirs(os.path.join(folder, name), exist_ok=True)
            engines[name] = engine(docs, os.path.join(folder, name))
        except ImportError as error:
            print("left out:", name, error, file=sys.stderr)
    best = oracle(docs) if options.check else None
    lines = [f"{count:,} documents of `{os.path.basename(docs)}`, {options.queries} queries a row; microseconds, mean (p99); "
             f"median of {options.rounds} interleaved rounds.", "",
             "| queries | qsearch | " + " | ".join(engines) + " | qsearch / best, mean and p99 | scores right |",
             "|---|---|" + "---|" * len(engines) + "---|---|"]
    for name, mode in SETS.items():
        path = os.path.join(folder, name + ".tsv")
        queries = list(documents(path))
        times = collections.defaultdict(list)
        for _ in range(options.rounds):
            ours = run_qsearch(options.bench, index, path, mode, options.repeat)
            times["qsearch"].append([line["us"] for line in ours])
            for peer, engine in engines.items():
                if name in engine.sets:
                    times[peer].append(time_peer(engine, queries, mode, options.repeat))
        figures = {engine: (statistics.median(map(statistics.mean, rounds)),
                            statistics.median(percentile(one, 0.99) for one in rounds)) for engine, rounds in times.items()}
        right = "–"
        if best:
            checked = list(zip(queries, ours))[:options.check]
            same = sum(all(math.isclose(a, b, rel_tol=1e-9) for a, b in zip(expected, scores)) and len(expected) == len(scores)
                       for (_, text), line in checked
                       for expected, scores in [(best(text.split(), mode), [score for _, score in line["hits"]])])
            right = f"{same} of {len(checked)}"
        peers = [figures[engine] for engine in engines if engine in figures]
        ratio = "–" if not peers else " ".join(f"{figures['qsearch'][n] / min(peer[n] for peer in peers):.2f}" for n in (0, 1))
        cells = [f"{figures[e][0]:.1f} ({figures[e][1]:.0f})" if e in figures else "–" for e in ["qsearch", *engines]]
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {ratio} | {right} |")
        print(lines[-1], flush=True)
    return lines


def scale(options, folder):
    """Mean time of qsearch on made questions of rising number."""
    points, lines = [], ["| documents | " + " | ".join(SETS) + " |", "|---|" + "---|" * len(SETS)]
    for count in map(int, options.scale.split(",")):
        docs, index = os.path.join(folder, "docs.tsv"), os.path.join(folder, f"index{count}")
        make_questions(docs, count)
        subprocess.run([options.bench, "build", "--docs", docs, "--index", index], check=True, stdout=subprocess.DEVNULL)
        if not points:  # the same queries for all numbers
            draw_queries([text.split() for _, text in documents(docs)], folder, options.queries)
        means = [statistics.mean(line["us"] for line in run_qsearch(
            options.bench, index, os.path.join(folder, name + ".tsv"), mode, options.repeat)) for name, mode in SETS.items()]
        points.append((count, means[0] / 1e6, means))
        lines.append(f"| {count:,} | " + " | ".join(f"{mean:.1f}" for mean in means) + " |")
        print(lines[-1], flush=True)
    if options.svg:
        plot_sets(points, options.svg)
    return ["Mean microseconds of a query on made questions of 12 words (seed 6); the same queries for all.", ""] + lines


def plot_sets(points, path):
    width, height, left, bottom = 640, 420, 70, 50
    xs = [math.log10(count) for count, _, _ in points]
    low = math.floor(math.log10(min(min(means) for _, _, means in points)))
    high = math.ceil(math.log10(max(max(means) for _, _, means in points)))

    def place(x, y):
        return (left + (x - xs[0]) / max(xs[-1] - xs[0], 1e-9) * (width - left - 110),
                height - bottom - (y - low) / (high - low) * (height - bottom - 40))

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="12">',
             f'<rect width="{width}" height="{height}" fill="white"/>',
             f'<text x="{width / 2}" y="20" text-anchor="middle">Mean time of a query by number of documents</text>']
    for decade in range(low, high + 1):
        _, y = place(xs[0], decade)
        parts.append(f'<line x1="{left}" x2="{width - 110}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
                     f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{10 ** decade:g} µs</text>')
    for x, (count, _, _) in zip(xs, points):
        parts.append(f'<text x="{place(x, low)[0]:.1f}" y="{height - 25}" text-anchor="middle">{count:,}</text>')
    colors = ["#06c", "#c30", "#393", "#939", "#c80", "#066"]
    for number, name in enumerate(SETS):
        dots = [place(x, math.log10(means[number])) for x, (_, _, means) in zip(xs, points)]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
        parts.append(f'<polyline fill="none" stroke="{colors[number]}" points="{line}"/>'
                     f'<text x="{dots[-1][0] + 6:.1f}" y="{dots[-1][1] + 4:.1f}" fill="{colors[number]}">{name}</text>')
    with open(path, "w") as output:
        output.write("\n".join(parts) + "</svg>\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", default=".build/release/qsearch-bench")
    parser.add_argument("--docs")
    parser.add_argument("--queries", type=int, default=500, help="of each set")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--repeat", type=int, default=3, help="passes of a round")
    parser.add_argument("--check", type=int, default=50, help="queries of each set that the oracle scores; 0: none")
    parser.add_argument("--scale", help="numbers of documents, with commas")
    parser.add_argument("--svg")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = compare(options, options.docs, folder) + [""] if options.docs else []
        if options.scale:
            lines += scale(options, folder) + [""]
    print("\n" + "\n".join(lines))


if __name__ == "__main__":
    main()
