#!/usr/bin/env python3
"""Turns public data sets into collections for `qsearch eval`.

usage: convert.py DATA OUT [NAME…]

DATA is the folder of data sets with its README.md and SHA256SUMS; OUT gets one folder a collection
(all of them where no NAME is given). Standard library only. No data is part of this repository:
each set has its own licence, named in its collection.json.

A collection folder has
  collection.json   name, title, documents, documents_source, analyzer, systems, licence
  docs.jsonl        one JSON object a line: id, text, and where there are such title and answer
  queries.tsv       qid TAB text
  qrels.txt         TREC judgments: qid 0 docid grade
  exclude.tsv       qid TAB docid: what is not to be found, where queries are documents themselves
askubuntu_dev has no texts: its folder has run.txt and qrels.txt, and its collection.json names the
run as a system.

Files are checked against SHA256SUMS, counts against the table in DATA/README.md; what is missing,
changed or miscounted ends the program with exit code 2 and one line that says so.

Intent sets become collections of same-meaning judgments: train utterances are documents, test
utterances queries, relevant is what has the same label. Test utterances that are out of scope have
nothing relevant and are left out.
"""
import gzip
import hashlib
import json
import os
import re
import struct
import sys

RETRIEVAL = {
    "quora": "Quora questions, duplicates by transitive closure",
    "cs_se": "Computer Science Stack Exchange, duplicate and linked questions",
    "stackfaq": "StackFAQ, rephrased questions to FAQ threads",
    "scifact": "SciFact, claims to abstracts",
    "cranfield": "Cranfield, aerodynamics",
    "vaswani": "Vaswani, physics abstracts",
    "cacm": "CACM, titles and abstracts",
    "cisi": "CISI, library science",
    "med": "Medline",
    "lisa": "LISA, library and information science",
    "time": "Time articles",
    "adi": "ADI, information science",
}
INTENTS = {
    "banking77": "Banking77, the same intent",
    "clinc150": "CLINC150, the same intent",
    "hint3": "HINT3, the same intent",
}
RUNS = {"askubuntu_dev": "AskUbuntu similar questions, development half"}
SYSTEMS = [
    ("bm25", "bm25"),
    ("robertson", "bm25:robertson"),
    ("atire", "bm25:atire"),
    ("bm25l", "bm25:bm25l"),
    ("bm25+", "bm25:bm25+"),
    ("bm25-adpt", "bm25:bm25-adpt"),
    ("lnc.ltc", "tfidf:lnc.ltc"),
    ("ltc.ltc", "tfidf:ltc.ltc"),
    ("Lnu.ltu", "tfidf:Lnu.ltu"),
    ("tfidf-lucene", "tfidf:lucene"),
]


class Refusal(Exception):
    """What is wrong with the data: one line with the way out."""


