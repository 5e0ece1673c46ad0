#!/usr/bin/env python3
"""Times the finding of near duplicates: qsearch beside an exact join in Python and MinHash tools.

    python3 Eval/peers/dedup.py --bench .build/release/qsearch-bench --docs docs.tsv [--shingle char5] [--rounds 3]
    python3 Eval/peers/dedup.py --bench .build/release/qsearch-bench --scale 100000,1000000,5000000 [--shingle word3]

docs.tsv has a text a line, `id TAB text`, of lower-case words with one blank between. Shingles are sets
of runs of three words (word3) or five characters (char5); a text shorter than that is its own shingle.
Pairs are those of Jaccard similarity 0.7 or more; what signatures propose is verified, so that precision
is 1 and recall says what was lost. Rounds are interleaved: each tool once, in turn; the fastest counts.
Seconds of qsearch are those of the whole process with reading and printing, of the others from texts in
memory to pairs; memory is the peak of the process. Peers that are not installed (`pip install rensa
gaoya SetSimilaritySearch`) are left out, visibly. --scale makes questions with a seeded generator and
times qsearch on each number of them. A table goes to standard output."""
import argparse, importlib.util, json, math, os, random, resource, subprocess, sys, tempfile, time

BANDS, ROWS = 32, 4


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t", 1)[1] for line in lines]


def shingle_set(text, kind):
    if kind == "word3":
        parts, width, join = text.split(" "), 3, " ".join
    else:
        parts, width, join = text, 5, str
    if len(parts) < width:
        return {text}
    return {join(parts[i:i + width]) for i in range(len(parts) - width + 1)}


def verified(candidates, sets, threshold):
    """Of pairs a < b those that are similar enough."""
    pairs = set()
    for a, b in candidates:
        common = len(sets[a] & sets[b])
        if common / (len(sets[a]) + len(sets[b]) - common) >= threshold:
            pairs.add((a, b))
    return pairs


def ordered(rows):
    return {(min(a, b), max(a, b)) for a, hits in rows for b in hits if a != b}


def find_rensa(texts, kind, threshold):
    import rensa
    sets = [shingle_set(text, kind) for text in texts]
    sketches = rensa.RMinHash.from_token_sets([list(s) for s in sets], BANDS * ROWS, 1)
    index = rensa.RMinHashLSH(threshold, BANDS * ROWS, BANDS)
    index.insert_many(sketches)
    return verified(ordered(enumerate(index.query_all(sketches))), sets, threshold)


def find_gaoya(texts, kind, threshold):
    from gaoya.minhash import MinHashStringIndex
    analyzer, width = ("word", 3) if kind == "word3" else ("char", 5)
    index = MinHashStringIndex(32, threshold * 0.8, BANDS, ROWS, None, analyzer, False, (width, width),
                               id_container="smallvec")
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    candidates = ordered(enumerate(index.par_bulk_query(texts)))
    sets = {i: shingle_set(texts[i], kind) for i in {i for pair in candidates for i in pair}}
    return verified(candidates, sets, threshold)


def find_all_pairs(texts, kind, threshold):
    import SetSimilaritySearch
    sets = [shingle_set(text, kind) for text in texts]
    found = SetSimilaritySearch.all_pairs(sets, similarity_func_name="jaccard", similarity_threshold=threshold)
    return {(int(min(a, b)), int(max(a, b))) for a, b, _ in found}  # they may be of numpy


PEERS = {"rensa": find_rensa, "gaoya": find_gaoya, "SetSimilaritySearch": find_all_pairs}


def child(options):
    """One run of one peer, in a process of its own."""
    texts = load(options.docs)
    start = time.perf_counter()
    pairs = PEERS[options.child](texts, options.shingle, options.threshold)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open(options.pairs, "w", encoding="utf-8") as file:
        json.dump({"seconds": seconds, "kilobytes": memory, "pairs": sorted(pairs)}, file)


def run_peer(name, options, folder):
    target = os.path.join(folder, name)
    subprocess.run([sys.executable, os.path.abspath(__file__), "--child", name, "--docs", options.docs,
                    "--shingle", options.shingle, "--threshold", str(options.threshold), "--pairs", target],
                   check=True, env=dict(os.environ, RAYON_NUM_THREADS="1"))
    with open(target, encoding="utf-8") as file:
        result = json.load(file)
    return result["seconds"], result["kilobytes"], {tuple(pair) for pair in result["pairs"]}


