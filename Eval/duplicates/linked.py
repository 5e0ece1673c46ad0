#!/usr/bin/env python3
"""Judgments of a retrieval collection as labelled pairs of questions.

usage: linked.py COLLECTION [--duplicate GRADE] [--all] > pairs.tsv

COLLECTION has docs.jsonl.gz, queries.tsv and qrels.txt. A query and a document judged with GRADE (1) or more are a
pair with label 1, those judged lower one with label 0; --all adds each query beside every other document with label 0.
A document's question is its title where it has one, else its text. For baselines.py and `qsearch-bench evidence`."""
import argparse
import collections
import gzip
import json
import pathlib


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("collection", type=pathlib.Path)
    parser.add_argument("--duplicate", type=int, default=1)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    with gzip.open(options.collection / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = {d["id"]: clean(d.get("title") or d["text"]) for d in map(json.loads, lines)}
    with open(options.collection / "queries.tsv", encoding="utf-8") as lines:
        queries = dict(line.rstrip("\n").split("\t", 1) for line in lines)
    grades = collections.defaultdict(dict)
    with open(options.collection / "qrels.txt", encoding="utf-8") as lines:
        for line in lines:
            query, _, document, grade = line.split()
            grades[query][document] = int(grade)
    print("id_a", "id_b", "label", "text_a", "text_b", sep="\t")
    for query, text in queries.items():
        judged = grades[query]
        for document in documents if options.all else judged:
            if document == query or document not in documents:
                continue
            label = int(judged.get(document, 0) >= options.duplicate)
            print(query, document, label, clean(text), documents[document], sep="\t")


def clean(text):
    return " ".join(text.split())


if __name__ == "__main__":
    main()