class DataSets:
    """The folder of data sets: files by their checksums, rows of the table."""

    def __init__(self, folder):
        self.folder = folder
        self.sums = {}
        path = os.path.join(folder, "SHA256SUMS")
        try:
            with open(path, encoding="utf-8") as lines:
                for line in lines:
                    digest, _, name = line.rstrip("\n").partition("  ")
                    self.sums[name] = digest
        except OSError as error:
            raise Refusal(f"{path}: {error.strerror}; name the folder that has SHA256SUMS") from None
        self.table = self.read_table()

    def read(self, name):
        """The bytes of a file, unpacked, whose checksum is the listed one."""
        path = os.path.join(self.folder, name)
        if name not in self.sums:
            raise Refusal(f"{path}: not in SHA256SUMS; fetch the data again")
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError as error:
            raise Refusal(f"{path}: {error.strerror}; fetch the data again") from None
        if hashlib.sha256(data).hexdigest() != self.sums[name]:
            raise Refusal(f"{path}: its SHA256 is not that of SHA256SUMS; fetch the file again")
        return gzip.decompress(data) if name.endswith(".gz") else data

    def lines(self, name):
        # Not splitlines(), which also breaks at characters that texts may have.
        return self.read(name).decode("utf-8").removesuffix("\n").split("\n")

    def read_table(self):
        """Rows of the table of README.md by folder: documents, queries, judgments, licence."""
        rows = {}
        for line in self.lines("README.md"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if line.startswith("|") and len(cells) == 8 and cells[0] not in ("folder", "---"):
                rows[cells[0]] = (number(cells[2]), number(cells[3]), number(cells[4]), cells[7])
        return rows

    def check(self, name, documents=None, queries=None, judgments=None):
        """Compares counts with the table's; what the table does not count is not compared."""
        if name not in self.table:
            raise Refusal(f"{name}: not in the table of README.md; fetch the data again")
        counts = zip(("documents", "queries", "judgments"), (documents, queries, judgments))
        for (what, found), wanted in zip(counts, self.table[name]):
            if found is not None and wanted is not None and found != wanted:
                raise Refusal(f"{name}: {found} {what} where README.md has {wanted}")


def number(cell):
    """The first number of a cell, or None."""
    match = re.match(r"[\d,]+", cell)
    return int(match.group().replace(",", "")) if match else None


def write(folder, name, lines):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(line + "\n")


def describe(folder, data, source, name, title, **more):
    """Writes collection.json."""
    record = {"name": name, "title": title, **more, "licence": data.table[source][3]}
    write(folder, "collection.json", [json.dumps(record, indent=2, ensure_ascii=False)])


def describe_texts(folder, data, source, name, title):
    describe(
        folder, data, source, name, title, documents="docs.jsonl", documents_source=source,
        analyzer="reference",
        systems=[{"name": system, "model": model} for system, model in SYSTEMS])


def no_breaks(text):
    """A text as one column of one line."""
    return re.sub(r"[\t\r\n]+", " ", text)


def make(out, name):
    folder = os.path.join(out, name)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise Refusal(f"{folder}: {error.strerror}") from None
    return folder


def convert_retrieval(data, out, name, title):
    documents = []
    for line in data.lines(f"{name}/docs.jsonl.gz"):
        entry = json.loads(line)
        kept = {key: entry[key] for key in ("id", "title", "text", "answer") if entry.get(key)}
        kept.setdefault("text", "")
        documents.append(kept)
    queries = [line.split("\t", 1) for line in data.lines(f"{name}/queries.tsv") if line]
    judgments = [line.split() for line in data.lines(f"{name}/qrels.txt") if line]
    data.check(name, len(documents), len(queries), len(judgments))
    known = {entry["id"] for entry in documents}
    asked = {query for query, _ in queries}
    for query, _, document, _ in judgments:
        if query not in asked or document not in known:
            raise Refusal(f"{name}: a judgment names query {query} or document {document}, "
                          "which are not there; fetch the data again")
    folder = make(out, name)
    write(folder, "docs.jsonl", (json.dumps(entry, ensure_ascii=False) for entry in documents))
    write(folder, "queries.tsv", (f"{query}\t{no_breaks(text)}" for query, text in queries))
    write(folder, "qrels.txt", (" ".join(judgment) for judgment in judgments))
    own = [query for query, _ in queries if query in known]
    # The classic sets number queries and documents alike by chance; of cs_se it is one question.
    if name == "cs_se":
        write(folder, "exclude.tsv", (f"{query}\t{query}" for query in own))
    describe_texts(folder, data, name, name, title)
    return [(name, len(documents), len(queries), len(judgments))]


def intent_rows(data, name):
    """(set, split, label, text) of every utterance."""
    if name == "banking77":
        for split in ("train", "test"):
            for line in data.lines(f"banking77/{split}.tsv")[1:]:
                label, text = line.split("\t", 1)
                yield "", split, label, text
    elif name == "clinc150":
        for line in data.lines("clinc150/clinc150.tsv.gz")[1:]:
            split, label, text = line.split("\t", 2)
            yield "", split, label, text
    else:
        for line in data.lines("hint3/hint3.tsv")[1:]:
            yield tuple(line.split("\t", 3))


def convert_intents(data, out, name, title):
    rows = list(intent_rows(data, name))
    trains = sum(split == "train" for _, split, _, _ in rows)
    tests = sum(split == "test" for _, split, _, _ in rows)
    data.check(name, trains, tests)
    counts = []
    for part in sorted({row[0] for row in rows}):
        full = f"{name}-{part}" if part else name
        train = [row[2:] for row in rows if row[0] == part and row[1] == "train"]
        test = [row[2:] for row in rows if row[0] == part and row[1] == "test"]
        by_label = {}
        for index, (label, _) in enumerate(train, 1):
            by_label.setdefault(label, []).append(f"d{index}")
        asked = [(f"q{index}", *row) for index, row in enumerate(test, 1) if row[0] in by_label]
        folder = make(out, full)
        write(folder, "docs.jsonl", (
            json.dumps({"id": f"d{index}", "text": text}, ensure_ascii=False)
            for index, (_, text) in enumerate(train, 1)))
        write(folder, "queries.tsv", (f"{query}\t{no_breaks(text)}" for query, _, text in asked))
        judgments = [f"{query} 0 {document} 1"
                     for query, label, _ in asked for document in by_label[label]]
        write(folder, "qrels.txt", judgments)
        describe_texts(folder, data, name, full, title + (f" ({part})" if part else ""))
        counts.append((full, len(train), len(asked), len(judgments)))
    return counts


def single(value):
    """A number as a 32-bit float."""
    return struct.unpack("f", struct.pack("f", value))[0]


def below(value):
    """The next 32-bit float below a positive one."""
    bits = struct.unpack("I", struct.pack("f", value))[0]
    return struct.unpack("f", struct.pack("I", bits - 1))[0]


def convert_run(data, out, name, title):
    """The run with its published order: trec_eval orders by score as 32-bit float and then by name,
    so where scores do not fall from rank to rank, they are lowered by as little as there is."""
    run = {}
    for line in data.lines(f"{name}/run.bm25.txt"):
        query, _, document, rank, score, tag = line.split()
        run.setdefault(query, []).append((int(rank), document, float(score), tag))
    judgments = [line.split() for line in data.lines(f"{name}/qrels.txt") if line]
    data.check(name, None, len(run), len(judgments))
    folder = make(out, name)
    lines = []
    for query, entries in run.items():
        previous = None
        for rank, document, score, tag in sorted(entries):
            score = single(score)
            if previous is not None and score >= previous:
                score = below(previous)
            previous = score
            lines.append(f"{query} Q0 {document} {rank} {score!r} {tag}")
    write(folder, "run.txt", lines)
    write(folder, "qrels.txt", (" ".join(judgment) for judgment in judgments))
    describe(folder, data, name, name, title, systems=[{"name": "bm25", "run": "run.txt"}])
    return [(name, None, len(run), len(judgments))]


def main(arguments):
    if len(arguments) < 2 or arguments[0].startswith("-"):
        print("usage: convert.py DATA OUT [NAME…]", file=sys.stderr)
        return 2
    kinds = ((RETRIEVAL, convert_retrieval), (INTENTS, convert_intents), (RUNS, convert_run))
    known = {name: (title, convert) for names, convert in kinds for name, title in names.items()}
    try:
        data = DataSets(arguments[0])
        for name in arguments[2:]:
            if name not in known:
                reason = "has no queries and judgments" if name in data.table else "not known"
                raise Refusal(f"{name}: {reason}; there are {', '.join(known)}")
        for name in arguments[2:] or known:
            title, convert = known[name]
            for row in convert(data, arguments[1], name, title):
                print("{}: {} documents, {} queries, {} judgments".format(
                    *("no" if value is None else value for value in row)))
    except Refusal as refusal:
        print(f"convert.py: {refusal}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