def run_qsearch(options, jsonl):
    """The whole process; GNU time knows its memory."""
    command = [options.bench, "dedup", "--jsonl", jsonl, "--threshold", str(options.threshold), "--shingle", options.shingle]
    with tempfile.NamedTemporaryFile("r") as memory:
        start = time.perf_counter()
        result = subprocess.run(["time", "-q", "-f", "%M", "-o", memory.name] + command, check=True, capture_output=True, text=True)
        seconds = time.perf_counter() - start
        kilobytes = int(memory.read().split()[-1])
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    return seconds, kilobytes, {(min(int(r["a"]), int(r["b"])), max(int(r["a"]), int(r["b"]))) for r in rows}


def write_lines(texts, path):
    with open(path, "w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")


def made_questions(count, seed=7):
    """Words of falling frequency; one text in ten is another with one word changed, left out or added."""
    draw = random.Random(seed)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(draw.choices(letters, k=draw.randint(2, 9))) for _ in range(50_000)]
    kept = []
    for number in range(count):
        if number % 10 == 9:
            text = list(kept[draw.randrange(len(kept))])
            place = draw.randrange(len(text))
            change = draw.randrange(3)
            text[place:place + (change != 2)] = [] if change == 1 and len(text) > 1 else [draw.choice(words)]
        else:
            text = [words[int(len(words) * draw.random() ** 3)] for _ in range(draw.randint(4, 20))]
        if len(kept) < 100_000:
            kept.append(text)
        yield " ".join(text)


def scale(options, folder):
    points = []
    print("| texts | seconds | microseconds a text | peak MB | pairs |\n|---|---|---|---|---|")
    for count in (int(n) for n in options.scale.split(",")):
        jsonl = os.path.join(folder, "made.jsonl")
        write_lines(made_questions(count), jsonl)
        runs = [run_qsearch(options, jsonl) for _ in range(options.rounds)]
        seconds, kilobytes, pairs = min(runs, key=lambda run: run[0])
        points.append((count, seconds))
        print(f"| {count:,} | {seconds:.2f} | {seconds / count * 1e6:.2f} | {kilobytes // 1024} | {len(pairs)} |", flush=True)
    if len(points) > 1:
        (a, s), (b, t) = points[0], points[-1]
        print(f"\nTime grows with texts to the power of {math.log(t / s) / math.log(b / a):.2f}.")


def compare(options, folder):
    names = [n for n in PEERS if importlib.util.find_spec(n)]
    for name in PEERS:
        if name not in names:
            print(f"{name} is not installed and left out", file=sys.stderr)
    if options.shingle == "char5" and "SetSimilaritySearch" in names:
        names.remove("SetSimilaritySearch")  # minutes
    jsonl = os.path.join(folder, "docs.jsonl")
    write_lines(load(options.docs), jsonl)
    best = {}
    for _ in range(options.rounds):
        for name in ["qsearch"] + names:
            run = run_qsearch(options, jsonl) if name == "qsearch" else run_peer(name, options, folder)
            if name not in best or run[0] < best[name][0]:
                best[name] = run
    truth = best["qsearch"][2]
    print("| tool | seconds | qsearch / tool | peak MB | pairs | share of qsearch's pairs | others |\n|---|---|---|---|---|---|---|")
    for name, (seconds, kilobytes, pairs) in best.items():
        print(f"| {name} | {seconds:.2f} | {best['qsearch'][0] / seconds:.2f} | {kilobytes // 1024} | {len(pairs)} "
              f"| {len(pairs & truth) / max(len(truth), 1):.5f} | {len(pairs - truth)} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--bench", "--docs", "--scale", "--child", "--pairs"):
        parser.add_argument(name)
    parser.add_argument("--shingle", choices=("word3", "char5"), default="word3")
    parser.add_argument("--threshold", type=float, default=0.7)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if options.child:
        return child(options)
    if not options.bench or not (options.docs or options.scale):
        parser.error("--bench and --docs or --scale are needed")
    with tempfile.TemporaryDirectory() as folder:
        scale(options, folder) if options.scale else compare(options, folder)


if __name__ == "__main__":
    main()
