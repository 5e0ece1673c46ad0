#!/usr/bin/env python3
"""How well `qsearch related ID` finds what is asked elsewhere in other words.

    python3 Eval/ranking/related.py --qsearch .build/release/qsearch [--data S] [--part development|test] [-- OPTION…]

The entries are those that have a partner: on the development banks (test: the held-out banks) and the default collection pairs that were
labelled the same question; with --data, on Computer Science Stack Exchange, questions of an even id (test: an odd one) and those that people linked
as duplicate or related, with the title as question and the body as answer. The entry itself is never counted, and exact copies are taken
out of results and judgments; near copies, which a person does not see, stay. Prints average precision, the share whose first result is a partner, and, of the lists' first
five, how many have two results that are each other's partner: what --diverse is there to avoid."""
import argparse, collections, concurrent.futures, gzip, json, os, pathlib, re, subprocess, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def plain(text):
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def entries(qsearch, banks):
    out = subprocess.run([qsearch, "read", *map(str, banks), "--jsonl", "-q"], capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def by_text(entries, pairs):
    """Partners by id from pairs of texts; copies are no partners."""
    ids = collections.defaultdict(list)
    for entry in entries:
        ids[plain(entry["text"])].append(entry["id"])
    partners = collections.defaultdict(set)
    for label, kind, one, other in pairs:
        if label == "1" and kind != "exact" and plain(one) != plain(other):
            for a in ids[plain(one)]:
                for b in ids[plain(other)]:
                    partners[a].add(b), partners[b].add(a)
    return partners


def bank_pairs(qsearch, folder, name):
    banks = [folder / f"{name}-a.md", folder / f"{name}-b.md"]
    rows = [line.split("\t") for line in (folder / f"{name}-pairs.tsv").read_text().splitlines()[1:]]
    found = entries(qsearch, banks)
    return banks, found, by_text(found, rows)


def default_pairs(qsearch, part):
    banks = [ROOT.parent / "Index/banks"]
    partners = collections.defaultdict(set)
    for line in (ROOT / "collections/default/pairs.tsv").read_text().splitlines()[1:]:
        one, other, label, _, of, *_ = line.split("\t")
        if label == "1" and of == part:
            partners[one].add(other), partners[other].add(one)
    found = entries(qsearch, banks)
    known = {entry["id"] for entry in found}
    return banks, found, {a: bs & known for a, bs in partners.items() if a in known and bs & known}


def linked(qsearch, data, part, folder):
    documents = [json.loads(line) for line in gzip.open(data / "cs_se/docs.jsonl.gz", "rt")]
    bank = folder / "cs_se.jsonl"
    bank.write_text("".join(json.dumps({"question": d["title"], "answer": d["text"]}) + "\n" for d in documents))
    found = entries(qsearch, [bank])
    ids = {plain(entry["text"]): entry["id"] for entry in found}
    names = {d["id"]: ids.get(plain(d["title"])) for d in documents}
    partners = collections.defaultdict(set)
    for line in (data / "cs_se/qrels.txt").read_text().splitlines():
        query, _, document, grade = line.split()
        a, b = names.get(query), names.get(document)
        if int(grade) > 0 and a and b and a != b and int(query) % 2 == (part == "test"):
            partners[a].add(b)
    return [bank], found, partners


def measure(qsearch, banks, found, partners, options, depth):
    texts = {entry["id"]: plain(entry["text"]) for entry in found}
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        subprocess.run([qsearch, "index", "--index", index, *map(str, banks), "-q"], check=True, capture_output=True)

        def of(entry):
            command = [qsearch, "related", entry, "--index", index, "--jsonl", "-q", "--no-collapse", "--limit", str(depth), *options]
            lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
            hits = [json.loads(line)["id"] for line in lines]
            assert entry not in hits
            return [hit for hit in hits if texts[hit] != texts[entry]]

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            lists = list(pool.map(of, sorted(partners)))
    precision, first, twice = [], 0, 0
    for entry, hits in zip(sorted(partners), lists):
        wanted = partners[entry]
        ranks = [rank for rank, hit in enumerate(hits, 1) if hit in wanted]
        precision.append(sum(n / rank for n, rank in enumerate(ranks, 1)) / len(wanted))
        first += 1 in ranks
        top = hits[:5]
        twice += any(b in partners.get(a, ()) for a in top for b in top)
    count = len(partners)
    return count, sum(precision) / count, first / count, twice


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--qsearch", required=True)
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--part", choices=["development", "test"], default="development")
    parser.add_argument("--depth", type=int, default=100)
    parser.add_argument("options", nargs="*")
    options = parser.parse_args()
    qsearch = os.path.abspath(options.qsearch)
    print("| entries of | count | AP | first is a partner | partners of each other among five |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        kind, names = ("development-banks", ["ml", "science", "web"]) if options.part == "development" else ("held-out-banks", ["cs", "dl", "general"])
        sets = [(f"{kind}/{name}", bank_pairs(qsearch, ROOT / "collections" / kind, name)) for name in names]
        sets.append(("default", default_pairs(qsearch, options.part)))
        if options.data:
            sets.append(("cs_se", linked(qsearch, options.data, options.part, pathlib.Path(folder))))
        for name, one in sets:
            count, precision, first, twice = measure(qsearch, *one, options.options, options.depth)
            print(f"| {name} | {count} | {precision:.3f} | {first:.3f} | {twice} |")


if __name__ == "__main__":
    main()
